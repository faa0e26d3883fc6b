import "server-only";
import { z } from "zod";
import { type Endpoint, memberEndpoint, sharedEndpoint } from "@/lib/server/api/endpoint";
import { listEndpoint } from "@/lib/server/api/list-endpoint";
import { auditList } from "@/lib/server/audit/list";
import { verifyChain } from "@/lib/server/audit/verify";
import { cancelJob, findJobForApi, jobList } from "@/lib/server/job-list";
import { outboxList, sendAgain } from "@/lib/server/outbox-list";
import { recordId } from "@/lib/shared/inputs";
import { NOTICE_KINDS } from "@/lib/shared/notice-kinds";
import { done, refuseMissing } from "@/lib/shared/outcome";
import { findMember } from "./find-member";
import { inviteMember, listInvitations, revokeInvitation } from "./invitations";
import { memberList, tokenList } from "./lists";
import { changeMemberRoles, removeMember } from "./members";
import { listNoticeChoices, saveNoticeChoices } from "./notice-choices";
import { findOrganization, updateOrganization } from "./organization";
import { roles } from "./rights";
import { inviteSchema, memberRolesSchema, noticeChoicesSchema, organizationSchema, tokenBodySchema } from "./schema";
import { createToken, revokeToken, tokenScopes } from "./tokens";

const params = z.object({ id: recordId });
const instant = z.string().meta({ format: "date-time" });
const made = z.object({ id: z.uuid() });
const role = z.enum(roles);

const memberShape = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  title: z.string(),
  roles: z.array(role),
  version: z.number(),
});
type MemberActorOf = Parameters<typeof findMember>[0];

async function readMember(actor: MemberActorOf, id: string) {
  const member = await findMember(actor, id);
  if (!member) return refuseMissing("member");
  const { person, ...rest } = member;
  return done({ ...rest, ...person });
}

const organizationShape = z.object({
  id: z.uuid(),
  name: z.string(),
  slug: z.string(),
  country: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  locale: z.string(),
  approvalLimit: z.object({ amount: z.string(), currency: z.string() }),
  creditLimit: z.object({ amount: z.string(), currency: z.string() }),
  watermelonFall: z.string(),
  outsourceAt: z.number(),
  considerAt: z.number(),
  standstillDays: z.number(),
  version: z.number(),
});

async function readOrganization(actor: MemberActorOf) {
  const found = await findOrganization(actor);
  if (!found) return refuseMissing("organization");
  const money = (amount: string) => ({ amount, currency: found.currency });
  return done({ ...found, approvalLimit: money(found.approvalLimit), creditLimit: money(found.creditLimit) });
}

const noticeChoicesShape = z.object({
  items: z.array(z.object({ kind: z.enum(NOTICE_KINDS), inApp: z.boolean(), byMail: z.boolean() })),
});

const people: Endpoint[] = [
  sharedEndpoint(
    { member: "organization:read", vendor: "portal:read" },
    {
      method: "GET",
      path: "/me",
      tag: "People",
      summary: "Whom the token speaks for, and what it may do",
      response: z.object({
        kind: z.enum(["member", "vendor"]),
        name: z.string(),
        organizationId: z.uuid(),
        vendorId: z.uuid().nullable(),
        roles: z.array(role),
        rights: z.array(z.string()),
      }),
      handle: async ({ actor }) =>
        done({
          kind: actor.kind,
          name: actor.name,
          organizationId: actor.organizationId,
          vendorId: actor.kind === "vendor" ? actor.vendorId : null,
          roles: actor.kind === "member" ? actor.roles : [],
          rights: tokenScopes(actor),
        }),
    },
  ),
  sharedEndpoint(
    { member: "organization:read", vendor: "portal:read" },
    {
      method: "GET",
      path: "/me/notices",
      tag: "People",
      summary: "What you are told of, in the app and by e-mail",
      response: noticeChoicesShape,
      handle: async ({ actor }) => done({ items: await listNoticeChoices(actor) }),
    },
  ),
  sharedEndpoint(
    { member: "organization:read", vendor: "portal:read" },
    {
      method: "PUT",
      path: "/me/notices",
      tag: "People",
      summary: "Choose what you are told of",
      description: "The kinds that are on; every other one is off.",
      body: noticeChoicesSchema,
      response: noticeChoicesShape,
      handle: async ({ actor, body }) => {
        const saved = await saveNoticeChoices(actor, body);
        return saved.ok ? done({ items: await listNoticeChoices(actor) }) : saved;
      },
    },
  ),
  listEndpoint(memberList, { path: "/members", tag: "People", summary: "List members" }),
  memberEndpoint("member:read", {
    method: "GET",
    path: "/members/{id}",
    tag: "People",
    summary: "Read a member",
    params,
    response: memberShape,
    handle: ({ actor, params: { id } }) => readMember(actor, id),
  }),
  memberEndpoint("member:manage", {
    method: "PATCH",
    path: "/members/{id}",
    tag: "People",
    summary: "Change a member's roles",
    description: "Who loses a role is signed out at once. The last administrator stays one.",
    params,
    body: memberRolesSchema.pick({ roles: true }),
    response: memberShape,
    versioned: true,
    handle: async ({ actor, params: { id }, body, version }) => {
      const outcome = await changeMemberRoles(actor, { id, version, roles: body.roles });
      return outcome.ok ? readMember(actor, id) : outcome;
    },
  }),
  memberEndpoint("member:manage", {
    method: "DELETE",
    path: "/members/{id}",
    tag: "People",
    summary: "Remove a member; sessions and tokens end at once",
    params,
    status: 204,
    versioned: true,
    handle: ({ actor, params: { id }, version }) => removeMember(actor, { id, version }),
  }),
  memberEndpoint("member:manage", {
    method: "GET",
    path: "/member-invitations",
    tag: "People",
    summary: "List the open invitations of members, at most 100",
    response: z.object({
      data: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          email: z.string(),
          roles: z.array(role),
          createdAt: instant,
          expiresAt: instant,
        }),
      ),
      nextCursor: z.null(),
    }),
    handle: async ({ actor }) => done({ data: await listInvitations(actor.organizationId), nextCursor: null }),
  }),
  memberEndpoint("member:manage", {
    method: "POST",
    path: "/member-invitations",
    tag: "People",
    summary: "Invite a member by e-mail",
    body: inviteSchema,
    response: made,
    status: 201,
    handle: async ({ actor, body }) => {
      const outcome = await inviteMember(actor, body);
      return outcome.ok ? done({ created: outcome.value }) : outcome;
    },
  }),
  memberEndpoint("member:manage", {
    method: "DELETE",
    path: "/member-invitations/{id}",
    tag: "People",
    summary: "Withdraw an invitation",
    params,
    status: 204,
    handle: ({ actor, params: { id } }) => revokeInvitation(actor, id),
  }),
];

