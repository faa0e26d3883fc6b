import { z } from "zod";
import { isDecimalText } from "@/lib/shared/decimal";
import { decimalText } from "@/lib/shared/fields";
import {
  choice,
  flag,
  freeText,
  optional,
  optionalDecimal,
  optionalRecordId,
  recordId,
  requiredText,
  versionNumber,
} from "@/lib/shared/inputs";
import { DIRECTIONS, REQUIREMENT_KINDS, REQUIREMENT_PRIORITIES, SCOPE_STATES } from "./labels";
import { proposedLevelProblems } from "./rules";

const existing = { id: recordId, version: versionNumber };
const inScope = { scopeId: recordId };

export const scopeTextsSchema = z
  .strictObject({
    inScope: freeText(20_000),
    outOfScope: freeText(20_000),
    retainedResponsibilities: freeText(20_000),
  })
  .meta({ description: "What the vendor shall do, what not, and what stays with the client" });
export const changeScopeSchema = scopeTextsSchema.partial();
export type ScopeTexts = z.output<typeof changeScopeSchema>;
export const saveScopeSchema = scopeTextsSchema.extend(existing);
export const startScopeSchema = z.strictObject({ engagementId: recordId });

export const requirementSchema = z
  .strictObject({
    section: requiredText(200),
    title: requiredText(300),
    description: freeText(5000),
    kind: choice(REQUIREMENT_KINDS),
    priority: optional(choice(REQUIREMENT_PRIORITIES)),
    processId: optionalRecordId,
  })
  .meta({ description: "One thing that the vendor must or should do" });
export type RequirementInput = z.output<typeof requirementSchema>;
export const addRequirementSchema = requirementSchema.extend(inScope);
export const saveRequirementSchema = requirementSchema.extend(existing);
export const changeRequirementSchema = requirementSchema.partial();
export const moveBodySchema = z.strictObject({ way: choice(["up", "down"]) });
export const moveRequirementSchema = moveBodySchema.extend(existing);
export const partKeySchema = z.strictObject(existing);

export const deliverableSchema = z
  .strictObject({ name: requiredText(200), description: freeText(5000) })
  .meta({ description: "Something that the vendor hands over" });
export type DeliverableInput = z.output<typeof deliverableSchema>;
export const addDeliverableSchema = deliverableSchema.extend(inScope);
export const saveDeliverableSchema = deliverableSchema.extend(existing);

const raci = z
  .string({ error: "Write letters of R, A, C, I." })
  .trim()
  .toUpperCase()
  .regex(/^[RACI](?:[ ,/]*[RACI])*$|^$/, "Write letters of R, A, C, I.")
  .transform((text) => [...new Set(text.replace(/[^RACI]/g, ""))].join(""))
  .nullish()
  .transform((text) => text ?? "");
export const responsibilitySchema = z
  .strictObject({ activity: requiredText(300), client: raci, vendor: raci })
  .meta({ description: "One row of the RACI matrix: letters of R, A, C, I for each side" });
export type ResponsibilityInput = z.output<typeof responsibilitySchema>;
export const addResponsibilitySchema = responsibilitySchema.extend(inScope);
export const saveResponsibilitySchema = responsibilitySchema.extend(existing);

export const proposedLevelFields = z.strictObject({
  name: requiredText(200),
  unit: requiredText(50),
  direction: choice(DIRECTIONS),
  expected: decimalText,
  minimum: decimalText,
  baseline: optionalDecimal,
  isBaselineUnknown: flag,
  isCritical: flag,
  measurement: freeText(2000),
  processId: optionalRecordId,
});
export type ProposedLevelInput = z.output<typeof proposedLevelFields>;

function checkLevel(input: ProposedLevelInput, context: z.RefinementCtx) {
  if (![input.expected, input.minimum, input.baseline ?? "0"].every(isDecimalText)) return;
  for (const { field, message } of proposedLevelProblems(input))
    context.addIssue({ code: "custom", path: [field], message });
}
export const proposedLevelSchema = proposedLevelFields
  .superRefine(checkLevel)
  .meta({ description: "A service level as the client proposes it" });
export const addProposedLevelSchema = proposedLevelFields.extend(inScope).superRefine(checkLevel);
export const saveProposedLevelSchema = proposedLevelFields.extend(existing).superRefine(checkLevel);

const text = z.string();
const processRef = z.object({ id: text, code: text, name: text }).nullable();
export const requirementViewSchema = z.object({
  id: text,
  scopeId: text,
  code: text,
  position: z.int(),
  section: text,
  kind: z.enum(REQUIREMENT_KINDS),
  priority: z.enum(REQUIREMENT_PRIORITIES).nullable(),
  title: text,
  description: text,
  process: processRef,
  version: z.int(),
});
export type RequirementView = z.output<typeof requirementViewSchema>;

const deliverableView = z.object({ id: text, name: text, description: text, version: z.int() });
const responsibilityView = z.object({ id: text, activity: text, client: text, vendor: text, version: z.int() });
const proposedLevelView = z.object({
  id: text,
  name: text,
  unit: text,
  direction: z.enum(DIRECTIONS),
  expected: text,
  minimum: text,
  baseline: text.nullable(),
  isBaselineUnknown: z.boolean(),
  isCritical: z.boolean(),
  measurement: text,
  process: processRef,
  version: z.int(),
});
export type DeliverableView = z.output<typeof deliverableView>;
export type ResponsibilityView = z.output<typeof responsibilityView>;
export type ProposedLevelView = z.output<typeof proposedLevelView>;

export const scopeSchema = z
  .object({
    id: text,
    engagementId: text,
    revision: z.int(),
    state: z.enum(SCOPE_STATES),
    inScope: text,
    outOfScope: text,
    retainedResponsibilities: text,
    issuedAt: text.nullable(),
    requirements: z.array(requirementViewSchema),
    deliverables: z.array(deliverableView),
    responsibilities: z.array(responsibilityView),
    proposedServiceLevels: z.array(proposedLevelView),
    version: z.int(),
  })
  .meta({ description: "One revision of a scope of work" });
export type ScopeView = z.output<typeof scopeSchema>;
