import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { listTerms } from "@/lib/contracts/due-queries";
import { listOverdueActions } from "@/lib/governance/due-queries";
import { listOverdueMitigations } from "@/lib/risks/due-queries";
import { db } from "@/lib/server/database";
import { notify } from "@/lib/server/notify";
import { listOverdueTasks } from "@/lib/transitions/due-queries";
import { findVendorPeople } from "@/lib/vendors/contacts/people";
import { claim, counted } from "../remind";
import type { ScheduledWork } from "../table";

/** One thing that is late, for one person that it is told to: as a member, or as a contact of the vendor. */
type Late = { key: string; personId: string; vendorId: string | null; text: string; href: string };

/** Whose work has become late is told once of each thing, with all of one night in one notice. */
export const runOverdueWork: ScheduledWork = async ({ organizationId }) => {
  const actions = await listLateActions(organizationId);
  const tasks = await listLateTasks(organizationId);
  const mitigations = await listLateMitigations(organizationId);
  const told = await tellOwners(organizationId, [...actions, ...tasks, ...mitigations]);
  return `Told of ${counted(told, "thing")} that became overdue`;
};

async function listLateActions(organizationId: OrganizationId): Promise<Late[]> {
  const vendors = await findOnlyVendors(organizationId);
  const late: Late[] = [];
  for (const action of await listOverdueActions(organizationId)) {
    const { id, title, dueDate, engagementId, engagement, ownerPersonId, vendorOwner } = action;
    const key = `action:${id}:${dueDate}`;
    const href = `/engagements/${engagementId}/governance`;
    const text = `${title} (${engagement}), due ${dueDate}`;
    if (ownerPersonId) late.push({ key, personId: ownerPersonId, vendorId: null, text, href });
    const vendorId = vendors.get(engagementId);
    if (vendorOwner === "" || !vendorId) continue;
    for (const personId of await findVendorPeople(db, { vendorId }))
      late.push({ key: `${key}:${personId}`, personId, vendorId, text: `${title}, due ${dueDate}`, href: "/portal" });
  }
  return late;
}

/** The vendor of an engagement where there is one only: with several, who of them owes an action is not known. */
async function findOnlyVendors(organizationId: OrganizationId): Promise<Map<string, string>> {
  const found = new Map<string, Set<string>>();
  for (const { engagementId, vendorId } of await listTerms(organizationId, 0))
    found.set(engagementId, (found.get(engagementId) ?? new Set()).add(vendorId));
  const only = new Map<string, string>();
  for (const [engagement, [vendor, ...others]] of found)
    if (vendor && others.length === 0) only.set(engagement, vendor);
  return only;
}

async function listLateTasks(organizationId: OrganizationId): Promise<Late[]> {
  const late: Late[] = [];
  for (const task of await listOverdueTasks(organizationId)) {
    const { id, code, name, plan, planId, plannedEnd, ownerPersonId, vendorOwner, vendorId, contractId } = task;
    const key = `task:${id}:${plannedEnd}`;
    const text = `${code} ${name} (${plan}), planned until ${plannedEnd}`;
    late.push({ key, personId: ownerPersonId, vendorId: null, text, href: `/transitions/${planId}` });
    if (vendorOwner === "" || !vendorId) continue;
    const href = `/portal/contracts/${contractId}`;
    for (const personId of await findVendorPeople(db, { vendorId }))
      late.push({ key: `${key}:${personId}`, personId, vendorId, text, href });
  }
  return late;
}

async function listLateMitigations(organizationId: OrganizationId): Promise<Late[]> {
  const late = await listOverdueMitigations(organizationId);
  return late.flatMap(({ id, riskId, text, day, ownerPersonId }) => {
    const told = { key: `mitigation:${id}:${day}`, vendorId: null, text: `${text}, due ${day}` };
    return ownerPersonId ? [{ ...told, personId: ownerPersonId, href: `/risks/${riskId}` }] : [];
  });
}

function tellOwners(organizationId: OrganizationId, late: readonly Late[]): Promise<number> {
  const keys = late.map(({ key }) => key);
  return db.$transaction(async (tx) => {
    const fresh = await claim(tx, organizationId, keys);
    const byReader = new Map<string, Late[]>();
    for (const each of late.filter(({ key }) => fresh.has(key))) {
      const reader = `${each.personId} ${each.vendorId}`;
      byReader.set(reader, [...(byReader.get(reader) ?? []), each]);
    }
    for (const things of byReader.values()) {
      const [{ personId, vendorId, text, href } = things[0] as Late] = things;
      const isOne = things.length === 1;
      await notify(tx, {
        organizationId,
        personIds: [personId],
        ...(vendorId ? { vendorId } : {}),
        kind: "work",
        title: isOne ? `Overdue: ${text}` : `${things.length} things of yours became overdue`,
        body: isOne ? "" : things.map((each) => each.text).join("\n"),
        href: isOne ? href : vendorId ? "/portal" : "/home",
      });
    }
    return fresh.size;
  });
}
