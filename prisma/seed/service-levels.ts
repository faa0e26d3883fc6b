import { asOrganizationId, systemActor, type VendorActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { db } from "@/lib/server/database";
import { createKpiSchema } from "@/lib/service-levels/kpi-schema";
import { freezePeriod, lockVersion } from "@/lib/service-levels/mutations/freeze-period";
import { createKpi } from "@/lib/service-levels/mutations/kpis";
import { postCredits } from "@/lib/service-levels/mutations/ledger";
import { reportMeasurements } from "@/lib/service-levels/mutations/measurements";
import { reportPeriod, verifyPeriod } from "@/lib/service-levels/mutations/periods";
import { computeWorlds } from "@/lib/service-levels/mutations/recompute-contract";
import { acceptRestatement } from "@/lib/service-levels/mutations/restatements";
import { addServiceLevel } from "@/lib/service-levels/mutations/service-levels";
import { lockPeriod, signPeriod } from "@/lib/service-levels/mutations/sign-period";
import { measurementSchema, serviceLevelSchema } from "@/lib/service-levels/schema";
import { d } from "@/lib/shared/decimal";
import { addMonths } from "@/lib/shared/month";
import { done } from "@/lib/shared/outcome";
import type { SampleContract, SampleLevel } from "./content/contracts";
import { idOf, memberOf, monthsAgo, must, noise, type Sample } from "./context";

type Level = SampleLevel & { kpiId: string };

export async function seedLevels(sample: Sample, contract: SampleContract, contractId: string): Promise<Level[]> {
  const actor = memberOf(sample, "oskar");
  const levels: Level[] = [];
  for (const [index, level] of contract.levels.entries()) {
    const kpi = must(
      await createKpi(
        actor,
        createKpiSchema.parse({
          contractId,
          code: level.code,
          name: level.name,
          unit: level.unit,
          direction: level.direction,
          decimals: level.decimals,
          method: "ratio",
        }),
      ),
    );
    must(
      await addServiceLevel(
        actor,
        serviceLevelSchema.parse({
          kpiId: kpi.id,
          class: level.class,
          category: level.category,
          expected: level.expected,
          minimum: level.minimum,
          scheme: {
            type: "pool",
            poolPercent: contract.pool,
            allocationPercent: level.allocation,
            multipliers: ["1", "1.5", "2"],
            expectedMisses: 4,
          },
          minimumVolume: level.cases < 50 ? 8 : null,
          effectiveFrom: monthsAgo(sample, contract.age),
          clause: `Schedule 4.${index + 1}`,
        }),
      ),
    );
    levels.push({ ...level, kpiId: kpi.id });
  }
  return levels;
}

/** A value as numerator and denominator: what a vendor reports is counts, the share follows. */
function countsOf(level: SampleLevel, value: number, swing: number): { numerator: string; denominator: string } {
  const cases = Math.max(4, Math.round(level.cases * (1 + 0.06 * swing)));
  const share = Math.min(Math.max(value, 0), 100);
  return { numerator: d(cases).times(share).dividedBy(100).toFixed(0), denominator: String(cases) };
}

export async function reportHistory(
  sample: Sample,
  contract: SampleContract,
  contractId: string,
  levels: readonly Level[],
  months: readonly string[],
  seed: number,
): Promise<void> {
  for (const [index, level] of levels.entries()) {
    const random = noise(seed * 100 + index + 7);
    const measured = months.map((month, at) => {
      const value = level.shape(at / months.length, random(), months.length - at - 1);
      return measurementSchema.parse({ month, ...countsOf(level, value, random()) });
    });
    must(await reportMeasurements(memberOf(sample, "nadia"), level.kpiId, measured));
  }
  await closePeriods(sample, contractId, months);
  await restateOneMonth(sample, contract, contractId, levels, months);
  await seedSatisfaction(sample, contract, months);
}

/** Months that are closed step by step, as people do it; what lies before is closed at once. */
const CLOSED_BY_HAND = 4;

const NOT_IN_PORTAL = "The vendor signs on paper; the signed sheet lies in the contract's folder.";

/** All but the last two months are verified and locked; the last one waits for its verification. */
async function closePeriods(sample: Sample, contractId: string, months: readonly string[]): Promise<void> {
  const [nadia, oskar, fenna] = [memberOf(sample, "nadia"), memberOf(sample, "oskar"), memberOf(sample, "fenna")];
  const vendor = await findVendorActor(sample, contractId);
  const named = (month: string) =>
    db.measurementPeriod.findUniqueOrThrow({
      where: { contractId_month: { contractId, month } },
      select: { id: true, version: true, state: true },
    });
  const toSign = async (month: string, name: string) => {
    const { id, version } = await named(month);
    const { contentHash } = await db.periodVersion.findFirstOrThrow({
      where: { periodId: id },
      orderBy: { number: "desc" },
      select: { contentHash: true },
    });
    return { id, version, contentHash, signedName: name };
  };
  await lockEarlier(sample, contractId, months.slice(0, -CLOSED_BY_HAND), vendor);
  for (const [index, month] of months.slice(-CLOSED_BY_HAND).entries()) {
    if ((await named(month)).state === "open") must(await reportPeriod(nadia, await named(month)));
    if (index === CLOSED_BY_HAND - 1) return;
    must(await verifyPeriod(oskar, await named(month)));
    if (index >= CLOSED_BY_HAND - 2) continue;
    if (vendor) must(await signPeriod(vendor, await toSign(month, vendor.name)));
    const unsignedReason = vendor ? "" : NOT_IN_PORTAL;
    must(await lockPeriod(fenna, { ...(await toSign(month, fenna.name)), unsignedReason }));
  }
}

/** The contact of the contract's vendor that has an account; null where nobody has. */
async function findVendorActor(sample: Sample, contractId: string): Promise<VendorActor | null> {
  const contact = await db.vendorContact.findFirst({
    where: { personId: { not: null }, vendor: { contracts: { some: { id: contractId } } } },
    select: { id: true, name: true, vendorId: true, personId: true },
  });
  if (!contact?.personId) return null;
  return {
    kind: "vendor",
    organizationId: asOrganizationId(sample.organizationId),
    vendorId: contact.vendorId,
    contactId: contact.id,
    personId: contact.personId,
    name: contact.name,
    scopes: null,
    requestId: null,
    ipAddress: null,
  };
}

/** The past in one transaction: each month is frozen, signed and locked as the pages do it, on a day of its own time. */
async function lockEarlier(
  sample: Sample,
  contractId: string,
  months: readonly string[],
  vendor: VendorActor | null,
): Promise<void> {
  const { organizationId } = sample;
  const [oskar, fenna] = [memberOf(sample, "oskar"), memberOf(sample, "fenna")];
  const of = { organizationId, contractId };
  must(
    await change(systemActor(organizationId), async (tx, audit) => {
      const worlds = await computeWorlds(tx, of);
      for (const closed of worlds?.agreed ?? []) {
        if (!worlds || !months.includes(closed.month)) continue;
        const { month } = closed;
        const end = new Date(`${addMonths(month, 1)}-06T10:00:00Z`);
        const period = await tx.measurementPeriod.update({
          where: { contractId_month: { contractId, month } },
          data: { state: "verified", reportedAt: end, verifiedAt: end, verifiedById: oskar.memberId },
          select: { id: true },
        });
        const frozen = { periodId: period.id, kind: "verified" as const, createdById: oskar.memberId };
        const version = await freezePeriod(tx, of, worlds.loaded, closed, frozen);
        const label = `${worlds.loaded.code} ${month}`;
        const posting = { ...of, periodId: period.id, label, currency: "EUR", periodVersion: version.number };
        await postCredits(tx, audit, posting, closed);
        const signature = {
          organizationId,
          versionId: version.id,
          contentHash: version.contentHash,
          signedAt: end,
        };
        await tx.periodSignature.createMany({
          data: [
            { ...signature, side: "client", memberId: fenna.memberId, signedName: fenna.name },
            ...(vendor
              ? [{ ...signature, side: "vendor" as const, contactId: vendor.contactId, signedName: vendor.name }]
              : []),
          ],
        });
        await lockVersion(tx, version.id, fenna.memberId);
        await tx.measurementPeriod.update({
          where: { id: period.id },
          data: {
            state: "locked",
            lockedAt: end,
            lockedById: fenna.memberId,
            unsignedReason: vendor ? "" : NOT_IN_PORTAL,
            version: { increment: 1 },
          },
        });
        audit({ action: "period.lock", subject: { type: "period", id: period.id, label }, after: { state: "locked" } });
      }
      return done();
    }),
  );
}

/**
 * Late rows changed a month that was locked. One restatement was agreed to, and its difference stands in the ledger;
 * another one, put by the vendor, waits for an answer.
 */
async function restateOneMonth(
  sample: Sample,
  contract: SampleContract,
  contractId: string,
  levels: readonly Level[],
  months: readonly string[],
): Promise<void> {
  const level = levels[0];
  const month = months.at(-4);
  const vendor = await findVendorActor(sample, contractId);
  if (!level || !month) return;
  if (contract.engagement === "payables") {
    const late = { numerator: "27900", denominator: "30800", note: "412 invoices of the old scanner were missing." };
    const input = measurementSchema.parse({ month, ...late });
    must(await reportMeasurements(vendor ?? memberOf(sample, "nadia"), level.kpiId, [input]));
    const { id, version, proposedSide } = await db.restatement.findFirstOrThrow({ where: { contractId } });
    if (proposedSide === "vendor")
      must(await acceptRestatement(memberOf(sample, "oskar"), { id, version, reason: "Seen in the scanner's log." }));
  }
  const breached = levels.find((each) => each.code === "RES");
  if (contract.engagement === "desk" && vendor && breached) {
    const late = { numerator: "4340", denominator: "4600", note: "Incidents that were closed twice count once." };
    must(await reportMeasurements(vendor, breached.kpiId, [measurementSchema.parse({ month, ...late })]));
  }
}

async function seedSatisfaction(sample: Sample, contract: SampleContract, months: readonly string[]): Promise<void> {
  const shape = contract.satisfaction;
  if (!shape) return;
  const engagementId = idOf(sample.engagements, contract.engagement);
  await db.satisfactionSurvey.createMany({
    data: months.map((month, index) => ({
      organizationId: sample.organizationId,
      engagementId,
      month,
      score: shape(index / (months.length - 1)).toFixed(1),
      responses: 180 + ((index * 37) % 90),
    })),
  });
}
