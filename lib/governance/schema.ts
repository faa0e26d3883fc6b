import { z } from "zod";
import { dateText, decimalText, monthText } from "@/lib/shared/fields";
import {
  choice,
  freeText,
  optionalRecordId,
  recordId,
  requiredText,
  versionNumber,
  wholeNumber,
} from "@/lib/shared/inputs";
import { ACTION_STATES, ISSUE_STATES, SEVERITIES } from "./labels";

const target = { id: recordId, version: versionNumber };

export const actionItemSchema = z.strictObject({
  engagementId: recordId,
  title: requiredText(200).meta({ description: "What is to be done", example: "Find the root cause of the backlog" }),
  description: freeText(5000),
  ownerId: optionalRecordId.meta({ description: "The member who does it" }),
  vendorOwner: freeText(120).meta({ description: "The person at the vendor who does it" }),
  dueDate: dateText,
  state: choice(ACTION_STATES).default("open"),
});
export type ActionItemInput = z.output<typeof actionItemSchema>;
export const actionItemFormSchema = actionItemSchema.extend(target);

export const issueSchema = z.strictObject({
  engagementId: recordId,
  title: requiredText(200).meta({ description: "What is wrong", example: "Payments run twice" }),
  description: freeText(5000),
  severity: choice(SEVERITIES),
  state: choice(ISSUE_STATES).default("open"),
  ownerId: optionalRecordId,
  rootCause: freeText(5000),
  correctiveAction: freeText(5000),
});
export type IssueInput = z.output<typeof issueSchema>;
export const issueFormSchema = issueSchema.extend(target);

export const surveySchema = z.strictObject({
  engagementId: recordId,
  month: monthText,
  score: decimalText.refine((value) => {
    const score = Number(value);
    return !Number.isFinite(score) || (score >= 1 && score <= 5);
  }, "The mean answer lies between 1 and 5."),
  responses: wholeNumber(0, 1_000_000),
  comment: freeText(5000),
});
export type SurveyInput = z.output<typeof surveySchema>;

export const actionItemRepresentation = z.object({
  id: z.uuid(),
  engagementId: z.uuid(),
  title: z.string(),
  description: z.string(),
  ownerId: z.uuid().nullable(),
  vendorOwner: z.string(),
  dueDate: z.string(),
  state: z.enum(ACTION_STATES),
  doneOn: z.string().nullable(),
  version: z.number().int(),
});

export const issueRepresentation = z.object({
  id: z.uuid(),
  code: z.string().meta({ example: "ISS-0004" }),
  engagementId: z.uuid(),
  title: z.string(),
  description: z.string(),
  severity: z.enum(SEVERITIES),
  state: z.enum(ISSUE_STATES),
  ownerId: z.uuid().nullable(),
  openedAt: z.string(),
  resolvedAt: z.string().nullable(),
  rootCause: z.string(),
  correctiveAction: z.string(),
  version: z.number().int(),
});

export const surveyRepresentation = z.object({
  id: z.uuid(),
  engagementId: z.uuid(),
  month: z.string(),
  score: z.string(),
  responses: z.number().int(),
  comment: z.string(),
  version: z.number().int(),
});
