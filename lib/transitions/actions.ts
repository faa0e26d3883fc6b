"use server";

import { memberAction, vendorAction } from "@/lib/server/action";
import { done } from "@/lib/shared/outcome";
import { addCriterion, judgeCriterion, removeCriterion } from "./mutations/criteria";
import { addKnowledgeItem, removeKnowledgeItem, signKnowledge, signKnowledgeAsVendor } from "./mutations/knowledge";
import { advanceTransition, createTransition, decideGoLive, updateTransition } from "./mutations/plans";
import { addTask, removeTask, updateTask } from "./mutations/tasks";
import {
  addCriterionSchema,
  addKnowledgeSchema,
  addTaskSchema,
  createTransitionSchema,
  decideGoSchema,
  judgeCriterionSchema,
  savePlanSchema,
  saveTaskSchema,
  signKnowledgeSchema,
  stepSchema,
  vendorKnowledgeSchema,
} from "./schema";

const area = "/transitions";
const pageOf = (id: string) => `${area}/${id}`;

export const startTransition = memberAction("transition:write", createTransitionSchema, async (input, member) => {
  const made = await createTransition(member, input);
  return made.ok ? done({ message: `${made.value.code} created`, redirectTo: pageOf(made.value.id) }) : made;
});

export const savePlan = memberAction("transition:write", savePlanSchema, async (input, member) => {
  const { id, version, ...plan } = input;
  const saved = await updateTransition(member, id, version, plan);
  return saved.ok ? done({ message: "Transition saved", redirectTo: pageOf(id), revalidate: pageOf(id) }) : saved;
});

export const advance = memberAction("transition:write", stepSchema, async ({ id, version }, member) => {
  const moved = await advanceTransition(member, id, version);
  return moved.ok ? done({ message: "The transition moves on", revalidate: pageOf(id) }) : moved;
});

export const decideGo = memberAction("transition:decide", decideGoSchema, async (input, member) => {
  const { id, version, ...decision } = input;
  const decided = await decideGoLive(member, id, version, decision);
  const message = input.decision === "go" ? "Go: the service is live" : "No go is recorded";
  return decided.ok ? done({ message, revalidate: pageOf(id) }) : decided;
});

export const createTask = memberAction("transition:write", addTaskSchema, async (input, member) => {
  const { planId, ...task } = input;
  const made = await addTask(member, planId, task);
  return made.ok ? done({ message: "Task added", redirectTo: pageOf(planId), revalidate: pageOf(planId) }) : made;
});

export const saveTask = memberAction("transition:write", saveTaskSchema, async (input, member) => {
  const { id, version, ...task } = input;
  const saved = await updateTask(member, id, version, task);
  return saved.ok ? done({ message: "Task saved", revalidate: area }) : saved;
});

export const deleteTask = memberAction("transition:write", stepSchema, async ({ id, version }, member) => {
  const removed = await removeTask(member, id, version);
  if (!removed.ok) return removed;
  return done({ message: "Task removed", redirectTo: pageOf(removed.value.planId), revalidate: area });
});

export const createCriterion = memberAction("transition:write", addCriterionSchema, async (input, member) => {
  const made = await addCriterion(member, input.planId, input.name);
  return made.ok ? done({ message: "Criterion added", revalidate: `${pageOf(input.planId)}/go-no-go` }) : made;
});

export const judge = memberAction("transition:write", judgeCriterionSchema, async (input, member) => {
  const { id, version, ...judgement } = input;
  const judged = await judgeCriterion(member, id, version, judgement);
  return judged.ok ? done({ message: "Criterion saved", revalidate: area }) : judged;
});

export const deleteCriterion = memberAction("transition:write", stepSchema, async ({ id, version }, member) => {
  const removed = await removeCriterion(member, id, version);
  return removed.ok
    ? done({ message: "Criterion removed", revalidate: `${pageOf(removed.value.planId)}/go-no-go` })
    : removed;
});

export const createKnowledgeItem = memberAction("transition:write", addKnowledgeSchema, async (input, member) => {
  const { planId, ...item } = input;
  const made = await addKnowledgeItem(member, planId, item);
  return made.ok ? done({ message: "Knowledge item added", revalidate: `${pageOf(planId)}/knowledge` }) : made;
});

export const deleteKnowledgeItem = memberAction(
  "transition:write",
  stepSchema.pick({ id: true }),
  async ({ id }, member) => {
    const removed = await removeKnowledgeItem(member, id);
    return removed.ok
      ? done({ message: "Item removed", revalidate: `${pageOf(removed.value.planId)}/knowledge` })
      : removed;
  },
);

export const signStep = memberAction("transition:write", signKnowledgeSchema, async (input, member) => {
  const signed = await signKnowledge(member, input.id, input);
  return signed.ok ? done({ message: "Signed", revalidate: area }) : signed;
});

export const signStepAsVendor = vendorAction("knowledge:sign", vendorKnowledgeSchema, async ({ id, step }, contact) => {
  const signed = await signKnowledgeAsVendor(contact, id, step);
  return signed.ok ? done({ message: "Signed", revalidate: "/portal/contracts" }) : signed;
});
