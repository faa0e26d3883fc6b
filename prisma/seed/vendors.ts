import type { MemberActor } from "@/lib/access/actor";
import { systemActor } from "@/lib/access/actor";
import { hashPassword } from "@/lib/access/password-hash";
import { change } from "@/lib/server/change";
import { done, type Outcome } from "@/lib/shared/outcome";
import { addContact } from "@/lib/vendors/contacts/mutations";
import { addCertificate, addLocation, addSubcontractor } from "@/lib/vendors/details/mutations";
import type { CertificateKind, Service, Shore } from "@/lib/vendors/labels";
import { createVendor, moveVendor } from "@/lib/vendors/mutations";
import type { VendorMove } from "@/lib/vendors/rules/status";
import { SAMPLE_PASSWORD } from "./sign-ins";
import { sampleVendors } from "./vendors-table";

export type SampleVendor = {
  key: string;
  legalName: string;
  country: string;
  services: Service[];
  employees: number;
  score: string | null;
  status: "prospect" | "qualified" | "approved" | "suspended" | "retired";
  description: string;
  locations: [country: string, site: string, shore: Shore][];
  /** Days from today on which they end. */
  certificates: [kind: CertificateKind, days: number][];
  /** The first one can sign in where `hasPortal` holds. */
  contacts: [name: string, position: string][];
  hasPortal: boolean;
  subcontractors: [name: string, country: string, service: string, under?: string][];
};

export type SeededVendor = { id: string; contacts: { id: string; email: string }[] };
/** By key: `vendors.orsted.id`. */
export type SeededVendors = Record<string, SeededVendor>;

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`The sample vendors could not be made: ${outcome.message}`);
  return outcome.value;
}

const MOVES: Record<SampleVendor["status"], VendorMove[]> = {
  prospect: [],
  qualified: ["qualify"],
  approved: ["qualify", "approve"],
  suspended: ["qualify", "approve", "suspend"],
  retired: ["qualify", "retire"],
};

function dayAfter(today: string, days: number): string {
  return Temporal.PlainDate.from(today).add({ days }).toString();
}

/** `Rūta` as she writes herself in an address. */
function plainLetters(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z]/g, "");
}

/** The vendors of the sample organization, made as procurement would make them. `today` as `YYYY-MM-DD`. */
export async function seedVendors(procurement: MemberActor, today: string): Promise<SeededVendors> {
  const passwordHash = await hashPassword(SAMPLE_PASSWORD);
  const seeded: SeededVendors = {};
  for (const vendor of sampleVendors) seeded[vendor.key] = await seedVendor(procurement, vendor, today, passwordHash);
  return seeded;
}

async function seedVendor(
  actor: MemberActor,
  vendor: SampleVendor,
  today: string,
  passwordHash: string,
): Promise<SeededVendor> {
  const domain = `${vendor.key}.example`;
  let made = must(
    await createVendor(actor, {
      legalName: vendor.legalName,
      tradingName: "",
      country: vendor.country,
      lei: null,
      registrationNumber: null,
      website: `https://www.${domain}`,
      employees: vendor.employees,
      services: vendor.services,
      industries: [],
      description: vendor.description,
      insurance: vendor.status === "approved" ? "Professional indemnity 5 million EUR, renewed each January." : "",
      dueDiligenceScore: vendor.score,
      reviewDate: vendor.score ? dayAfter(today, 30 + (vendor.employees % 300)) : null,
    }),
  );
  for (const [country, site, shore] of vendor.locations)
    must(await addLocation(actor, made.id, { country, site, shore }));
  for (const [kind, days] of vendor.certificates) {
    const expiresOn = dayAfter(today, days);
    const issuedOn = dayAfter(expiresOn, -1095);
    must(await addCertificate(actor, made.id, { kind, name: "", number: "", issuedOn, expiresOn }));
  }
  const tree = new Map<string, string>();
  for (const [name, country, service, under] of vendor.subcontractors) {
    const parentId = under ? (tree.get(under) ?? null) : null;
    const part = must(await addSubcontractor(actor, made.id, { name, country, service, parentId }));
    tree.set(name, part.id);
  }
  const contacts: SeededVendor["contacts"] = [];
  for (const [name, position] of vendor.contacts) {
    const email = `${plainLetters(name.split(" ")[0] ?? "")}@${domain}`;
    const contact = must(await addContact(actor, made.id, { name, position, email, phone: "" }));
    contacts.push({ id: contact.id, email });
  }
  const first = contacts[0];
  if (vendor.hasPortal && first) await giveAccount(actor, first, vendor.contacts[0]?.[0] ?? "", passwordHash);
  for (const move of MOVES[vendor.status]) {
    const reason = move === "suspend" || move === "retire" ? "Two audits in a row were missed." : null;
    made = must(await moveVendor(actor, made.id, made.version, move, reason));
  }
  return { id: made.id, contacts };
}

/** An account as if the invitation by link had been accepted. */
async function giveAccount(
  actor: MemberActor,
  contact: { id: string; email: string },
  name: string,
  passwordHash: string,
): Promise<void> {
  must(
    await change(systemActor(actor.organizationId), async (tx, audit) => {
      const person = await tx.person.create({
        data: { name, email: contact.email, passwordHash },
        select: { id: true },
      });
      await tx.vendorContact.update({ where: { id: contact.id }, data: { personId: person.id } });
      audit({ action: "accessInvitation.accept", subject: { type: "vendorContact", id: contact.id, label: name } });
      return done();
    }),
  );
}
