import "server-only";
import { type Actor, asOrganizationId, systemActor } from "@/lib/access/actor";
import { db } from "@/lib/server/database";
import type { JobRun } from "@/lib/server/job-handlers";

/** The person who asked for a job stands in the audit event, although a worker does it. */
export async function findAsker(
  run: Pick<JobRun, "organizationId" | "createdById" | "createdByContactId">,
): Promise<Actor> {
  const trace = {
    requestId: null,
    ipAddress: null,
    organizationId: asOrganizationId(run.organizationId),
    scopes: null,
  };
  if (run.createdById) {
    const member = await db.member.findUnique({
      where: { id: run.createdById },
      select: { id: true, personId: true, roles: true, person: { select: { name: true } } },
    });
    if (member)
      return {
        ...trace,
        kind: "member",
        memberId: member.id,
        personId: member.personId,
        name: member.person.name,
        roles: member.roles,
      };
  }
  if (run.createdByContactId) {
    const contact = await db.vendorContact.findUnique({
      where: { id: run.createdByContactId },
      select: { id: true, vendorId: true, personId: true, name: true },
    });
    if (contact)
      return {
        ...trace,
        kind: "vendor",
        contactId: contact.id,
        vendorId: contact.vendorId,
        personId: contact.personId ?? contact.id,
        name: contact.name,
      };
  }
  return systemActor(run.organizationId);
}