const organization: Endpoint[] = [
  memberEndpoint("organization:read", {
    method: "GET",
    path: "/organization",
    tag: "Organization",
    summary: "Read the settings of the organization",
    response: organizationShape,
    handle: ({ actor }) => readOrganization(actor),
  }),
  memberEndpoint("organization:update", {
    method: "PUT",
    path: "/organization",
    tag: "Organization",
    summary: "Change the settings of the organization",
    body: organizationSchema.omit({ version: true }),
    response: organizationShape,
    versioned: true,
    handle: async ({ actor, body, version }) => {
      const outcome = await updateOrganization(actor, { ...body, version });
      return outcome.ok ? readOrganization(actor) : outcome;
    },
  }),
];

const tokens: Endpoint[] = [
  listEndpoint(tokenList, { path: "/tokens", tag: "Tokens", summary: "List the tokens of the organization" }),
  memberEndpoint("token:manage", {
    method: "POST",
    path: "/tokens",
    tag: "Tokens",
    summary: "Make a token: it stands in this answer and never again",
    body: tokenBodySchema,
    response: made.extend({ token: z.string() }),
    status: 201,
    handle: async ({ actor, body }) => {
      const outcome = await createToken(actor, body);
      return outcome.ok ? done({ created: outcome.value }) : outcome;
    },
  }),
  memberEndpoint("token:manage", {
    method: "DELETE",
    path: "/tokens/{id}",
    tag: "Tokens",
    summary: "Revoke a token",
    params,
    status: 204,
    handle: ({ actor, params: { id } }) => revokeToken(actor, id),
  }),
];

const operation: Endpoint[] = [
  listEndpoint(jobList, { path: "/jobs", tag: "Jobs", summary: "List jobs" }),
  sharedEndpoint(
    { member: "job:read", vendor: "measurement:report" },
    {
      method: "GET",
      path: "/jobs/{id}",
      tag: "Jobs",
      summary: "Read a job: state, progress, first errors",
      description: "A vendor's contact sees the own company's jobs.",
      params,
      response: z.object({
        id: z.uuid(),
        kind: z.string(),
        state: z.enum(["queued", "running", "done", "failed", "cancelled"]),
        message: z.string().nullable(),
        progress: z.unknown(),
        errors: z.unknown(),
        attempts: z.number(),
        createdAt: instant,
        startedAt: instant.nullable(),
        finishedAt: instant.nullable(),
      }),
      handle: async ({ actor, params: { id } }) => {
        const job = await findJobForApi(actor, id);
        return job ? done(job) : refuseMissing("job");
      },
    },
  ),
  memberEndpoint("member:manage", {
    method: "POST",
    path: "/jobs/{id}/cancel",
    tag: "Jobs",
    summary: "Cancel a job that does not run yet",
    params,
    status: 204,
    handle: ({ actor, params: { id } }) => cancelJob(actor, id),
  }),
  listEndpoint(outboxList, { path: "/outbox", tag: "Outbox", summary: "List e-mails, without their texts" }),
  memberEndpoint("outbox:read", {
    method: "POST",
    path: "/outbox/{id}/send-again",
    tag: "Outbox",
    summary: "Try a message again that was given up",
    params,
    status: 204,
    handle: ({ actor, params: { id } }) => sendAgain(actor, id),
  }),
  listEndpoint(auditList, { path: "/audit-events", tag: "Audit log", summary: "List audit events, newest first" }),
  memberEndpoint("audit:read", {
    method: "GET",
    path: "/audit-events/verification",
    tag: "Audit log",
    summary: "Follow the whole chain and name the first broken link",
    response: z.union([
      z.object({ ok: z.literal(true), events: z.string(), head: z.string() }),
      z.object({ ok: z.literal(false), sequence: z.string(), problem: z.string() }),
    ]),
    handle: async ({ actor }) => done(await verifyChain(actor.organizationId)),
  }),
];

export const accessEndpoints: Endpoint[] = [...people, ...organization, ...tokens, ...operation];
