import { z } from "zod";
import { stepsShape } from "@/lib/shared/fields";
import { freeText, optionalRecordId, recordId, versionNumber, wholeNumber } from "@/lib/shared/inputs";
import { assessmentStates, recommendations } from "../labels";

const key = z.string().min(1).max(60);

function dropNothing<Value>(record: Record<string, Value | null>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter((entry): entry is [string, Value] => entry[1] !== null));
}

const answers = z
  .record(key, wholeNumber(1, 5).nullable())
  .default({})
  .transform(dropNothing)
  .meta({ description: "Answers 1 to 5 by criterion; null takes one back", example: { standardisation: 4 } });

const notes = z
  .record(key, freeText(2000))
  .default({})
  .transform((all) => Object.fromEntries(Object.entries(all).filter(([, text]) => text !== "")))
  .meta({ description: "Why it was answered so, by criterion" });

const knockOuts = z.array(key).max(50).default([]).meta({ description: "Keys of the knock-outs that apply" });

const content = { answers, notes, knockOuts };

/** Everything that an assessment says: what is not sent is not answered. */
export const assessmentBodySchema = z.strictObject(content);
export type AssessmentContent = z.output<typeof assessmentBodySchema>;
export const saveAssessmentSchema = z.strictObject({ id: recordId, version: versionNumber, ...content });

export const startAssessmentBodySchema = z.strictObject({
  engagementId: optionalRecordId.meta({ description: "The engagement that asks for it" }),
});
export const startAssessmentSchema = startAssessmentBodySchema.extend({ processId: recordId });

export const assessmentVersionSchema = z.strictObject({ id: recordId, version: versionNumber });

const criterion = z.object({
  key: z.string(),
  name: z.string(),
  question: z.string(),
  weight: z.string(),
  isReversed: z.boolean(),
  isImprovable: z.boolean(),
  lowMeans: z.string(),
  highMeans: z.string(),
});

export const assessmentShape = z
  .object({
    id: z.uuid(),
    process: z.object({ id: z.uuid(), code: z.string(), name: z.string() }),
    engagement: z.object({ id: z.uuid(), code: z.string(), name: z.string() }).nullable(),
    state: z.enum(assessmentStates),
    criteria: z.array(criterion),
    thresholds: z.object({ outsource: z.string(), keep: z.string() }),
    answers: z.record(z.string(), z.number()),
    notes: z.record(z.string(), z.string()),
    knockOuts: z.array(z.string()),
    score: z.string().nullable().meta({ description: "0 to 100; null while draft or when a knock-out decided first" }),
    recommendation: z.enum(recommendations).nullable(),
    reason: z.string().nullable(),
    steps: stepsShape,
    assessor: z.object({ id: z.uuid(), name: z.string() }),
    completedAt: z.string().nullable(),
    version: z.number(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ description: "Whether a process is fit to be handed to a provider" });
export type AssessmentView = z.output<typeof assessmentShape>;
