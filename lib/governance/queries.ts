import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { db } from "@/lib/server/database";
import { dayOf, decimalOf, instantOf } from "@/lib/server/values";

export async function findActionItem(organization: OrganizationId, id: string) {
  const found = await db.actionItem.findFirst({
    where: { id, organizationId: organization },
    select: {
      id: true,
      engagementId: true,
      title: true,
      description: true,
      ownerId: true,
      vendorOwner: true,
      dueDate: true,
      state: true,
      doneOn: true,
      version: true,
    },
  });
  return found && { ...found, dueDate: dayOf(found.dueDate), doneOn: dayOf(found.doneOn) };
}

export async function findIssue(organization: OrganizationId, id: string) {
  const found = await db.issue.findFirst({
    where: { id, organizationId: organization },
    select: {
      id: true,
      code: true,
      engagementId: true,
      title: true,
      description: true,
      severity: true,
      state: true,
      ownerId: true,
      openedAt: true,
      resolvedAt: true,
      rootCause: true,
      correctiveAction: true,
      version: true,
    },
  });
  return found && { ...found, openedAt: instantOf(found.openedAt), resolvedAt: instantOf(found.resolvedAt) };
}

export async function findSurvey(organization: OrganizationId, id: string) {
  const found = await db.satisfactionSurvey.findFirst({
    where: { id, organizationId: organization },
    select: { id: true, engagementId: true, month: true, score: true, responses: true, comment: true, version: true },
  });
  return found && { ...found, score: decimalOf(found.score) };
}

/** Open actions and issues of an engagement, the most urgent first, and its last surveys. */
export async function readGovernanceOf(organization: OrganizationId, engagementId: string) {
  const of = { organizationId: organization, engagementId };
  const [actions, issues, surveys] = await Promise.all([
    db.actionItem.findMany({
      where: of,
      orderBy: [{ state: "asc" }, { dueDate: "asc" }],
      take: 100,
      select: {
        id: true,
        title: true,
        dueDate: true,
        state: true,
        vendorOwner: true,
        owner: { select: { person: { select: { name: true } } } },
      },
    }),
    db.issue.findMany({
      where: of,
      orderBy: [{ state: "asc" }, { severity: "desc" }, { code: "desc" }],
      take: 100,
      select: { id: true, code: true, title: true, severity: true, state: true, openedAt: true },
    }),
    db.satisfactionSurvey.findMany({
      where: of,
      orderBy: { month: "desc" },
      take: 13,
      select: { id: true, month: true, score: true, responses: true, comment: true },
    }),
  ]);
  return {
    actions: actions.map(({ owner, vendorOwner, dueDate, ...row }) => ({
      ...row,
      dueDate: dayOf(dueDate),
      owner: owner?.person.name ?? (vendorOwner || null),
    })),
    issues: issues.map((row) => ({ ...row, openedAt: instantOf(row.openedAt) })),
    surveys: surveys.map((row) => ({ ...row, score: decimalOf(row.score) })),
  };
}
