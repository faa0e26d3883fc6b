import { z } from "zod";
import { d } from "@/lib/shared/decimal";
import {
  currencyCode,
  dateText,
  decimalText,
  moneyShape,
  nameText,
  nonNegativeDecimalText,
  percentText,
  positiveDecimalText,
  stepsShape,
} from "@/lib/shared/fields";

const limit = nonNegativeDecimalText.nullable().default(null);

const rates = z
  .array(z.strictObject({ role: nameText, rate: nonNegativeDecimalText }))
  .min(1, "At least one rate.")
  .max(500, "At most 500 rates.");

const priceBands = z
  .array(z.tuple([nonNegativeDecimalText, nonNegativeDecimalText], { error: "Write a band as [from volume, price]." }))
  .min(1, "At least one band.")
  .max(100, "At most 100 bands.")
  .meta({
    description: "Rising, the first from 0: [from volume, price of a unit]",
    example: [
      ["0", "1.20"],
      ["1000", "1.00"],
    ],
  });

/** Terms of a charge line by type; the charge lines of contracts keep theirs in this form. */
export const chargeTermsByType = z
  .discriminatedUnion(
    "type",
    [
      z.strictObject({ type: z.literal("fixed"), monthly: nonNegativeDecimalText }),
      z.strictObject({ type: z.literal("milestone"), amount: nonNegativeDecimalText }),
      z.strictObject({
        type: z.literal("timeAndMaterials"),
        rates,
        markupPercent: nonNegativeDecimalText.default("0"),
        notToExceed: limit.meta({ description: "Most that the line can come to; null: no limit" }),
      }),
      z.strictObject({
        type: z.literal("unitPrice"),
        bands: priceBands,
        mode: z
          .enum(["reached", "sliced"], { error: "The mode is reached or sliced." })
          .meta({ description: "The whole volume at the reached band's price, or each slice at its own" }),
      }),
      z.strictObject({
        type: z.literal("baseline"),
        baseline: nonNegativeDecimalText,
        deadBandPercent: percentText,
        additionalRate: nonNegativeDecimalText,
        reducedRate: nonNegativeDecimalText,
        mode: z.enum(["wholeDifference", "beyondBand"], { error: "The mode is wholeDifference or beyondBand." }),
      }),
      z.strictObject({ type: z.literal("outcome"), price: nonNegativeDecimalText }),
      z.strictObject({
        type: z.literal("gainShare"),
        baselineCost: nonNegativeDecimalText,
        sharePercent: percentText,
        floor: decimalText.nullable().default(null),
        cap: decimalText.nullable().default(null),
      }),
      z.strictObject({
        type: z.literal("indexation"),
        base: nonNegativeDecimalText,
        indexBase: positiveDecimalText,
        capPercent: decimalText.nullable().default(null),
        floorPercent: decimalText.nullable().default(null),
        ratioDecimals: z.int("Write a whole number.").min(0).max(20).nullable().default(null),
      }),
    ],
    {
      error: "The type is fixed, milestone, timeAndMaterials, unitPrice, baseline, outcome, gainShare or indexation.",
    },
  )
  .superRefine((terms, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    if (terms.type === "unitPrice")
      terms.bands.forEach(([from], index, bands) => {
        const before = bands[index - 1]?.[0];
        if (before === undefined && !d(from).isZero()) refuse(["bands", index, 0], "The first band begins at 0.");
        if (before !== undefined && d(from).lte(before))
          refuse(["bands", index, 0], "Each band begins above the one before.");
      });
    if (terms.type === "timeAndMaterials") {
      const roles = terms.rates.map((rate) => rate.role);
      roles.forEach((role, index) => {
        if (roles.indexOf(role) < index) refuse(["rates", index, "role"], "This role already has a rate.");
      });
    }
    if (terms.type === "gainShare" && terms.floor !== null && terms.cap !== null && d(terms.floor).gt(terms.cap))
      refuse(["floor"], "The floor is not above the cap.");
    if (terms.type !== "indexation" || terms.floorPercent === null || terms.capPercent === null) return;
    if (d(terms.floorPercent).gt(terms.capPercent)) refuse(["floorPercent"], "The floor is not above the cap.");
  })
  .meta({ description: "A charge line of a contract" });

const volume = z.strictObject({ volume: nonNegativeDecimalText });

/** What was delivered: which fields it has depends on the type of the line. */
const actuals = {
  fixed: z
    .strictObject({ from: dateText, to: dateText })
    .refine(({ from, to }) => from <= to, { error: "The end is not before the start.", path: ["to"] })
    .refine(({ from, to }) => Number(to.slice(0, 4)) - Number(from.slice(0, 4)) <= 50, {
      error: "At most 50 years.",
      path: ["to"],
    }),
  milestone: z.strictObject({ accepted: z.boolean() }),
  timeAndMaterials: z.strictObject({
    hours: z
      .array(z.strictObject({ role: nameText, hours: nonNegativeDecimalText }))
      .max(1000, "At most 1,000 lines of hours.")
      .default([]),
    materials: nonNegativeDecimalText.default("0"),
  }),
  unitPrice: volume,
  baseline: volume,
  outcome: z.strictObject({ outcomes: nonNegativeDecimalText }),
  gainShare: z.strictObject({ cost: nonNegativeDecimalText }),
  indexation: z.strictObject({ indexNow: nonNegativeDecimalText }),
};

type Line = z.infer<typeof chargeTermsByType>;
type Actual<Type extends keyof typeof actuals> = z.infer<(typeof actuals)[Type]>;

/** A line with the delivery that fits it. */
export type ChargeSimulation = {
  [Type in keyof typeof actuals]: {
    currency: string;
    type: Type;
    line: Extract<Line, { type: Type }>;
    actual: Actual<Type>;
  };
}[keyof typeof actuals];

function describeActuals() {
  return Object.entries(actuals).map(([type, schema]) => {
    const { $schema: _, ...shape } = z.toJSONSchema(schema, { io: "input" });
    return { title: `For ${type}`, ...shape };
  });
}

/**
 * POST /api/v1/simulations/charges. The delivery is checked against the line's type after both are read, so that each
 * refusal stands at its own field; a union of all pairs could only say that none fits.
 */
export const chargeSimulationSchema = z
  .strictObject({
    currency: currencyCode,
    line: chargeTermsByType,
    actual: z
      .record(z.string(), z.unknown())
      .meta({ description: "What was delivered, by the type of the line", anyOf: describeActuals() }),
  })
  .transform((request, context): ChargeSimulation => {
    const parsed = actuals[request.line.type].safeParse(request.actual);
    if (!parsed.success) {
      for (const { message, path } of parsed.error.issues)
        context.addIssue({ code: "custom", message, path: ["actual", ...path] });
      return z.NEVER;
    }
    // The one place where the compiler cannot follow: both halves were chosen by the same type.
    return {
      currency: request.currency,
      type: request.line.type,
      line: request.line,
      actual: parsed.data,
    } as ChargeSimulation;
  })
  .meta({
    description: "What a charge line comes to",
    example: {
      currency: "USD",
      line: {
        type: "baseline",
        baseline: "1000",
        deadBandPercent: "10",
        additionalRate: "12",
        reducedRate: "8",
        mode: "wholeDifference",
      },
      actual: { volume: "1200" },
    },
  });

export const chargeSimulationResultSchema = z
  .strictObject({ charge: moneyShape.meta({ description: "A credit is negative" }), steps: stepsShape })
  .meta({ description: "What the line comes to" });

export type ChargeSimulationResult = z.infer<typeof chargeSimulationResultSchema>;
