import { expect, test } from "vitest";
import { listChargeLines } from "@/lib/charges/queries";
import { contractEvents } from "@/lib/contracts/events";
import { createFromAward } from "@/lib/contracts/mutations/from-award";
import { findContract, listOpenAwards } from "@/lib/contracts/queries";
import { readStageFacts } from "@/lib/engagements/gate-facts";
import { change } from "@/lib/server/change";
import { db, sql } from "@/lib/server/database";
import { done } from "@/lib/shared/outcome";
import { doneValue, makePlace, type Place } from "@/tests/support/contracts";

/** A final award over 36 months: a monthly fee, a price a unit, and a set-up paid once. */
async function makeAward(place: Place, state: "final" | "standstill" = "final") {
  const { organizationId, memberId } = place.procurement;
  const { vendorId } = place.contact;
  const scope = await db.scopeOfWork.create({
    data: { organizationId, engagementId: place.engagementId, state: "issued" },
    select: { id: true },
  });
  const level = await db.proposedServiceLevel.create({
    data: {
      organizationId,
      scopeId: scope.id,
      position: 1,
      name: "Solved in time",
      unit: "%",
      direction: "higher",
      expected: "95",
      minimum: "90",
      isCritical: true,
    },
    select: { id: true },
  });
  const rfp = await db.rfp.create({
    data: {
      organizationId,
      code: "RFP-1",
      engagementId: place.engagementId,
      scopeId: scope.id,
      title: "Invoices",
      currency: "EUR",
      timeZone: "Europe/Berlin",
      ownerId: memberId,
    },
    select: { id: true },
  });
  const lot = await db.rfpLot.create({
    data: { organizationId, rfpId: rfp.id, number: 1, title: "All" },
    select: { id: true },
  });
  const bid = await db.bid.create({
    data: { organizationId, rfpId: rfp.id, lotId: lot.id, vendorId, state: "valid" },
    select: { id: true },
  });
  const prices = [
    { name: "Team", unit: "month", kind: "recurring", quantity: "1", unitPrice: "10000" },
    { name: "Invoice", unit: "invoice", kind: "recurring", quantity: "4000", unitPrice: "0.85" },
    { name: "Set-up", unit: "piece", kind: "oneOff", quantity: "2", unitPrice: "5000" },
  ] as const;
  for (const [index, { unitPrice, ...item }] of prices.entries()) {
    const made = await db.rfpPriceItem.create({
      data: { organizationId, rfpId: rfp.id, lotId: lot.id, position: index + 1, ...item },
      select: { id: true },
    });
    await db.bidPriceLine.create({ data: { bidId: bid.id, itemId: made.id, unitPrice, amount: unitPrice } });
  }
  const award = await db.award.create({
    data: {
      organizationId,
      rfpId: rfp.id,
      lotId: lot.id,
      state,
      justification: "Best",
      evaluation: {},
      amount: "492400",
      currency: "EUR",
      proposedById: memberId,
    },
    select: { id: true },
  });
  await db.awardShare.create({
    data: { awardId: award.id, bidId: bid.id, vendorId, sharePercent: "100", amount: "492400" },
  });
  return { id: award.id, levelId: level.id };
}

const input = (awardId: string) => ({ awardId, vendorId: null, startDate: "2026-12-01" });

test("vendor, value, term, prices and service levels come from the award, each with where it came from", async () => {
  const place = await makePlace("source");
  const award = await makeAward(place);
  expect(await listOpenAwards(place.organization.id)).toMatchObject([{ awardId: award.id, termMonths: 36 }]);
  const made = doneValue(await createFromAward(place.procurement, input(award.id)));
  const contract = await findContract(place.organization.id, made.id);
  // 492,400 over 36 months is 164,133.33 a year.
  expect(contract).toMatchObject({
    vendor: { id: place.contact.vendorId },
    startDate: "2026-12-01",
    endDate: "2029-11-30",
    storedYearlyValue: "164133.33",
    state: "draft",
  });
  const lines = await listChargeLines(place.organization.id, made.id);
  expect(lines.map(({ kind, terms }) => ({ kind, terms }))).toEqual([
    { kind: "fixedFee", terms: { type: "fixed", monthly: "10000" } },
    { kind: "unitPrice", terms: { type: "unitPrice", bands: [["0", "0.85"]], mode: "reached" } },
    { kind: "milestone", terms: { type: "milestone", amount: "10000" } },
  ]);
  expect(lines.every((line) => line.priceItemId !== null)).toBe(true);
  const kpi = await db.kpi.findFirstOrThrow({ where: { contractId: made.id }, include: { serviceLevels: true } });
  expect(kpi).toMatchObject({ method: "reported", proposedServiceLevelId: award.levelId });
  expect(kpi.serviceLevels).toMatchObject([{ class: "critical", effectiveFrom: "2026-12" }]);
  expect(await listOpenAwards(place.organization.id)).toEqual([]);
});

