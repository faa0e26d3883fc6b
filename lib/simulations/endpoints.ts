import type { z } from "zod";
import { simulateBusinessCase } from "@/lib/business-cases/rules/simulate-business-case";
import {
  businessCaseSimulationResultSchema,
  businessCaseSimulationSchema,
} from "@/lib/business-cases/simulation-schema";
import { simulateCharges } from "@/lib/charges/rules/simulate-charges";
import { chargeSimulationSchema } from "@/lib/charges/simulation-schema";
import { type Endpoint, sharedEndpoint } from "@/lib/server/api/endpoint";
import { simulateServiceCredits } from "@/lib/service-levels/rules/simulate-service-credits";
import { serviceCreditSimulationSchema } from "@/lib/service-levels/simulation-schema";
import { done, type Outcome } from "@/lib/shared/outcome";
import { simulateWorkingTime } from "@/lib/shared/working-time/simulate";
import { workingTimeSimulationSchema } from "@/lib/shared/working-time/simulation-schema";
import { simulateEvaluation } from "@/lib/sourcing/rules/simulate-evaluation";
import { evaluationSimulationResultSchema, evaluationSimulationSchema } from "@/lib/sourcing/simulation-schema";
import { chargeAnswerSchema, serviceCreditAnswerSchema, workingTimeAnswerSchema } from "./schema";

function simulation<Schema extends z.ZodType>(
  name: string,
  summary: string,
  body: Schema,
  response: z.ZodType,
  simulate: (input: z.output<Schema>) => Outcome<unknown>,
): Endpoint {
  return sharedEndpoint(
    { member: "simulation:run", vendor: "simulation:run" },
    {
      method: "POST",
      path: `/simulations/${name}`,
      tag: "Simulations",
      summary,
      body,
      response,
      handle: async (call) => simulate(call.body as z.output<Schema>),
    },
  );
}

/** Calculations on values that the caller brings; nothing is stored. The same functions that the app runs. */
export const simulationEndpoints: Endpoint[] = [
  simulation(
    "working-time",
    "Working time between two moments, or when something is due",
    workingTimeSimulationSchema,
    workingTimeAnswerSchema,
    simulateWorkingTime,
  ),
  simulation(
    "evaluation",
    "Rank bids by quality and price",
    evaluationSimulationSchema,
    evaluationSimulationResultSchema,
    (input) => done(simulateEvaluation(input)),
  ),
  simulation(
    "service-credits",
    "Replay periods against a credit scheme",
    serviceCreditSimulationSchema,
    serviceCreditAnswerSchema,
    (input) => done(simulateServiceCredits(input)),
  ),
  simulation(
    "business-case",
    "Net present value, internal rate of return and payback",
    businessCaseSimulationSchema,
    businessCaseSimulationResultSchema,
    (input) => done(simulateBusinessCase(input)),
  ),
  simulation("charges", "What a charge line comes to", chargeSimulationSchema, chargeAnswerSchema, simulateCharges),
];
