import { z } from "zod";

const steps = z
  .array(z.object({ label: z.string(), value: z.string(), source: z.string().optional() }))
  .meta({ description: "The working, line by line" });
const money = z.object({ amount: z.string(), currency: z.string() });

export const workingTimeAnswerSchema = z.union([
  z.object({ workingSeconds: z.number(), steps }),
  z.object({ due: z.string().meta({ description: "In the form in which `from` came" }), steps }),
]);

export const chargeAnswerSchema = z.object({ charge: money.meta({ description: "A credit is negative" }), steps });

export const serviceCreditAnswerSchema = z.object({
  periods: z.array(
    z.object({
      period: z.string(),
      lines: z.array(
        z.object({
          serviceLevel: z.string(),
          value: z.string().nullable(),
          status: z.enum(["met", "belowExpected", "belowMinimum", "missing", "insufficientVolume", "excused", "grace"]),
          points: z.string().nullable(),
          multiplier: z.string(),
          credit: money,
        }),
      ),
      points: z.string(),
      pointsCredit: money,
      total: money,
      cap: money,
      capped: z.boolean(),
    }),
  ),
  earnedBack: z.array(z.object({ period: z.string(), serviceLevel: z.string(), amount: money })),
  steps,
});
