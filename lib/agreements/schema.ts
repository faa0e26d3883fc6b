import { z } from "zod";
import { chargeLineBody } from "@/lib/charges/schema";
import { DATA_TERMS } from "@/lib/contracts/labels";
import { amendable, decisionBody } from "@/lib/contracts/schema";
import { createKpiBodySchema } from "@/lib/service-levels/kpi-schema";
import { amendedLevelSchema, creditTermsBodySchema } from "@/lib/service-levels/schema";
import { dateText } from "@/lib/shared/fields";
import { choice, choices, optionalWholeNumber, recordId, requiredText, versionNumber } from "@/lib/shared/inputs";
import { AMENDMENT_STATES } from "./labels";

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "The hash of a text has 64 hexadecimal digits.")
  .meta({ description: "SHA-256 of the text that was read, as GET /contracts/{id}/text gives it" });

export const signingBody = z
  .strictObject({ sha256, name: requiredText(200).meta({ description: "The name of who signs, as typed" }) })
  .meta({ description: "A name under one text" });
export type Signing = z.output<typeof signingBody>;
export const signingSchema = signingBody.extend({ id: recordId });

export const paperSigningBody = signingBody.extend({
  signedOn: dateText.meta({ description: "Day on which the vendor signed on paper" }),
});
export const paperSigningSchema = paperSigningBody.extend({ id: recordId });

export const amendmentHead = {
  effectiveFrom: dateText.meta({ description: "First day on which it holds" }),
  summary: requiredText(2000).meta({ description: "What was agreed, and why, in a sentence" }),
};

export const amendedTermsSchema = z
  .strictObject({
    ...amendable,
    dataProtectionTerms: choices(DATA_TERMS),
    creditTerms: creditTermsBodySchema.meta({ description: "Table of points for all service levels" }),
  })
  .partial()
  .meta({ description: "Terms with the value from the effective date on" });
export type AmendedTerms = z.output<typeof amendedTermsSchema>;

const code = requiredText(40);
export const amendedPartsSchema = z.strictObject({
  chargeLines: z
    .array(z.strictObject({ code: code.nullish(), line: chargeLineBody.nullable() }))
    .max(200)
    .default([])
    .meta({ description: "By code; without one a new line; `line` null ends it with the day before" }),
  kpis: z
    .array(createKpiBodySchema)
    .max(200)
    .default([])
    .meta({ description: "By code: a further definition of a KPI, or a new one" }),
  serviceLevels: z
    .array(z.strictObject({ kpi: code, level: amendedLevelSchema.nullable() }))
    .max(200)
    .default([])
    .meta({ description: "By code of the KPI; `level` null ends it with the month before" }),
  documents: z
    .array(recordId)
    .max(200)
    .default([])
    .meta({ description: "Documents of the contract that the vendor has not seen and that become part of it" }),
});
export type AmendedParts = z.output<typeof amendedPartsSchema>;

export const amendmentBody = z
  .strictObject({ ...amendmentHead, changes: amendedTermsSchema.default({}), ...amendedPartsSchema.shape })
  .meta({ description: "A numbered amendment: everything that it adds, changes or ends" });
export type AmendmentInput = z.output<typeof amendmentBody>;

export const startAmendmentSchema = z.strictObject({ ...amendmentHead, contractId: recordId });
const draftKey = { id: recordId, version: versionNumber };
export const draftVersionSchema = z.strictObject(draftKey);
export const saveAmendmentHeadSchema = z.strictObject({ ...amendmentHead, ...draftKey });
export const amendTermsSchema = z.strictObject({
  ...draftKey,
  changes: z.strictObject({ ...amendable, dataProtectionTerms: choices(DATA_TERMS) }),
});
export const amendPointsSchema = creditTermsBodySchema.extend(draftKey);
export const endPartSchema = z.strictObject({ ...draftKey, what: choice(["chargeLine", "serviceLevel"]), key: code });
export const amendLevelSchema = z.strictObject({ ...draftKey, kpi: code, ...amendedLevelSchema.shape });
export const amendDocumentsSchema = z.strictObject({ ...draftKey, documents: z.array(recordId).max(200).default([]) });
export const dropChangeSchema = z.strictObject({
  ...draftKey,
  what: choice(["term", "chargeLine", "kpi", "serviceLevel", "document"]),
  key: requiredText(60),
});
export const amendmentDecisionSchema = decisionBody.extend({ id: recordId });
export const amendmentReasonBody = z.strictObject({ reason: requiredText(2000) });
export const amendmentReasonSchema = amendmentReasonBody.extend({ id: recordId });

export const agreementParams = z.object({ id: recordId });
export const textQuery = z.object({
  number: optionalWholeNumber(1, 1_000_000).optional().meta({ description: "Left out: the text that holds" }),
});
const nullable = z.string().nullable();
export const textShape = z
  .strictObject({
    number: z.int(),
    sha256: z.string(),
    isCurrent: z.boolean(),
    amendment: z.int().nullable().meta({ description: "Number of the amendment that it stands for" }),
    createdAt: z.string(),
    content: z.string().meta({ description: "Canonical JSON: the very characters that are hashed" }),
    signatures: z.array(
      z.strictObject({
        side: z.enum(["client", "vendor"]),
        name: z.string(),
        signedAt: z.string(),
        paperOn: nullable,
        voidedAt: nullable,
        voidReason: nullable,
      }),
    ),
  })
  .meta({ description: "What the parties agree on, as one text with one hash" });
export const amendmentStateShape = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  isInForce: z.boolean(),
});
export const amendmentKeyShape = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  needsApproval: z.boolean(),
  needsAssent: z.boolean(),
  isInForce: z.boolean(),
  version: z.int(),
});
export const amendmentsShape = z.strictObject({
  data: z.array(
    z.strictObject({
      id: z.uuid(),
      number: z.int(),
      state: z.enum(AMENDMENT_STATES),
      effectiveFrom: z.string(),
      summary: z.string(),
      inForceAt: nullable,
    }),
  ),
});
export const amendmentShape = z
  .strictObject({
    id: z.uuid(),
    contractId: z.uuid(),
    number: z.int(),
    state: z.enum(AMENDMENT_STATES),
    effectiveFrom: z.string(),
    summary: z.string(),
    needsApproval: z.boolean(),
    approvedAt: nullable,
    assentedAt: nullable,
    inForceAt: nullable,
    endedReason: nullable,
    text: z.int().nullable(),
    sha256: nullable,
    differences: z.array(
      z.strictObject({
        section: z.string(),
        item: z.string(),
        term: z.string(),
        before: nullable,
        after: nullable,
      }),
    ),
  })
  .meta({ description: "An amendment with what it changes, term by term" });
