import { db } from "@/lib/server/database";
import { seedPeople } from "./people";

/** Makes the sample organization, once. Each stage has a file of its own here and is called in the order of the work. */
export async function seedSampleOrganization(): Promise<void> {
  if (await db.organization.findUnique({ where: { slug: "calder-finch" }, select: { id: true } })) return;
  await seedPeople();
}
