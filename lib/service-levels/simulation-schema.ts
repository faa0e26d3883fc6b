import { z } from "zod";
import { d } from "@/lib/shared/decimal";
import {
  currencyCode,
  decimalText,
  moneyShape,
  monthText,
  nameText,
  nonNegativeDecimalText,
  percentText,
  positiveDecimalText,
  stepsShape,
} from "@/lib/shared/fields";
import { wholeNumber } from "@/lib/shared/inputs";
import { ATTAINMENTS } from "./rules/attainment";
import { findBandOutOfOrder } from "./rules/bands";

const bands = z
  .array(z.tuple([decimalText.nullable(), nonNegativeDecimalText], { error: "Write a band as [bound, result]." }))
  .min(1, "At least one band.")
  .max(100, "At most 100 bands.")
  .meta({
    description:
      "Best first: [bound, result]. The bound is the worst value of the band: its lower bound where higher is better, its upper bound where lower is better. The last bound is null.",
    example: [
      ["99.9", "0"],
      ["99", "10"],
      [null, "25"],
    ],
  });

/** How a service level is credited. The same shape is stored with the contract. */
export const creditSchemeSchema = z
  .discriminatedUnion(
    "type",
    [
      z.strictObject({
        type: z.literal("pool"),
        poolPercent: nonNegativeDecimalText.meta({ description: "Share of the amount at risk for the category" }),
        allocationPercent: percentText.meta({ description: "Share of the category's pool for this service level" }),
        multipliers: z
          .array(nonNegativeDecimalText)
          .min(1, "At least one multiplier.")
          .max(24, "At most 24 multipliers.")
          .default(["1"])
          .meta({ description: "By failures in a row; the last also for longer runs", example: ["1", "1.5", "2"] }),
        expectedMisses: wholeNumber(1, 12)
          .default(4)
          .meta({ description: "From which miss of the expected level within 12 periods on there is a credit" }),
      }),
      z.strictObject({
        type: z.literal("points"),
        bands,
        repeatMultiplier: nonNegativeDecimalText
          .default("2")
          .meta({ description: "For the second and every later failure in a row", example: "2" }),
      }),
      z.strictObject({ type: z.literal("tiers"), bands }),
      z.strictObject({
        type: z.literal("gap"),
        step: positiveDecimalText.nullable().default(null).meta({ description: "Null: in proportion to the distance" }),
        percentPerStep: nonNegativeDecimalText.meta({ description: "Percent of charges per full step, or per point" }),
      }),
    ],
    { error: "The type is pool, points, tiers or gap." },
  )
  .meta({ description: "How a failure becomes a credit" });

export type CreditSchemeText = z.infer<typeof creditSchemeSchema>;

type LevelText = { direction: "higher" | "lower"; expected: string; minimum: string; scheme: CreditSchemeText };

/** What holds between the fields of a service level: the order of its levels and of its bands. */
export function findLevelProblem(level: LevelText): { path: (string | number)[]; message: string } | null {
  const isHigher = level.direction === "higher";
  const gap = d(level.minimum).comparedTo(level.expected);
  if (isHigher ? gap > 0 : gap < 0)
    return {
      path: ["minimum"],
      message: `Where ${level.direction} is better, the minimum is not ${isHigher ? "above" : "below"} the expected level.`,
    };
  if (level.scheme.type !== "points" && level.scheme.type !== "tiers") return null;
  const bounds = level.scheme.bands.map(([bound]) => bound);
  const wrong = findBandOutOfOrder(bounds, level.direction);
  if (wrong === null) return null;
  const order = `each bound ${isHigher ? "lower" : "higher"} than the one before`;
  return {
    path: ["scheme", "bands", wrong, 0],
    message: `Bands stand best first, ${order}, and only the last is null.`,
  };
}

const serviceLevel = z
  .strictObject({
    id: nameText,
    direction: z.enum(["higher", "lower"], { error: "Which is better: higher or lower?" }),
    expected: decimalText.meta({ description: "Exactly at it meets it", example: "95" }),
    minimum: decimalText.meta({ description: "Worse than this is a failure", example: "90" }),
    decimals: z
      .int("Write a whole number.")
      .min(0)
      .max(10)
      .nullable()
      .default(null)
      .meta({ description: "Round the value to so many decimals before it is compared; null: not at all" }),
    scheme: creditSchemeSchema,
  })
  .superRefine((level, context) => {
    const problem = findLevelProblem(level);
    if (problem) context.addIssue({ code: "custom", ...problem });
  });

