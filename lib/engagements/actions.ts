"use server";

import { memberAction } from "@/lib/server/action";
import type { ActionState } from "@/lib/shared/action-state";
import { done, type Outcome } from "@/lib/shared/outcome";
import { addComment, createCommentSchema } from "./comments";
import { addChecklistItem, updateChecklistItem } from "./exit-mutations";
import { decideGate, passGate, requestGate, withdrawGate } from "./gate-mutations";
import { moveStage } from "./move-mutations";
import { createEngagement, type Saved, updateEngagement } from "./mutations";
import { createObjective, removeObjective, updateObjective } from "./objective-mutations";
import { findProcesses } from "./queries";
import {
  addChecklistItemFormSchema,
  checklistItemFormSchema,
  createEngagementSchema,
  createObjectiveFormSchema,
  decideGateFormSchema,
  moveStageFormSchema,
  passGateFormSchema,
  searchProcessesSchema,
  updateEngagementFormSchema,
  updateObjectiveFormSchema,
} from "./schema";
import { targetSchema } from "./target-schema";

type Saving = (previous: ActionState, form: FormData) => Promise<ActionState>;

function answer(outcome: Outcome<Saved>, message: string) {
  if (!outcome.ok) return outcome;
  return done({ message, revalidate: `/engagements/${outcome.value.id}` });
}

export const saveNewEngagement: Saving = memberAction(
  "engagement:create",
  createEngagementSchema,
  async (input, member) => {
    const made = await createEngagement(member, input);
    if (!made.ok) return made;
    return done({
      message: `${made.value.code} created`,
      redirectTo: `/engagements/${made.value.id}`,
      revalidate: "/engagements",
    });
  },
);

export const saveEngagement: Saving = memberAction(
  "engagement:update",
  updateEngagementFormSchema,
  async ({ id, version, ...input }, member) => {
    const saved = await updateEngagement(member, { id, version }, input);
    if (!saved.ok) return saved;
    return done({ message: "Engagement saved", redirectTo: `/engagements/${id}`, revalidate: `/engagements/${id}` });
  },
);

export const askForGate: Saving = memberAction(
  "gate:request",
  passGateFormSchema,
  async ({ id, version, ...input }, member) =>
    answer(await requestGate(member, { id, version }, input), "Approval asked for"),
);

export const passThroughGate: Saving = memberAction(
  "gate:request",
  passGateFormSchema,
  async ({ id, version, ...input }, member) => answer(await passGate(member, { id, version }, input), "Gate passed"),
);

export const decideOnGate: Saving = memberAction(
  "gate:decide",
  decideGateFormSchema,
  async ({ id, version, ...input }, member) =>
    answer(await decideGate(member, { id, version }, input), input.isApproved ? "Gate passed" : "Request rejected"),
);

export const takeBackGate: Saving = memberAction("gate:request", targetSchema, async (target, member) =>
  answer(await withdrawGate(member, target), "Request taken back"),
);

export const moveEngagement: Saving = memberAction(
  "engagement:update",
  moveStageFormSchema,
  async ({ id, version, ...input }, member) =>
    answer(
      await moveStage(member, { id, version }, input),
      input.to === "cancelled" ? "Engagement cancelled" : "Engagement moved back",
    ),
);

export const addObjective: Saving = memberAction(
  "objective:write",
  createObjectiveFormSchema,
  async ({ engagementId, ...input }, member) => {
    const made = await createObjective(member, engagementId, input);
    if (!made.ok) return made;
    return done({ message: "Objective added", revalidate: `/engagements/${engagementId}/objectives` });
  },
);

export const saveObjective: Saving = memberAction(
  "objective:write",
  updateObjectiveFormSchema,
  async ({ id, version, ...input }, member) => {
    const saved = await updateObjective(member, { id, version }, input);
    if (!saved.ok) return saved;
    const href = `/engagements/${saved.value.engagementId}/objectives`;
    return done({ message: "Objective saved", redirectTo: href, revalidate: href });
  },
);

export const deleteObjective: Saving = memberAction("objective:write", targetSchema, async (target, member) => {
  const removed = await removeObjective(member, target);
  if (!removed.ok) return removed;
  const href = `/engagements/${removed.value.engagementId}/objectives`;
  return done({ message: "Objective removed", redirectTo: href, revalidate: href });
});

export const addExitItem: Saving = memberAction(
  "engagement:update",
  addChecklistItemFormSchema,
  async ({ engagementId, name }, member) => {
    const made = await addChecklistItem(member, engagementId, name);
    if (!made.ok) return made;
    return done({ message: "Item added", revalidate: `/engagements/${engagementId}/exit` });
  },
);

export const saveExitItem: Saving = memberAction(
  "engagement:update",
  checklistItemFormSchema,
  async ({ id, version, ...input }, member) => {
    const saved = await updateChecklistItem(member, { id, version }, input);
    if (!saved.ok) return saved;
    return done({ message: "Checklist saved", revalidate: `/engagements/${saved.value.engagementId}/exit` });
  },
);

export const saveComment: Saving = memberAction("comment:create", createCommentSchema, async (input, member) => {
  const made = await addComment(member, input);
  if (!made.ok) return made;
  const area = { risk: "risks", process: "processes", engagement: "engagements" }[input.subjectType];
  return done({ message: "Comment added", revalidate: `/${area}/${input.subjectId}` });
});

/** Answers what a person types in the process picker. */
export const searchProcesses: Saving = memberAction("process:read", searchProcessesSchema, async (input, member) =>
  done({ value: await findProcesses(member.organizationId, input.text) }),
);
