import { type Endpoint, memberEndpoint, sharedEndpoint } from "@/lib/server/api/endpoint";
import { listEndpoint } from "@/lib/server/api/list-endpoint";
import { done, refuseMissing } from "@/lib/shared/outcome";
import { transitionList, transitionTaskList } from "./lists";
import { addCriterion, judgeCriterion } from "./mutations/criteria";
import { addKnowledgeItem, signKnowledge, signKnowledgeAsVendor } from "./mutations/knowledge";
import { advanceTransition, createTransition, decideGoLive, updateTransition } from "./mutations/plans";
import { addTask, removeTask, updateTask } from "./mutations/tasks";
import { findTransition, listTasks } from "./queries";
import { scheduleTasks } from "./schedule";
import {
  createTransitionSchema,
  criterionBody,
  decideGoBody,
  idKey,
  judgeCriterionBody,
  knowledgeBody,
  planBody,
  signKnowledgeBody,
  taskBody,
  transitionKey,
  transitionParams,
  transitionShape,
  versionedKey,
} from "./schema";

const tag = "Transitions";
const params = transitionParams;

const plans: Endpoint[] = [
  listEndpoint(transitionList, { path: "/transitions", tag, summary: "List transitions" }),
  listEndpoint(transitionTaskList, { path: "/transition-tasks", tag, summary: "List tasks of transitions" }),
  memberEndpoint("transition:write", {
    method: "POST",
    path: "/transitions",
    tag,
    summary: "Plan a transition",
    body: createTransitionSchema,
    response: transitionKey,
    status: 201,
    handle: async ({ actor, body }) => {
      const made = await createTransition(actor, body);
      return made.ok ? done({ created: made.value, location: `/api/v1/transitions/${made.value.id}` }) : made;
    },
  }),
  memberEndpoint("transition:read", {
    method: "GET",
    path: "/transitions/{id}",
    tag,
    summary: "Read a transition with its tasks and critical path",
    params,
    response: transitionShape,
    handle: async ({ actor, params: { id } }) => {
      const plan = await findTransition(actor.organizationId, id);
      if (!plan) return refuseMissing("transition");
      const tasks = await listTasks(actor.organizationId, id);
      const schedule = scheduleTasks(tasks, plan.today);
      return done({
        id,
        code: plan.code,
        name: plan.name,
        stage: plan.stage,
        engagementId: plan.engagement.id,
        contractId: plan.contract?.id ?? null,
        plannedStart: plan.plannedStart,
        plannedGoLive: plan.plannedGoLive,
        actualGoLive: plan.actualGoLive,
        forecastEnd: schedule?.end ?? null,
        criticalPath: schedule?.criticalPath ?? [],
        tasks: tasks.map((task) => ({
          id: task.id,
          code: task.code,
          workstream: task.workstream,
          name: task.name,
          plannedStart: task.plannedStart,
          plannedEnd: task.plannedEnd,
          actualStart: task.actualStart,
          actualEnd: task.actualEnd,
          progress: task.progress,
          state: task.state,
          isMilestone: task.isMilestone,
          predecessors: task.predecessors,
          version: task.version,
        })),
        version: plan.version,
      });
    },
  }),
  memberEndpoint("transition:write", {
    method: "PUT",
    path: "/transitions/{id}",
    tag,
    summary: "Change name, dates and contract of a transition",
    params,
    body: planBody,
    response: versionedKey,
    versioned: true,
    handle: ({ actor, params: { id }, version, body }) => updateTransition(actor, id, version, body),
  }),
  memberEndpoint("transition:write", {
    method: "POST",
    path: "/transitions/{id}/advance",
    tag,
    summary: "Move a transition to its next stage",
    params,
    response: versionedKey,
    versioned: true,
    handle: ({ actor, params: { id }, version }) => advanceTransition(actor, id, version),
  }),
  memberEndpoint("transition:decide", {
    method: "POST",
    path: "/transitions/{id}/decide",
    tag,
    summary: "Decide go or no-go",
    params,
    body: decideGoBody,
    response: versionedKey,
    versioned: true,
    handle: ({ actor, params: { id }, version, body }) => decideGoLive(actor, id, version, body),
  }),
];

const parts: Endpoint[] = [
  memberEndpoint("transition:write", {
    method: "POST",
    path: "/transitions/{id}/tasks",
    tag,
    summary: "Add a task",
    params,
    body: taskBody,
    response: versionedKey,
    status: 201,
    handle: async ({ actor, params: { id }, body }) => {
      const made = await addTask(actor, id, body);
      return made.ok ? done({ created: made.value }) : made;
    },
  }),
  memberEndpoint("transition:write", {
    method: "PUT",
    path: "/transition-tasks/{id}",
    tag,
    summary: "Write a task anew",
    params,
    body: taskBody,
    response: versionedKey,
    versioned: true,
    handle: ({ actor, params: { id }, version, body }) => updateTask(actor, id, version, body),
  }),
  memberEndpoint("transition:write", {
    method: "DELETE",
    path: "/transition-tasks/{id}",
    tag,
    summary: "Remove a task that has not begun",
    params,
    status: 204,
    versioned: true,
    handle: ({ actor, params: { id }, version }) => removeTask(actor, id, version),
  }),
  memberEndpoint("transition:write", {
    method: "POST",
    path: "/transitions/{id}/criteria",
    tag,
    summary: "Add a go/no-go criterion",
    params,
    body: criterionBody,
    response: versionedKey,
    status: 201,
    handle: async ({ actor, params: { id }, body }) => {
      const made = await addCriterion(actor, id, body.name);
      return made.ok ? done({ created: made.value }) : made;
    },
  }),
  memberEndpoint("transition:write", {
    method: "PUT",
    path: "/go-no-go-criteria/{id}",
    tag,
    summary: "Judge a criterion: met, waived with a reason, or open",
    params,
    body: judgeCriterionBody,
    response: versionedKey,
    versioned: true,
    handle: ({ actor, params: { id }, version, body }) => judgeCriterion(actor, id, version, body),
  }),
  memberEndpoint("transition:write", {
    method: "POST",
    path: "/transitions/{id}/knowledge-items",
    tag,
    summary: "Add a knowledge item",
    params,
    body: knowledgeBody,
    response: idKey,
    status: 201,
    handle: async ({ actor, params: { id }, body }) => {
      const made = await addKnowledgeItem(actor, id, body);
      return made.ok ? done({ created: made.value }) : made;
    },
  }),
  sharedEndpoint(
    { member: "transition:write", vendor: "knowledge:sign" },
    {
      method: "POST",
      path: "/knowledge-items/{id}/sign",
      tag,
      summary: "Sign a step of a knowledge item for the side that calls",
      params,
      body: signKnowledgeBody,
      response: idKey,
      handle: ({ actor, params: { id }, body }) =>
        actor.kind === "vendor" ? signKnowledgeAsVendor(actor, id, body.step) : signKnowledge(actor, id, body),
    },
  ),
];

export const transitionEndpoints: Endpoint[] = [...plans, ...parts];
