import { z } from "zod";
import { dateText } from "@/lib/shared/fields";
import {
  choice,
  flag,
  freeText,
  optionalDate,
  optionalRecordId,
  recordId,
  requiredText,
  versionNumber,
  wholeNumber,
} from "@/lib/shared/inputs";
import { TASK_STATES, WORKSTREAMS } from "./labels";
import { TRANSITION_STAGES } from "./rules/go-live";
import { KNOWLEDGE_STEPS } from "./rules/knowledge";

const planHead = {
  name: requiredText(200),
  plannedStart: dateText,
  plannedGoLive: dateText,
  contractId: optionalRecordId.meta({ description: "The contract whose service is taken over" }),
};
const goLiveLater = { message: "Go-live comes after the start.", path: ["plannedGoLive"] };

export const createTransitionSchema = z
  .strictObject({
    engagementId: recordId,
    ...planHead,
    useTemplate: flag.meta({ description: "Begin with the usual tasks, criteria and knowledge items" }),
  })
  .refine((plan) => plan.plannedGoLive > plan.plannedStart, goLiveLater)
  .meta({ description: "A transition plan" });
export type CreateTransition = z.output<typeof createTransitionSchema>;

export const planBody = z.strictObject(planHead).refine((plan) => plan.plannedGoLive > plan.plannedStart, goLiveLater);
export type PlanInput = z.output<typeof planBody>;
export const savePlanSchema = z
  .strictObject({ ...planHead, id: recordId, version: versionNumber })
  .refine((plan) => plan.plannedGoLive > plan.plannedStart, goLiveLater);

export const stepSchema = z.strictObject({ id: recordId, version: versionNumber });

const taskHead = {
  workstream: choice(WORKSTREAMS),
  name: requiredText(200),
  plannedStart: dateText,
  plannedEnd: dateText,
  actualStart: optionalDate,
  actualEnd: optionalDate,
  progress: wholeNumber(0, 100).default(0).meta({ description: "In percent" }),
  isMilestone: flag,
  clientOwnerId: optionalRecordId,
  vendorOwner: freeText(200),
  predecessors: z
    .array(z.strictObject({ id: recordId, lagDays: wholeNumber(-365, 365).default(0) }))
    .max(100)
    .default([])
    .meta({ description: "What it waits for; a negative lag lets both overlap" }),
};
export const taskBody = z.strictObject(taskHead).meta({ description: "A task of a transition plan" });
export type TaskInput = z.output<typeof taskBody>;
export const addTaskSchema = z.strictObject({ planId: recordId, ...taskHead });
export const saveTaskSchema = z.strictObject({ id: recordId, version: versionNumber, ...taskHead });

export const criterionBody = z.strictObject({ name: requiredText(300) });
export const addCriterionSchema = criterionBody.extend({ planId: recordId });
export const judgeCriterionBody = z
  .strictObject({
    state: choice(["open", "met", "waived"]),
    evidence: freeText(2000).meta({ description: "What shows that it is met" }),
    waiverReason: freeText(2000).meta({ description: "Needed for a waiver" }),
  })
  .refine((input) => input.state !== "waived" || input.waiverReason !== "", {
    message: "Write why it can be waived.",
    path: ["waiverReason"],
  });
export type JudgeCriterion = z.output<typeof judgeCriterionBody>;
export const judgeCriterionSchema = z
  .strictObject({ id: recordId, version: versionNumber, ...judgeCriterionBody.shape })
  .refine((input) => input.state !== "waived" || input.waiverReason !== "", {
    message: "Write why it can be waived.",
    path: ["waiverReason"],
  });

export const decideGoBody = z.strictObject({
  decision: choice(["go", "noGo"]),
  reason: freeText(2000).meta({ description: "Needed for no-go; kept as the minutes of the meeting" }),
  goLiveOn: optionalDate.meta({ description: "The day of go-live; left out: today" }),
});
export const decideGoSchema = decideGoBody.extend({ id: recordId, version: versionNumber });
export type DecideGo = z.output<typeof decideGoBody>;

export const knowledgeBody = z.strictObject({ name: requiredText(200), processId: optionalRecordId });
export const addKnowledgeSchema = knowledgeBody.extend({ planId: recordId });
export const signKnowledgeBody = z.strictObject({
  step: choice(KNOWLEDGE_STEPS),
  vendorSigner: freeText(200).meta({
    description: "Only where a member records the vendor's signature: who signed there",
  }),
});
export const signKnowledgeSchema = signKnowledgeBody.extend({ id: recordId });
export const vendorKnowledgeSchema = z.strictObject({ id: recordId, step: choice(KNOWLEDGE_STEPS) });

export const transitionParams = z.object({ id: recordId });
export const transitionKey = z.strictObject({ id: z.uuid(), code: z.string(), version: z.int() });
export const versionedKey = z.strictObject({ id: z.uuid(), version: z.int() });
export const idKey = z.strictObject({ id: z.uuid() });

const day = z.string().nullable();
export const transitionShape = z
  .strictObject({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    stage: z.enum(TRANSITION_STAGES),
    engagementId: z.uuid(),
    contractId: z.uuid().nullable(),
    plannedStart: z.string(),
    plannedGoLive: z.string(),
    actualGoLive: day,
    forecastEnd: day.meta({ description: "End of the plan as it stands today, by the critical path" }),
    criticalPath: z.array(z.uuid()).meta({ description: "Tasks that move the end when they slip" }),
    tasks: z.array(
      z.strictObject({
        id: z.uuid(),
        code: z.string(),
        workstream: z.enum(WORKSTREAMS),
        name: z.string(),
        plannedStart: z.string(),
        plannedEnd: z.string(),
        actualStart: day,
        actualEnd: day,
        progress: z.int(),
        state: z.enum(TASK_STATES),
        isMilestone: z.boolean(),
        predecessors: z.array(z.strictObject({ id: z.uuid(), lagDays: z.int() })),
        version: z.int(),
      }),
    ),
    version: z.int(),
  })
  .meta({ description: "A transition plan with its tasks" });