test("a shared award: each vendor bills its part, carries its own words, and the gate and the RFP count both", async () => {
  const place = await makePlace("contract");
  const award = await makeAward(place);
  const { organizationId } = place.procurement;
  const { rfpId, lotId } = await db.award.findUniqueOrThrow({ where: { id: award.id } });
  const second = await db.vendor.create({
    data: { organizationId, code: "VND-2", legalName: "Second", country: "PL" },
    select: { id: true },
  });
  const rival = await db.bid.create({
    data: {
      organizationId,
      rfpId,
      lotId,
      vendorId: second.id,
      state: "valid",
      exceptions: "No night work",
      valueAdded: " ",
    },
    select: { id: true },
  });
  await db.bid.updateMany({ where: { rfpId }, data: { priceOpenedAt: new Date() } });
  const question = await db.rfpQuestion.create({
    data: { organizationId, rfpId, section: "People", position: 1, text: "Who answers at night?" },
    select: { id: true },
  });
  await db.rfp.update({ where: { id: rfpId }, data: { state: "awarded" } });
  await db.bidAnswer.create({ data: { bidId: rival.id, questionId: question.id, answer: "A team of six" } });
  for (const { itemId, unitPrice } of await db.bidPriceLine.findMany({ where: { bid: { rfpId } } }))
    await db.bidPriceLine.create({ data: { bidId: rival.id, itemId, unitPrice, amount: unitPrice } });
  await db.awardShare.updateMany({ where: { awardId: award.id }, data: { sharePercent: "60" } });
  await db.awardShare.create({
    data: { awardId: award.id, bidId: rival.id, vendorId: second.id, sharePercent: "40", amount: "196960" },
  });
  const make = async (vendorId: string) =>
    doneValue(await createFromAward(place.procurement, { ...input(award.id), vendorId })).id;
  const first = await make(place.contact.vendorId);
  const gate = async () => {
    const { facts } = await readStageFacts(db, { id: place.engagementId, organizationId }, "contract");
    return facts.shares.map(({ hasContract }) => hasContract);
  };
  expect(await gate()).toEqual([true, false]);
  const other = await make(second.id);
  expect(await gate()).toEqual([true, true]);
  const amounts = async (id: string) =>
    (await listChargeLines(place.organization.id, id))
      .map(({ terms }) => terms)
      .map((terms) => {
        if (terms.type === "fixed") return terms.monthly;
        return terms.type === "milestone" ? terms.amount : null;
      });
  expect([await amounts(first), await amounts(other)]).toEqual([
    ["6000", null, "6000"],
    ["4000", null, "4000"],
  ]);
  const { commitments } = await db.contract.findUniqueOrThrow({ where: { id: other } });
  expect(commitments).toMatchObject([
    { kind: "requirement", title: "Who answers at night?", text: "A team of six", questionId: question.id },
    { kind: "exception", text: "No night work", bidId: rival.id },
  ]);
  const rfp = async () => (await db.rfp.findUniqueOrThrow({ where: { id: rfpId } })).state;
  const run = async (contractId: string) => {
    await sql.rows("ALTER TABLE contract DISABLE TRIGGER USER");
    await sql.rows("UPDATE contract SET state = 'active' WHERE id = $1", [contractId]);
    await sql.rows("ALTER TABLE contract ENABLE TRIGGER USER");
    await change(place.procurement, async (_tx, audit, tell) => {
      audit({ action: "contract.activate", subject: { type: "contract", id: contractId, label: "" } });
      tell(contractEvents.activated({ contractId }));
      return done();
    });
  };
  await run(first);
  expect(await rfp()).toBe("awarded");
  await run(other);
  expect(await rfp()).toBe("complete");
});

test("of eight people at once one makes the contract", async () => {
  const place = await makePlace("contract");
  const award = await makeAward(place);
  const all = await Promise.all(Array.from({ length: 8 }, () => createFromAward(place.procurement, input(award.id))));
  expect(all.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(all.filter((outcome) => !outcome.ok && outcome.reason === "state")).toHaveLength(7);
  expect(await db.contract.count({ where: { awardId: award.id } })).toBe(1);
});

test("an award in standstill, of another organization, or without that vendor makes none", async () => {
  const place = await makePlace("contract");
  const early = await makeAward(place, "standstill");
  expect(await createFromAward(place.procurement, input(early.id))).toMatchObject({ ok: false, reason: "state" });
  const other = await makePlace("contract");
  expect(await createFromAward(other.procurement, input(early.id))).toMatchObject({ ok: false, reason: "notFound" });
  const final = await makeAward(other);
  const wrong = await createFromAward(other.procurement, { ...input(final.id), vendorId: place.contact.vendorId });
  expect(wrong).toMatchObject({ ok: false, fields: { vendorId: [expect.any(String)] } });
});
