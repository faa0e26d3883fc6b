import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import type { Transaction } from "@/lib/server/database";
import { done, type Outcome, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { holdDraftRfp, refuseRfpChanged, rfpSubject } from "../lock";
import { findRfp } from "../queries";
import type { CriteriaInput, LotsInput, RfpView } from "../schema";

async function readBack(tx: Transaction, actor: MemberActor, id: string): Promise<Outcome<RfpView>> {
  const rfp = await findRfp(actor.organizationId, id, tx);
  return rfp ? done(rfp) : refuseMissing("RFP");
}

/** Replaces the criteria: rows with an id are changed, others added, missing ones deleted. */
export function setCriteria(
  actor: MemberActor,
  rfpId: string,
  version: number,
  criteria: CriteriaInput,
): Promise<Outcome<RfpView>> {
  return change(actor, async (tx, audit) => {
    const held = await holdDraftRfp(tx, actor, rfpId);
    if (!held.ok) return held;
    const { rfp } = held.value;
    if (rfp.version !== version) return refuseRfpChanged(tx, actor, rfp, criteriaValues(rfp));
    const known = new Set(rfp.criteria.map((each) => each.id));
    const foreign = criteria.findIndex((each) => each.id !== null && !known.has(each.id));
    if (foreign !== -1) return refuseFields({ [`criteria.${foreign}.id`]: "That criterion is not one of this RFP." });
    const kept = criteria.flatMap((each) => (each.id ? [each.id] : []));
    const gone = { rfpId, id: { notIn: kept } };
    await tx.rfpQuestion.updateMany({
      where: { rfpId, criterionId: { not: null, notIn: kept } },
      data: { criterionId: null, version: { increment: 1 } },
    });
    await tx.rfpCriterion.deleteMany({ where: gone });
    for (const [index, { id, ...fields }] of criteria.entries()) {
      const data = { ...fields, position: index + 1 };
      if (id) await tx.rfpCriterion.update({ where: { id }, data });
      else await tx.rfpCriterion.create({ data: { ...data, rfpId, organizationId: actor.organizationId } });
    }
    await tx.rfp.update({ where: { id: rfpId }, data: { version: { increment: 1 } } });
    audit({ action: "rfp.criteria", subject: rfpSubject(rfp), before: rfp.criteria, after: criteria });
    return readBack(tx, actor, rfpId);
  });
}

function criteriaValues(rfp: RfpView): Record<string, string> {
  return Object.fromEntries(
    rfp.criteria.flatMap(({ name, description, weight }, index) => [
      [`criteria.${index}.name`, name],
      [`criteria.${index}.description`, description],
      [`criteria.${index}.weight`, weight],
    ]),
  );
}

/** Replaces the lots with their price items, in the same way. */
export function setLots(
  actor: MemberActor,
  rfpId: string,
  version: number,
  lots: LotsInput,
): Promise<Outcome<RfpView>> {
  return change(actor, async (tx, audit) => {
    const held = await holdDraftRfp(tx, actor, rfpId);
    if (!held.ok) return held;
    const { rfp } = held.value;
    if (rfp.version !== version) return refuseRfpChanged(tx, actor, rfp, lotValues(rfp));
    const foreign = findForeign(rfp, lots);
    if (foreign) return refuseFields({ [foreign]: "That is not one of this RFP." });
    const keptLots = lots.flatMap((lot) => (lot.id ? [lot.id] : []));
    const keptItems = lots.flatMap((lot) => lot.items.flatMap((item) => (item.id ? [item.id] : [])));
    await tx.rfpPriceItem.deleteMany({ where: { rfpId, id: { notIn: keptItems } } });
    await tx.rfpLot.deleteMany({ where: { rfpId, id: { notIn: keptLots } } });
    // Numbers are unique: out of the way first, so that lots can change places.
    await tx.$executeRaw`UPDATE rfp_lot SET number = -number WHERE rfp_id = ${rfpId}::uuid`;
    for (const [index, lot] of lots.entries()) await writeLot(tx, actor.organizationId, rfpId, index + 1, lot);
    await tx.rfp.update({ where: { id: rfpId }, data: { version: { increment: 1 } } });
    audit({ action: "rfp.lots", subject: rfpSubject(rfp), before: rfp.lots, after: lots });
    return readBack(tx, actor, rfpId);
  });
}

async function writeLot(
  tx: Transaction,
  organizationId: string,
  rfpId: string,
  number: number,
  { id, items, ...fields }: LotsInput[number],
): Promise<void> {
  const data = { ...fields, number };
  const lot = id
    ? await tx.rfpLot.update({ where: { id }, data, select: { id: true } })
    : await tx.rfpLot.create({ data: { ...data, rfpId, organizationId }, select: { id: true } });
  for (const [index, { id: itemId, ...item }] of items.entries()) {
    const values = { ...item, lotId: lot.id, position: index + 1 };
    if (itemId) await tx.rfpPriceItem.update({ where: { id: itemId }, data: values });
    else await tx.rfpPriceItem.create({ data: { ...values, rfpId, organizationId } });
  }
}

/** The field of the first id that does not belong to this RFP. */
function findForeign(rfp: RfpView, lots: LotsInput): string | null {
  const knownLots = new Set(rfp.lots.map((lot) => lot.id));
  const knownItems = new Set(rfp.lots.flatMap((lot) => lot.items.map((item) => item.id)));
  for (const [index, lot] of lots.entries()) {
    if (lot.id && !knownLots.has(lot.id)) return `lots.${index}.id`;
    const item = lot.items.findIndex((each) => each.id !== null && !knownItems.has(each.id));
    if (item !== -1) return `lots.${index}.items.${item}.id`;
  }
  return null;
}

function lotValues(rfp: RfpView): Record<string, string> {
  return Object.fromEntries(
    rfp.lots.flatMap((lot, index) => [
      [`lots.${index}.title`, lot.title],
      [`lots.${index}.description`, lot.description],
      ...lot.items.flatMap((item, line) => [
        [`lots.${index}.items.${line}.name`, item.name],
        [`lots.${index}.items.${line}.unit`, item.unit],
        [`lots.${index}.items.${line}.kind`, item.kind],
        [`lots.${index}.items.${line}.quantity`, item.quantity],
      ]),
    ]),
  );
}
