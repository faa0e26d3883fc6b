import { z } from "zod";
import {
  choice,
  freeText,
  optionalDate,
  optionalRecordId,
  optionalWholeNumber,
  recordId,
  requiredText,
  versionNumber,
  wholeNumber,
} from "@/lib/shared/inputs";
import { RISK_CATEGORIES, RISK_STATES } from "./labels";

export const riskSchema = z
  .strictObject({
    title: requiredText(200).meta({ description: "What may happen", example: "Key people leave before handover" }),
    description: freeText(5000),
    category: choice(RISK_CATEGORIES),
    engagementId: optionalRecordId,
    vendorId: optionalRecordId,
    probability: wholeNumber(1, 5),
    impact: wholeNumber(1, 5),
    residualProbability: optionalWholeNumber(1, 5).meta({ description: "After the mitigations" }),
    residualImpact: optionalWholeNumber(1, 5),
    ownerId: optionalRecordId,
    state: choice(RISK_STATES).default("open"),
    reviewDate: optionalDate,
  })
  .refine((risk) => (risk.residualProbability === null) === (risk.residualImpact === null), {
    message: "Give both residual grades, or none.",
    path: ["residualImpact"],
  })
  .refine((risk) => risk.residualProbability === null || risk.residualProbability <= risk.probability, {
    message: "Mitigations cannot make it likelier than it is without them.",
    path: ["residualProbability"],
  })
  .refine((risk) => risk.residualImpact === null || risk.residualImpact <= risk.impact, {
    message: "Mitigations cannot make it worse than it is without them.",
    path: ["residualImpact"],
  });
export type RiskInput = z.output<typeof riskSchema>;

const target = { id: recordId, version: versionNumber };
/** A form sends which record it is about beside the record's own fields. */
export const riskFormSchema = riskSchema.safeExtend(target);

export const mitigationSchema = z.strictObject({
  description: requiredText(1000),
  dueDate: optionalDate,
  doneOn: optionalDate,
  ownerId: optionalRecordId,
});
export type MitigationInput = z.output<typeof mitigationSchema>;
export const newMitigationFormSchema = mitigationSchema.extend({ riskId: recordId });
export const mitigationFormSchema = mitigationSchema.extend(target);

const grade = z.number().int().min(1).max(5);

export const mitigationRepresentation = z.object({
  id: z.uuid(),
  riskId: z.uuid(),
  description: z.string(),
  dueDate: z.string().nullable(),
  doneOn: z.string().nullable(),
  ownerId: z.uuid().nullable(),
  owner: z.string().nullable(),
  version: z.number().int(),
});

export const riskRepresentation = z.object({
  id: z.uuid(),
  code: z.string().meta({ example: "RSK-0012" }),
  title: z.string(),
  description: z.string(),
  category: z.enum(RISK_CATEGORIES),
  engagementId: z.uuid().nullable(),
  vendorId: z.uuid().nullable(),
  probability: grade,
  impact: grade,
  score: z.number().int(),
  rating: z.enum(["low", "medium", "high"]),
  residualProbability: grade.nullable(),
  residualImpact: grade.nullable(),
  ownerId: z.uuid().nullable(),
  state: z.enum(RISK_STATES),
  reviewDate: z.string().nullable(),
  mitigations: z.array(mitigationRepresentation),
  version: z.number().int(),
});
