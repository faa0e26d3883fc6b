import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import { nextYearCode } from "@/lib/server/codes";
import { isUniqueViolation } from "@/lib/server/conflicts";
import { d, HUNDRED } from "@/lib/shared/decimal";
import { done, type Outcome, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { findScopeEngagement } from "../scope/queries";
import { MOMENTS } from "./labels";
import { holdDraftRfp, refuseRfpChanged, rfpSubject } from "./lock";
import { findRfp } from "./queries";
import { toMoment, usedPriceLimits } from "./rules";
import type { CreateRfpInput, RfpChanges, RfpView } from "./schema";

/** A draft from the latest scope of an engagement, with one lot to begin with. */
export async function createRfp(actor: MemberActor, input: CreateRfpInput): Promise<Outcome<RfpView>> {
  const { organizationId } = actor;
  const work = change(actor, async (tx, audit) => {
    const engagement = await findScopeEngagement(organizationId, input.engagementId, tx);
    if (!engagement) return refuseFields({ engagementId: "Choose an engagement from the list." });
    if (engagement.stage !== "scope" && engagement.stage !== "source")
      return refuse(`An RFP is made in the stages scope and source. This engagement is in ${engagement.stage}.`);
    const scope = await tx.scopeOfWork.findFirst({
      where: { organizationId, engagementId: engagement.id },
      orderBy: { revision: "desc" },
      select: { id: true },
    });
    if (!scope) return refuse("This engagement has no scope of work yet. Write it first.");
    const organization = await tx.organization.findUniqueOrThrow({
      where: { id: organizationId },
      select: { timeZone: true, standstillDays: true },
    });
    const year = (await databaseNow(tx)).getUTCFullYear();
    const { timeZone, ...fields } = input;
    const made = await tx.rfp.create({
      data: {
        ...fields,
        organizationId,
        code: await nextYearCode(tx, organizationId, "RFP", year),
        scopeId: scope.id,
        currency: engagement.currency,
        timeZone: timeZone ?? organization.timeZone,
        standstillDays: organization.standstillDays,
        ownerId: actor.memberId,
        rfpLots: { create: { organizationId, number: 1, title: input.title } },
      },
      select: { id: true, code: true, title: true },
    });
    audit({ action: "rfp.create", subject: rfpSubject(made), after: input });
    const rfp = await findRfp(organizationId, made.id, tx);
    return rfp ? done(rfp) : refuseMissing("RFP");
  });
  try {
    return await work;
  } catch (error) {
    if (isUniqueViolation(error)) return refuse("This engagement has a live RFP already.");
    throw error;
  }
}

/** Changes a draft: texts, timetable, rules of evaluation. */
export function updateRfp(
  actor: MemberActor,
  id: string,
  version: number,
  changes: RfpChanges,
): Promise<Outcome<RfpView>> {
  return change(actor, async (tx, audit) => {
    const held = await holdDraftRfp(tx, actor, id);
    if (!held.ok) return held;
    const { rfp } = held.value;
    if (rfp.version !== version) return refuseRfpChanged(tx, actor, rfp, shownValues(rfp));
    const timeZone = changes.timeZone ?? rfp.timeZone;
    const moments: Partial<Record<(typeof MOMENTS)[number], string | null>> = {};
    for (const name of MOMENTS) {
      const given = changes[name];
      if (given !== undefined)
        moments[name] = given === null ? null : toMoment(given, timeZone === rfp.timeZone ? rfp[name] : null, timeZone);
    }
    const limits =
      changes.priceMethod === undefined
        ? {}
        : usedPriceLimits({ ...rfp, ...changes, priceMethod: changes.priceMethod });
    const after = { ...rfp, ...changes, ...limits, ...moments };
    const refused = checkDraft(after);
    if (refused) return refuseFields(refused);
    await tx.rfp.update({ where: { id }, data: { ...changes, ...limits, ...moments, version: { increment: 1 } } });
    const keys = Object.keys(changes) as (keyof RfpChanges)[];
    audit({
      action: "rfp.update",
      subject: rfpSubject(rfp),
      before: Object.fromEntries(keys.map((key) => [key, rfp[key]])),
      after: { ...changes, ...limits, ...moments },
    });
    const saved = await findRfp(actor.organizationId, id, tx);
    return saved ? done(saved) : refuseMissing("RFP");
  });
}

/** What even a draft cannot hold; everything else is asked for at publication. */
function checkDraft(rfp: RfpView): Record<string, string> | null {
  const problems: Record<string, string> = {};
  if (!d(rfp.technicalWeight).plus(rfp.priceWeight).eq(HUNDRED))
    problems.priceWeight = "Technical and price weight must sum to 100.";
  if (rfp.bidsUntil && rfp.openingAt && Date.parse(rfp.openingAt) < Date.parse(rfp.bidsUntil))
    problems.openingAt = "Bids cannot be opened before the deadline.";
  if (
    rfp.priceMethod === "linear" &&
    rfp.priceMinimum !== null &&
    rfp.priceMaximum !== null &&
    d(rfp.priceMaximum).lte(rfp.priceMinimum)
  )
    problems.priceMaximum = "The upper limit must be above the lower one.";
  return Object.keys(problems).length > 0 ? problems : null;
}

function shownValues(rfp: RfpView) {
  const { title, description, currency, termMonths, standstillDays, timeZone } = rfp;
  const { technicalWeight, priceWeight, priceMethod, priceMinimum, priceMaximum, minimumTechnical, tieRule } = rfp;
  return {
    title,
    description,
    currency,
    termMonths,
    standstillDays,
    timeZone,
    technicalWeight,
    priceWeight,
    priceMethod,
    priceMinimum,
    priceMaximum,
    minimumTechnical,
    tieRule,
  };
}
