import { db } from "@/lib/server/database";
import { seedAmendments } from "./amendments";
import { seedBusinessCases } from "./business-cases";
import { memberOf, type Sample } from "./context";
import { seedContracts } from "./contracts";
import { seedEngagements } from "./engagements";
import { seedGovernance, settleHealth } from "./governance";
import { seedPeople } from "./people";
import { seedProcesses } from "./processes";
import { seedSourcing } from "./sourcing";
import { seedTransitions } from "./transitions";
import { seedVendors } from "./vendors";

/** Makes the sample organization, once. Each stage has a file of its own here and is called in the order of the work. */
export async function seedSampleOrganization(): Promise<void> {
  if (await db.organization.findUnique({ where: { slug: "calder-finch" }, select: { id: true } })) return;
  const people = await seedPeople();
  const sample: Sample = {
    ...people,
    today: Temporal.Now.plainDateISO("Europe/Berlin"),
    processes: new Map(),
    vendors: new Map(),
    engagements: new Map(),
  };
  await seedProcesses(sample);
  const vendors = await seedVendors(memberOf(sample, "petra"), sample.today.toString());
  for (const [key, vendor] of Object.entries(vendors)) sample.vendors.set(key, vendor.id);
  await seedEngagements(sample);
  await seedBusinessCases(sample);
  await seedContracts(sample);
  await seedAmendments(sample);
  await seedSourcing(sample);
  await seedTransitions(sample);
  await seedGovernance(sample);
  await settleHealth(sample);
}
