import { z } from "zod";
import { d, HUNDRED, isDecimalText } from "@/lib/shared/decimal";
import { decimalText, nameText, nonNegativeDecimalText, percentText, positiveDecimalText } from "@/lib/shared/fields";

export const priceMethodSchema = z
  .discriminatedUnion("type", [
    z.strictObject({ type: z.literal("lowestRatio") }),
    z.strictObject({
      type: z.literal("linear"),
      minimum: nonNegativeDecimalText.nullish().meta({ description: "Price that earns 100; from the bids if absent" }),
      maximum: nonNegativeDecimalText.nullish().meta({ description: "Price that earns 0; from the bids if absent" }),
    }),
    z.strictObject({ type: z.literal("meanDeviation") }),
    z.strictObject({ type: z.literal("qualityInMoney") }),
  ])
  .meta({ description: "How a price becomes a score" });

const simulatedBidSchema = z.strictObject({
  id: nameText.meta({ description: "Names the bid in the answer" }),
  technical: nonNegativeDecimalText.meta({ description: "Technical points of the bid" }),
  technicalMaximum: positiveDecimalText.meta({ description: "Technical points that can be reached" }),
  price: positiveDecimalText.meta({ description: "Evaluated price, in one currency for all bids" }),
  qualityValue: decimalText.nullish().meta({ description: "Money value of quality, for qualityInMoney" }),
});

/** Body of `POST /api/v1/simulations/evaluation`. */
export const evaluationSimulationSchema = z
  .strictObject({
    technicalWeight: percentText.meta({ description: "Weight of the technical score in percent" }),
    priceWeight: percentText.meta({ description: "Weight of the price score; both sum to 100" }),
    relativeToBest: z.boolean().default(false).meta({ description: "Technical scores as a share of the best one" }),
    minimumTechnical: percentText.default("0").meta({
      description: "Bids whose technical score, 0 to 100 and not relative to the best, is under this are out",
    }),
    priceMethod: priceMethodSchema,
    bids: z.array(simulatedBidSchema).min(1, "Give at least one bid.").max(500, "At most 500 bids."),
  })
  .superRefine((input, context) => {
    const { technicalWeight, priceWeight, priceMethod: method, bids } = input;
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    if (areDecimals(technicalWeight, priceWeight) && !d(technicalWeight).plus(priceWeight).eq(HUNDRED)) {
      refuse(["priceWeight"], "Technical and price weight must sum to 100.");
    }
    if (method.type === "linear" && areDecimals(method.minimum, method.maximum)) {
      if (d(method.maximum ?? 0).lte(method.minimum ?? 0)) {
        refuse(["priceMethod", "maximum"], "The maximum must be more than the minimum.");
      }
    }
    const known = new Set<string>();
    bids.forEach((bid, index) => {
      if (known.has(bid.id)) refuse(["bids", index, "id"], "Another bid has this id.");
      known.add(bid.id);
      if (areDecimals(bid.technical, bid.technicalMaximum) && d(bid.technical).gt(bid.technicalMaximum)) {
        refuse(["bids", index, "technical"], "This is more than the technical maximum.");
      }
      const hasQuality = bid.qualityValue !== undefined && bid.qualityValue !== null;
      if (method.type === "qualityInMoney" && !hasQuality) {
        refuse(["bids", index, "qualityValue"], "This price method needs the money value of quality.");
      }
    });
  })
  .meta({ description: "An evaluation to try out" });

function areDecimals(...values: (string | null | undefined)[]): boolean {
  return values.every((value) => typeof value === "string" && isDecimalText(value));
}

export type EvaluationSimulation = z.output<typeof evaluationSimulationSchema>;

const scoreText = z.string().nullable().meta({ description: "Decimal as text; null for a bid that is out" });

export const evaluationSimulationResultSchema = z
  .strictObject({
    bids: z.array(
      z.strictObject({
        id: z.string(),
        status: z.enum(["ranked", "belowMinimum"]),
        technicalScore: z.string(),
        priceScore: scoreText,
        total: scoreText.meta({ description: "0 to 100; with qualityInMoney the amount that ranks, lower is better" }),
        rank: z.int().nullable(),
        tied: z.boolean().meta({ description: "Another bid has the same total to 4 decimals" }),
        flags: z.array(z.enum(["abnormallyLow"])),
      }),
    ),
    winner: z.string().nullable().meta({ description: "Null when the first rank is tied or nobody is ranked" }),
    tie: z.boolean().meta({ description: "The first rank is tied" }),
    sensitivity: z.strictObject({
      technicalWeight: z.strictObject({ flipsAt: z.string().nullable(), to: z.string().nullable() }),
    }),
    steps: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  })
  .meta({ description: "Scores, ranks and the stability of the winner" });

export type EvaluationSimulationResult = z.output<typeof evaluationSimulationResultSchema>;
