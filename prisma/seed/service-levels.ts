import { systemActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { db } from "@/lib/server/database";
import { createKpiSchema } from "@/lib/service-levels/kpi-schema";
import { createKpi } from "@/lib/service-levels/mutations/kpis";
import { reportMeasurements } from "@/lib/service-levels/mutations/measurements";
import { lockPeriod, reportPeriod, verifyPeriod } from "@/lib/service-levels/mutations/periods";
import { addServiceLevel } from "@/lib/service-levels/mutations/service-levels";
import { storeCredits } from "@/lib/service-levels/mutations/store-credits";
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
    must(await reportMeasurements(memberOf(sample, "oskar"), level.kpiId, measured));
  }
  await closePeriods(sample, contractId, months);
  if (contract.engagement === "payables") await restateOneMonth(sample, levels, months);
  await seedSatisfaction(sample, contract, months);
}

/** Months that are closed step by step, as people do it; what lies before is closed at once. */
const CLOSED_BY_HAND = 4;

/** All but the last two months are verified and locked; the last one waits for its verification. */
async function closePeriods(sample: Sample, contractId: string, months: readonly string[]): Promise<void> {
  const oskar = memberOf(sample, "oskar");
  const fenna = memberOf(sample, "fenna");
  const named = (month: string) =>
    db.measurementPeriod.findUniqueOrThrow({
      where: { contractId_month: { contractId, month } },
      select: { id: true, version: true, state: true },
    });
  await lockEarlier(sample, contractId, months.slice(0, -CLOSED_BY_HAND));
  for (const [index, month] of months.slice(-CLOSED_BY_HAND).entries()) {
    if ((await named(month)).state === "open") must(await reportPeriod(oskar, await named(month)));
    if (index === CLOSED_BY_HAND - 1) return;
    must(await verifyPeriod(oskar, await named(month)));
    if (index < CLOSED_BY_HAND - 2) must(await lockPeriod(fenna, await named(month)));
  }
}

/** The past in one transaction: credits are stored as the verification stores them, then the months are locked. */
async function lockEarlier(sample: Sample, contractId: string, months: readonly string[]): Promise<void> {
  const { organizationId } = sample;
  const oskar = memberOf(sample, "oskar");
  must(
    await change(systemActor(organizationId), async (tx, audit) => {
      const periods = await tx.measurementPeriod.findMany({
        where: { contractId, month: { in: [...months] } },
        select: { id: true, month: true },
      });
      for (const { id, month } of periods) {
        await storeCredits(tx, audit, { organizationId, contractId, periodId: id, month });
        const end = new Date(`${addMonths(month, 1)}-06T10:00:00Z`);
        await tx.measurementPeriod.update({
          where: { id },
          data: {
            state: "locked",
            reportedAt: end,
            verifiedAt: end,
            verifiedById: oskar.memberId,
            lockedAt: end,
            lockedById: memberOf(sample, "fenna").memberId,
            version: { increment: 1 },
          },
        });
        audit({ action: "period.lock", subject: { type: "period", id, label: month }, after: { state: "locked" } });
      }
      return done();
    }),
  );
}

/** Late rows changed a month that was locked: it is restated, and the difference is posted where it is still open. */
async function restateOneMonth(sample: Sample, levels: readonly Level[], months: readonly string[]): Promise<void> {
  const level = levels[0];
  const month = months.at(-4);
  if (!level || !month) return;
  const late = measurementSchema.parse({
    month,
    numerator: "27900",
    denominator: "30800",
    note: "412 invoices of the old scanner were missing in the report.",
  });
  must(await reportMeasurements(memberOf(sample, "oskar"), level.kpiId, [late]));
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
