import "server-only";
import { z } from "zod";
import type { OrganizationId } from "@/lib/access/actor";
import { type Endpoint, memberEndpoint } from "@/lib/server/api/endpoint";
import { listEndpoint } from "@/lib/server/api/list-endpoint";
import { recordId } from "@/lib/shared/inputs";
import { done, refuseMissing } from "@/lib/shared/outcome";
import { createActionItem, updateActionItem } from "./action-mutations";
import { createIssue, updateIssue } from "./issue-mutations";
import { actionItemList, issueList, surveyList } from "./lists";
import { findActionItem, findIssue, findSurvey } from "./queries";
import {
  actionItemRepresentation,
  actionItemSchema,
  issueRepresentation,
  issueSchema,
  surveyRepresentation,
  surveySchema,
} from "./schema";
import { createSurvey } from "./survey-mutations";

const tag = "Governance";
const params = z.object({ id: recordId });

async function showAction(organization: OrganizationId, id: string) {
  const found = await findActionItem(organization, id);
  return found ? done(found) : refuseMissing("action");
}

async function showIssue(organization: OrganizationId, id: string) {
  const found = await findIssue(organization, id);
  return found ? done(found) : refuseMissing("issue");
}

export const governanceEndpoints: Endpoint[] = [
  listEndpoint(actionItemList, { path: "/actions", tag, summary: "List actions" }),
  memberEndpoint("governance:write", {
    method: "POST",
    path: "/actions",
    tag,
    summary: "Add an action",
    body: actionItemSchema,
    response: actionItemRepresentation,
    status: 201,
    handle: async ({ actor, body }) => {
      const made = await createActionItem(actor, body);
      if (!made.ok) return made;
      const shown = await showAction(actor.organizationId, made.value.id);
      return shown.ok ? done({ created: shown.value, location: `/api/v1/actions/${made.value.id}` }) : shown;
    },
  }),
  memberEndpoint("governance:read", {
    method: "GET",
    path: "/actions/{id}",
    tag,
    summary: "Read an action",
    params,
    response: actionItemRepresentation,
    handle: ({ actor, params: { id } }) => showAction(actor.organizationId, id),
  }),
  memberEndpoint("governance:write", {
    method: "PUT",
    path: "/actions/{id}",
    tag,
    summary: "Change an action",
    params,
    body: actionItemSchema,
    response: actionItemRepresentation,
    versioned: true,
    handle: async ({ actor, params: { id }, version, body }) => {
      const saved = await updateActionItem(actor, { id, version }, body);
      return saved.ok ? showAction(actor.organizationId, id) : saved;
    },
  }),
  listEndpoint(issueList, { path: "/issues", tag, summary: "List issues" }),
  memberEndpoint("governance:write", {
    method: "POST",
    path: "/issues",
    tag,
    summary: "Open an issue",
    body: issueSchema,
    response: issueRepresentation,
    status: 201,
    handle: async ({ actor, body }) => {
      const made = await createIssue(actor, body);
      if (!made.ok) return made;
      const shown = await showIssue(actor.organizationId, made.value.id);
      return shown.ok ? done({ created: shown.value, location: `/api/v1/issues/${made.value.id}` }) : shown;
    },
  }),
  memberEndpoint("governance:read", {
    method: "GET",
    path: "/issues/{id}",
    tag,
    summary: "Read an issue",
    params,
    response: issueRepresentation,
    handle: ({ actor, params: { id } }) => showIssue(actor.organizationId, id),
  }),
  memberEndpoint("governance:write", {
    method: "PUT",
    path: "/issues/{id}",
    tag,
    summary: "Change, resolve or close an issue",
    params,
    body: issueSchema,
    response: issueRepresentation,
    versioned: true,
    handle: async ({ actor, params: { id }, version, body }) => {
      const saved = await updateIssue(actor, { id, version }, body);
      return saved.ok ? showIssue(actor.organizationId, id) : saved;
    },
  }),
  listEndpoint(surveyList, { path: "/surveys", tag, summary: "List satisfaction surveys" }),
  memberEndpoint("governance:write", {
    method: "POST",
    path: "/surveys",
    tag,
    summary: "Record a satisfaction survey",
    body: surveySchema,
    response: surveyRepresentation,
    status: 201,
    handle: async ({ actor, body }) => {
      const made = await createSurvey(actor, body);
      if (!made.ok) return made;
      const shown = await findSurvey(actor.organizationId, made.value.id);
      return shown ? done({ created: shown }) : refuseMissing("survey");
    },
  }),
];
