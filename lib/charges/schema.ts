import { z } from "zod";
import { decimalText, moneyShape, monthText, nonNegativeDecimalText, stepsShape } from "@/lib/shared/fields";
import {
  choice,
  flag,
  freeText,
  optional,
  optionalDate,
  optionalWholeNumber,
  recordId,
  requiredText,
  versionNumber,
} from "@/lib/shared/inputs";
import { done, type Outcome } from "@/lib/shared/outcome";
import { CHARGE_KINDS, type ChargeKind, TERMS_TYPE } from "./labels";
import { chargeTermsByType } from "./simulation-schema";

const amount = nonNegativeDecimalText;
const place = optional(requiredText(100));

const rateCardTerms = z
  .strictObject({
    type: z.literal("timeAndMaterials"),
    rates: z
      .array(z.strictObject({ role: requiredText(200), location: place, shift: place, rate: amount }))
      .min(1, "At least one rate.")
      .max(500, "At most 500 rates."),
    markupPercent: amount.nullish().transform((value) => value ?? "0"),
    notToExceed: amount.nullish().transform((value) => value ?? null),
  })
  .superRefine(({ rates }, context) => {
    const keys = rates.map(({ role, location, shift }) => JSON.stringify([role, location, shift]));
    keys.forEach((key, index) => {
      if (keys.indexOf(key) < index) {
        context.addIssue({
          code: "custom",
          path: ["rates", index, "role"],
          message: "This rate is on the card already.",
        });
      }
    });
  });
export type RateCardTerms = z.output<typeof rateCardTerms>;

type ByType = z.output<typeof chargeTermsByType>;
export type ChargeTerms = Exclude<ByType, { type: "timeAndMaterials" | "indexation" }> | RateCardTerms;

/** Terms of a line by its kind, each problem at its own field. */
export function parseChargeTerms(kind: ChargeKind, terms: object) {
  const named = { ...terms, type: TERMS_TYPE[kind] };
  const parsed = kind === "rateCard" ? rateCardTerms.safeParse(named) : chargeTermsByType.safeParse(named);
  // The type was set by the kind: of the union only the seven kinds of lines can come out.
  return parsed as z.ZodSafeParseResult<ChargeTerms>;
}

const lineHead = {
  name: requiredText(200),
  kind: choice(CHARGE_KINDS),
  isCreditBase: flag.meta({ description: "Counts among the charges that service credits are a share of" }),
  effectiveFrom: optionalDate.meta({
    description: "First day on which it is charged; left out: the start of the contract",
  }),
  effectiveTo: optionalDate.meta({ description: "Last day; left out: the end of the contract" }),
  terms: z.record(z.string(), z.unknown()).meta({
    description: "By kind, as in the charges simulator",
    example: {
      bands: [
        ["0", "1.20"],
        ["1000", "1.00"],
      ],
      mode: "reached",
    },
  }),
};

type LineInput = { kind: ChargeKind; terms: object; effectiveFrom: string | null; effectiveTo: string | null };

function withTerms<Input extends LineInput>(input: Input, context: z.RefinementCtx) {
  if (input.effectiveFrom && input.effectiveTo && input.effectiveTo < input.effectiveFrom) {
    context.addIssue({ code: "custom", path: ["effectiveTo"], message: "The last day is not before the first." });
  }
  const parsed = parseChargeTerms(input.kind, input.terms);
  if (parsed.success) return { ...input, terms: parsed.data };
  for (const { message, path, code, ...rest } of parsed.error.issues) {
    const keys = code === "unrecognized_keys" && "keys" in rest ? rest.keys : [];
    const places = keys.length > 0 ? keys.map((key) => [...path, key]) : [path];
    for (const at of places) {
      const text = keys.length > 0 ? "This field is not known here." : message;
      context.addIssue({ code: "custom", path: ["terms", ...at], message: text });
    }
  }
  return z.NEVER;
}

