import { z } from "zod";
import { d, isDecimalText } from "@/lib/shared/decimal";
import { dateText, decimalText } from "@/lib/shared/fields";
import { countSignChanges, MAX_SIGN_CHANGES } from "./rules/internal-rate";

const datedFlowSchema = z.strictObject({
  date: dateText,
  amount: decimalText.meta({ description: "Negative for money that goes out" }),
});

const flowSchema = z.union([decimalText, datedFlowSchema], {
  error: 'Write an amount as text, such as "-10000", or an object with date and amount.',
});

/** Body of `POST /api/v1/simulations/business-case`. */
export const businessCaseSimulationSchema = z
  .strictObject({
    rate: decimalText
      .refine(
        (rate) => !isDecimalText(rate) || (d(rate).gte("-0.99") && d(rate).lte(1000)),
        "The rate must be -0.99 to 1000; it is a fraction, so 0.1 is ten percent.",
      )
      .meta({ description: "Discount rate as a fraction per period; per year for dated flows", example: "0.10" }),
    convention: z
      .enum(["t0", "allDiscounted"])
      .optional()
      .meta({ description: "First flow undiscounted (default), or all discounted one period. Not for dated flows" }),
    flows: z
      .array(flowSchema)
      .min(1, "Give at least one flow.")
      .max(600, "At most 600 flows.")
      .meta({ description: "One amount per period, or amounts with dates; not both" }),
  })
  .superRefine((input, context) => {
    const isDated = typeof input.flows[0] === "object";
    input.flows.forEach((flow, index) => {
      if ((typeof flow === "object") === isDated) return;
      context.addIssue({ code: "custom", path: ["flows", index], message: "Date all flows, or none of them." });
    });
    if (isDated && input.convention !== undefined) {
      const message = "Dated flows are always discounted from the earliest date; leave the convention out.";
      context.addIssue({ code: "custom", path: ["convention"], message });
    }
    if (countSignChanges(readAmounts(input.flows)) > MAX_SIGN_CHANGES) {
      context.addIssue({ code: "custom", path: ["flows"], message: `At most ${MAX_SIGN_CHANGES} changes of sign.` });
    }
  })
  .meta({ description: "Cash flows to try out" });

/** Amounts in the order of time, which is where changes of sign count. */
function readAmounts(flows: (string | { date: string; amount: string })[]) {
  const rows = flows.map((flow) => (typeof flow === "string" ? { date: "", amount: flow } : flow));
  const inTime = rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return inTime.flatMap((row) => (isDecimalText(row.amount) ? [d(row.amount)] : []));
}

export type BusinessCaseSimulation = z.output<typeof businessCaseSimulationSchema>;

const periods = z.string().nullable().optional();

export const businessCaseSimulationResultSchema = z
  .strictObject({
    npv: z.string(),
    irr: z.strictObject({ status: z.enum(["unique", "none", "several"]), values: z.array(z.string()) }),
    payback: periods.meta({ description: "Periods, null for never; absent for dated flows" }),
    discountedPayback: periods.meta({ description: "Periods, null for never; absent for dated flows" }),
    steps: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  })
  .meta({ description: "Net present value, internal rates and payback" });

export type BusinessCaseSimulationResult = z.output<typeof businessCaseSimulationResultSchema>;
