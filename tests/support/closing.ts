import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { db } from "@/lib/server/database";
import { reportPeriod, verifyPeriod } from "@/lib/service-levels/mutations/periods";
import { lockPeriod, signPeriod } from "@/lib/service-levels/mutations/sign-period";
import { makeMember } from "./factories";

export type Closers = { reporter: MemberActor; verifier: MemberActor; locker: MemberActor; contact: VendorActor };

/** Who closes a month: one reports, another verifies, the vendor signs, a third one locks. */
export async function makeClosers(reporter: MemberActor, contact: VendorActor): Promise<Closers> {
  const organization = { id: reporter.organizationId };
  return {
    reporter,
    contact,
    verifier: await makeMember(organization, ["operations"]),
    locker: await makeMember(organization, ["finance"]),
  };
}

export async function nameMonth(contractId: string, month: string): Promise<{ id: string; version: number }> {
  return db.measurementPeriod.findUniqueOrThrow({
    where: { contractId_month: { contractId, month } },
    select: { id: true, version: true },
  });
}

/** What stands on the screen of who signs. */
export async function nameSheet(contractId: string, month: string, signedName: string) {
  const named = await nameMonth(contractId, month);
  const { contentHash } = await db.periodVersion.findFirstOrThrow({
    where: { periodId: named.id },
    orderBy: [{ number: "desc" }],
    select: { contentHash: true },
  });
  return { ...named, contentHash, signedName };
}

function must(outcome: { ok: boolean; message?: string }): void {
  if (!outcome.ok) throw new Error(outcome.message);
}

export async function verifyMonth(closers: Closers, contractId: string, month: string): Promise<void> {
  const period = await db.measurementPeriod.findUniqueOrThrow({
    where: { contractId_month: { contractId, month } },
    select: { state: true },
  });
  if (period.state === "verified") return;
  if (period.state === "open") must(await reportPeriod(closers.reporter, await nameMonth(contractId, month)));
  must(await verifyPeriod(closers.verifier, await nameMonth(contractId, month)));
}

/** Through all states up to the lock, each by who may. */
export async function lockMonth(closers: Closers, contractId: string, month: string): Promise<void> {
  await verifyMonth(closers, contractId, month);
  must(await signPeriod(closers.contact, await nameSheet(contractId, month, closers.contact.name)));
  must(await lockPeriod(closers.locker, await nameSheet(contractId, month, closers.locker.name)));
}