export const chargeLineBody = z.strictObject(lineHead).transform(withTerms).meta({ description: "A charge line" });
export type ChargeLineInput = z.output<typeof chargeLineBody>;
export const addChargeLineSchema = z.strictObject({ contractId: recordId, ...lineHead }).transform(withTerms);
export const saveChargeLineSchema = z
  .strictObject({ id: recordId, version: versionNumber, ...lineHead })
  .transform(withTerms);
/** A line in the draft of an amendment, whose id and version these are; without a code it is a new one. */
export const amendLineSchema = z
  .strictObject({
    id: recordId,
    version: versionNumber,
    code: optional(requiredText(40)),
    ...lineHead,
  })
  .transform(withTerms);
export const removeChargeLineSchema = z.strictObject({ id: recordId, version: versionNumber });

const volume = z.strictObject({ volume: amount });
const deliveries = {
  fixedFee: z.strictObject({}),
  milestone: z.strictObject({ accepted: flag }),
  rateCard: z.strictObject({
    hours: z
      .array(z.strictObject({ role: requiredText(200), location: place, shift: place, hours: optional(amount) }))
      .max(500)
      .default([]),
    materials: optional(amount),
  }),
  unitPrice: volume,
  baseline: volume,
  outcome: z.strictObject({ outcomes: amount }),
  gainShare: z.strictObject({ cost: decimalText }),
};
export type Deliveries = { [Kind in ChargeKind]: z.output<(typeof deliveries)[Kind]> };

/** What was delivered, checked by the kind of the line. */
export function parseDelivery<Kind extends ChargeKind>(kind: Kind, input: object): Outcome<Deliveries[Kind]> {
  const parsed = deliveries[kind].safeParse(input);
  if (parsed.success) return done(parsed.data as Deliveries[Kind]);
  const fields: Record<string, string[]> = {};
  for (const { path, message } of parsed.error.issues) {
    const name = ["delivery", ...path].join(".");
    fields[name] = [...(fields[name] ?? []), message];
  }
  return { ok: false, reason: "invalid", message: "Some entries need a look.", fields };
}

const monthlyHead = {
  delivery: z
    .record(z.string(), z.unknown())
    .default({})
    .meta({ description: "What was delivered, by the kind of the line", example: { volume: "1200" } }),
  note: freeText(1000).meta({ description: "Needed where the month is locked: it says why it is corrected" }),
};
export const monthlyChargeBody = z
  .strictObject({
    ...monthlyHead,
    version: optionalWholeNumber(1, 2_000_000_000).meta({
      description: "Of the charge that is corrected; none: a new one",
    }),
  })
  .meta({ description: "The delivery of a month, from which its charge is computed" });
export type MonthlyChargeInput = z.output<typeof monthlyChargeBody> & { chargeLineId: string; month: string };
export const recordMonthlyChargeSchema = z.strictObject({
  chargeLineId: recordId,
  month: monthText,
  version: optionalWholeNumber(1, 2_000_000_000),
  ...monthlyHead,
});

export const confirmProposalBody = z.strictObject({ note: monthlyHead.note });
export const declineProposalBody = z.strictObject({ reason: requiredText(1000) });
export const confirmProposalSchema = confirmProposalBody.extend({ id: recordId, version: versionNumber });
export const declineProposalSchema = declineProposalBody.extend({ id: recordId, version: versionNumber });

export const chargeParams = z.object({ id: recordId });
export const monthParams = z.object({ id: recordId, month: monthText });
export const chargeLineShape = z
  .strictObject({
    id: z.uuid(),
    contractId: z.uuid(),
    code: z.string(),
    name: z.string(),
    kind: z.enum(CHARGE_KINDS),
    terms: z.record(z.string(), z.unknown()),
    isCreditBase: z.boolean(),
    effectiveFrom: z.string().nullable(),
    effectiveTo: z.string().nullable(),
    priceItemId: z.uuid().nullable(),
    version: z.int(),
  })
  .meta({ description: "A charge line" });
export const chargeKeyShape = z.strictObject({ id: z.uuid(), version: z.int() });
export const monthlyChargeShape = z.strictObject({
  id: z.uuid(),
  chargeLineId: z.uuid(),
  month: monthText,
  charge: moneyShape,
  steps: stepsShape,
  version: z.int(),
});
