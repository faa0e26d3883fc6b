import { randomUUID } from "node:crypto";
import { asOrganizationId, type MemberActor, type VendorActor } from "@/lib/access/actor";
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
export async function makeMember(
  organization: { id: string },
  roles: readonly Role[],
  name?: string,
): Promise<MemberActor> {
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

/** A vendor of the organization. */
export async function makeVendor(organization: { id: string }, name?: string): Promise<{ id: string; name: string }> {
  const mark = randomUUID().slice(0, 8);
  const legalName = name ?? `Vendor ${mark}`;
  const made = await db.vendor.create({
    data: { organizationId: organization.id, code: `VEN-${mark}`, legalName, country: "PL", status: "approved" },
    select: { id: true },
  });
  return { id: made.id, name: legalName };
}

/** Somebody of a vendor with an account for the portal; of a vendor of their own when none is given. */
export async function makeVendorContact(organization: { id: string }, vendor?: { id: string }): Promise<VendorActor> {
  const mark = randomUUID().slice(0, 8);
  const { id: vendorId } = vendor ?? (await makeVendor(organization));
  const person = await db.person.create({
    data: { email: `${mark}@vendor.example.test`, name: `Contact ${mark}` },
    select: { id: true, name: true },
  });
  const contact = await db.vendorContact.create({
    data: {
      organizationId: organization.id,
      vendorId,
      personId: person.id,
      name: person.name,
      email: `${mark}@vendor.example.test`,
    },
    select: { id: true },
  });
  return {
    kind: "vendor",
    organizationId: asOrganizationId(organization.id),
    vendorId,
    contactId: contact.id,
    personId: person.id,
    name: person.name,
    scopes: null,
    requestId: null,
    ipAddress: null,
  };
}
