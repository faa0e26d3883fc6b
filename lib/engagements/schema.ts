import { z } from "zod";
import { currencyCode, decimalText } from "@/lib/shared/fields";
import {
  choice,
  flag,
  freeText,
  optional,
  optionalAmount,
  optionalDate,
  optionalDecimal,
  recordId,
  requiredText,
  versionNumber,
} from "@/lib/shared/inputs";
import { OBJECTIVE_KINDS } from "./labels";
import { OUTCOMES, STAGES } from "./rules/stages";

export const objectiveFields = {
  kind: choice(OBJECTIVE_KINDS).meta({ description: "What the engagement is for", example: "costReduction" }),
  name: requiredText(200).meta({ description: "What is measured", example: "Cost per invoice" }),
  unit: requiredText(40).meta({ description: "Unit of baseline, target and realised value", example: "EUR" }),
  direction: choice(["higher", "lower"]),
  baseline: optionalDecimal,
  target: decimalText,
  dueDate: optionalDate,
};

export const createObjectiveSchema = z.strictObject(objectiveFields);
export const createObjectiveFormSchema = createObjectiveSchema.extend({ engagementId: recordId });
export const updateObjectiveSchema = createObjectiveSchema.extend({
  realised: optionalDecimal.meta({ description: "What was reached, from operate on" }),
  realisedOn: optionalDate,
});
export const updateObjectiveFormSchema = updateObjectiveSchema.extend({ id: recordId, version: versionNumber });
export type CreateObjective = z.output<typeof createObjectiveSchema>;
export type UpdateObjective = z.output<typeof updateObjectiveSchema>;

export const updateEngagementSchema = z.strictObject({
  name: requiredText(200).meta({ description: "Name", example: "Service desk and field support" }),
  summary: freeText(5000),
  ownerId: recordId.meta({ description: "The member who answers for it" }),
  currency: currencyCode,
  estimatedYearlyValue: optionalAmount.meta({ description: "Estimated charges per year, in its currency" }),
  processIds: z.array(recordId).max(500, "At most 500 processes.").default([]),
});
export const createEngagementSchema = updateEngagementSchema.extend({
  objectives: z.array(createObjectiveSchema).max(20, "At most 20 objectives.").default([]),
});
export const updateEngagementFormSchema = updateEngagementSchema.extend({ id: recordId, version: versionNumber });
export type CreateEngagement = z.output<typeof createEngagementSchema>;
export type UpdateEngagement = z.output<typeof updateEngagementSchema>;

const outcome = optional(choice(OUTCOMES)).meta({ description: "How it ended; needed for the gate to closed" });
const waiverReason = freeText(2000).meta({
  description: "Why the gate may be passed although conditions are not met",
});

export const passGateSchema = z.strictObject({ waiverReason, outcome });
export const decideGateSchema = z.strictObject({
  isApproved: flag,
  reason: freeText(2000),
  waiverReason,
});
export const moveStageSchema = z.strictObject({
  to: z.enum([...STAGES, "cancelled"]),
  reason: requiredText(2000),
});
const target = { id: recordId, version: versionNumber };
export const passGateFormSchema = passGateSchema.extend(target);
export const decideGateFormSchema = decideGateSchema.extend(target);
export const moveStageFormSchema = moveStageSchema.extend(target);
export type PassGate = z.output<typeof passGateSchema>;
export type DecideGate = z.output<typeof decideGateSchema>;
export type MoveStage = z.output<typeof moveStageSchema>;

export const checklistItemSchema = z.strictObject({
  state: choice(["open", "met", "waived"]),
  evidence: freeText(2000),
  waiverReason: freeText(2000),
});
export const checklistItemFormSchema = checklistItemSchema.extend(target);
export const addChecklistItemSchema = z.strictObject({ name: requiredText(300) });
export const addChecklistItemFormSchema = addChecklistItemSchema.extend({ engagementId: recordId });
export type ChecklistItem = z.output<typeof checklistItemSchema>;

export const searchProcessesSchema = z.strictObject({ text: freeText(200) });

const money = z.object({ amount: z.string(), currency: z.string() });
const person = z.object({ id: z.uuid(), name: z.string() });

export const engagementRepresentation = z.object({
  id: z.uuid(),
  code: z.string().meta({ example: "ENG-0007" }),
  name: z.string(),
  summary: z.string(),
  stage: z.enum([...STAGES, "cancelled"]),
  stageSince: z.string(),
  outcome: z.enum(OUTCOMES).nullable(),
  closingReason: z.string().nullable(),
  owner: person,
  currency: z.string(),
  estimatedYearlyValue: money.nullable(),
  health: z.enum(["green", "amber", "red", "grey"]),
  healthReason: z.string(),
  healthSignals: z.array(
    z.object({ key: z.string(), label: z.string(), value: z.string(), threshold: z.string(), state: z.string() }),
  ),
  healthAsOf: z.string().nullable(),
  processes: z.array(z.object({ id: z.uuid(), code: z.string(), name: z.string() })),
  version: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
});

export const gateRepresentation = z.object({
  stage: z.string(),
  next: z.string().nullable(),
  approver: z.string().nullable().meta({ description: "The role that decides; null where the gate asks for nobody" }),
  isLarge: z.boolean().meta({ description: "Above the organization's approval limit" }),
  conditions: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      isMet: z.boolean(),
      detail: z.string(),
      href: z.string().optional(),
    }),
  ),
});

export const objectiveRepresentation = z.object({
  id: z.uuid(),
  engagementId: z.uuid(),
  kind: z.enum(OBJECTIVE_KINDS),
  name: z.string(),
  unit: z.string(),
  direction: z.enum(["higher", "lower"]),
  baseline: z.string().nullable(),
  target: z.string(),
  dueDate: z.string().nullable(),
  realised: z.string().nullable(),
  realisedOn: z.string().nullable(),
  version: z.number().int(),
});

export const checklistItemRepresentation = z.object({
  id: z.uuid(),
  name: z.string(),
  state: z.enum(["open", "met", "waived"]),
  evidence: z.string(),
  waiverReason: z.string().nullable(),
  version: z.number().int(),
});
