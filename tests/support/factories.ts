import { randomUUID } from "node:crypto";
import { asOrganizationId, type MemberActor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/rights";
import { db } from "@/lib/server/database";

type Organization = { id: ReturnType<typeof asOrganizationId>; name: string };

/** An organization with nothing in it. */
export async function makeOrganization(values: { approvalLimit?: string } = {}): Promise<Organization> {
  const mark = randomUUID().slice(0, 8);
  const made = await db.organization.create({
    data: {
      name: `Organization ${mark}`,
      slug: `organization-${mark}`,
      country: "DE",
      currency: "EUR",
      timeZone: "Europe/Berlin",
      approvalLimit: values.approvalLimit ?? "250000",
    },
    select: { id: true, name: true },
  });
  return { id: asOrganizationId(made.id), name: made.name };
}

/** A member as a session or token would mint it. */
export async function makeMember(organization: { id: string }, roles: readonly Role[], name?: string): Promise<MemberActor> {
  const mark = randomUUID().slice(0, 8);
  const shown = name ?? `${roles[0] ?? "nobody"} ${mark}`;
  const person = await db.person.create({
    data: { email: `${mark}@example.test`, name: shown },
    select: { id: true },
  });
  const member = await db.member.create({
    data: { organizationId: organization.id, personId: person.id, roles: [...roles] },
    select: { id: true },
  });
  return {
    kind: "member",
    organizationId: asOrganizationId(organization.id),
    memberId: member.id,
    personId: person.id,
    name: shown,
    roles,
    scopes: null,
    requestId: null,
    ipAddress: null,
  };
}

/** A process in the inventory. */
export async function makeProcess(
  organization: { id: string },
  values: { name?: string; isCritical?: boolean } = {},
): Promise<{ id: string; name: string }> {
  const mark = randomUUID().slice(0, 8);
  return db.process.create({
    data: {
      organizationId: organization.id,
      code: `PRC-${mark}`,
      name: values.name ?? `Process ${mark}`,
      function: "backOffice",
      category: "financeAndAccounting",
      isCritical: values.isCritical ?? false,
    },
    select: { id: true, name: true },
  });
}
