"use server";
import { z } from "zod";
import { memberAction } from "@/lib/server/action";
import { done } from "@/lib/shared/outcome";
import { simulateWorkingTime } from "@/lib/shared/working-time/simulate";
import { workingTimeSimulationSchema } from "@/lib/shared/working-time/simulation-schema";
import { runSimulation } from "./run";

const LONGEST = 200_000;

function readJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "This is not JSON." });
    return z.NEVER;
  }
}

const bodySchema = z.strictObject({ body: z.string().max(LONGEST).transform(readJson) });

/**
 * Working time needs the calendar functions of the server's language version, which browsers do not all have yet; the
 * other simulators run in the browser.
 */
export const runWorkingTime = memberAction("simulation:run", bodySchema, async (input) =>
  done({ value: runSimulation(workingTimeSimulationSchema, simulateWorkingTime, input.body) }),
);
