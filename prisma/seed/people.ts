import { asOrganizationId, type MemberActor, systemActor } from "@/lib/access/actor";
import { hashPassword } from "@/lib/access/password-hash";
import type { Role } from "@/lib/access/rights";
import { change } from "@/lib/server/change";
import { db } from "@/lib/server/database";
import { done } from "@/lib/shared/outcome";
import { SAMPLE_PASSWORD } from "./sign-ins";

type SamplePerson = { key: string; name: string; email: string; title: string; roles: Role[] };

const people = [
  person("ada", "Ada Winterbourne", "Systems and access", ["administrator"]),
  person("oskar", "Oskar Lindqvale", "Head of service operations", ["operations"]),
  person("petra", "Petra Quillmann", "Procurement lead", ["procurement"]),
  person("edgar", "Edgar Thistlewood", "Chief operating officer", ["executive"]),
  person("fenna", "Fenna Ostermoor", "Vendor finance", ["finance"]),
  person("aurel", "Aurel Brightwater", "Internal audit", ["auditor"]),
  // Evaluations and openings need more than one pair of eyes.
  person("nadia", "Nadia Fallowfield", "Service manager, customer care", ["operations"]),
  person("tomas", "Tomas Greyling", "Sourcing specialist", ["procurement"]),
] as const;

function person(key: string, name: string, title: string, roles: Role[]): SamplePerson {
  return { key, name, email: `${key}@calder-finch.example`, title, roles };
}

export type SamplePeople = {
  organizationId: string;
  /** By first name in lower case: `people.members.oskar` acts as that member. */
  members: Record<string, MemberActor>;
};

/** The sample organization and its members. */
export async function seedPeople(): Promise<SamplePeople> {
  const organization = await db.organization.create({
    data: {
      name: "Calder & Finch",
      slug: "calder-finch",
      country: "DE",
      currency: "EUR",
      timeZone: "Europe/Berlin",
      locale: "en-GB",
      approvalLimit: "250000",
      isSample: true,
    },
    select: { id: true, name: true },
  });
  const passwordHash = await hashPassword(SAMPLE_PASSWORD);
  const members: Record<string, MemberActor> = {};
  await change(systemActor(organization.id), async (tx, audit) => {
    audit({
      action: "organization.create",
      subject: { type: "organization", id: organization.id, label: organization.name },
    });
    for (const { key, name, email, title, roles } of people) {
      const made = await tx.person.create({ data: { name, email, passwordHash }, select: { id: true } });
      const member = await tx.member.create({
        data: { organizationId: organization.id, personId: made.id, title, roles },
        select: { id: true },
      });
      audit({ action: "member.create", subject: { type: "member", id: member.id, label: name }, after: { roles } });
      members[key] = {
        kind: "member",
        organizationId: asOrganizationId(organization.id),
        memberId: member.id,
        personId: made.id,
        name,
        roles,
        scopes: null,
        requestId: null,
        ipAddress: null,
      };
    }
    return done();
  });
  return { organizationId: organization.id, members };
}