const earnBack = z
  .discriminatedUnion(
    "type",
    [
      z.strictObject({
        type: z.literal("allMet"),
        periods: z.int().min(1).max(36),
        target: decimalText.nullish().meta({ description: "Not used by allMet" }),
      }),
      z.strictObject({ type: z.literal("meanAtLeast"), periods: z.int().min(1).max(36), target: decimalText }),
    ],
    { error: "The type is allMet or meanAtLeast." },
  )
  .meta({ description: "When a credit comes back" });

const period = z.strictObject({
  period: monthText,
  charges: nonNegativeDecimalText.optional().meta({ description: "Charges of this period, if they differ" }),
  values: z
    .record(nameText, decimalText.nullable())
    .meta({ description: "Value by service level; null or left out: no data", example: { "answer-time": "88" } }),
});

const MOST_VALUES = 10_000;

/** POST /api/v1/simulations/service-credits */
export const serviceCreditSimulationSchema = z
  .strictObject({
    currency: currencyCode,
    charges: nonNegativeDecimalText.optional().meta({ description: "Charges of each period", example: "100000" }),
    atRiskPercent: percentText.meta({ description: "Most that a period's credits can come to, in percent of charges" }),
    yearlyCapPercent: percentText
      .nullable()
      .default(null)
      .meta({ description: "Most in a calendar year, in percent of that year's charges in the request" }),
    serviceLevels: z.array(serviceLevel).min(1, "At least one service level.").max(200, "At most 200 service levels."),
    pointsTable: z
      .array(z.tuple([nonNegativeDecimalText, nonNegativeDecimalText], { error: "Write a row as [points, percent]." }))
      .max(100, "At most 100 rows.")
      .nullable()
      .default([])
      .meta({
        description: "Rising: [points, percent of charges]; the last row is 'or more'",
        example: [
          ["5", "0"],
          ["10", "2"],
        ],
      }),
    earnBack: earnBack.nullable().default(null),
    periods: z.array(period).min(1, "At least one period.").max(600, "At most 600 periods."),
  })
  .superRefine((request, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    const ids = new Set<string>();
    request.serviceLevels.forEach((level, index) => {
      if (ids.has(level.id)) refuse(["serviceLevels", index, "id"], "This id is already used.");
      ids.add(level.id);
    });
    (request.pointsTable ?? []).forEach(([points], index, rows) => {
      const before = rows[index - 1]?.[0];
      if (before !== undefined && d(points).lte(before))
        refuse(["pointsTable", index, 0], "Each row has more points than the one before.");
    });
    request.periods.forEach(({ period, charges, values }, index) => {
      const before = request.periods[index - 1]?.period;
      if (before !== undefined && period <= before)
        refuse(["periods", index, "period"], "Periods stand in order, each one once.");
      if (charges === undefined && request.charges === undefined)
        refuse(["periods", index, "charges"], "Give the charges here or for all periods together.");
      for (const id of Object.keys(values))
        if (!ids.has(id)) refuse(["periods", index, "values", id], "There is no service level with this id.");
    });
    if (request.periods.length * request.serviceLevels.length > MOST_VALUES)
      refuse(["periods"], `At most ${MOST_VALUES} values: periods times service levels.`);
  })
  .meta({ description: "Replays service levels against a credit scheme" });

export type ServiceCreditSimulation = z.infer<typeof serviceCreditSimulationSchema>;

const simulatedLine = z.strictObject({
  serviceLevel: z.string(),
  value: z.string().nullable().meta({ description: "As it was compared: rounded where the contract rounds" }),
  status: z.enum(ATTAINMENTS),
  points: z
    .string()
    .nullable()
    .meta({ description: "Points that count, repeats included; null outside the points scheme" }),
  multiplier: z.string().meta({ description: "For repeats; 1 where there are none" }),
  credit: moneyShape,
});

const simulatedPeriod = z.strictObject({
  period: z.string(),
  lines: z.array(simulatedLine),
  points: z.string().meta({ description: "Points of all service levels together" }),
  pointsCredit: moneyShape,
  total: moneyShape.meta({ description: "Lines and points, after the cap" }),
  cap: moneyShape.meta({ description: "The smaller of the period's cap and what the yearly cap leaves" }),
  capped: z.boolean(),
});

export const serviceCreditSimulationResultSchema = z
  .strictObject({
    periods: z.array(simulatedPeriod),
    earnedBack: z.array(z.strictObject({ period: z.string(), serviceLevel: z.string(), amount: moneyShape })),
    steps: stepsShape,
  })
  .meta({ description: "Attainment, points and credits period by period, and what is earned back" });

export type ServiceCreditSimulationResult = z.infer<typeof serviceCreditSimulationResultSchema>;
