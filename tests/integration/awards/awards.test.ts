import { expect, test } from "vitest";
import { db } from "@/lib/server/database";
import {
  approveAward,
  cancelAward,
  finaliseAward,
  rejectAward,
  startStandstill,
} from "@/lib/sourcing/awards/mutations";
import { proposeAward } from "@/lib/sourcing/awards/propose";
import { findAward, findOwnLetters } from "@/lib/sourcing/awards/queries";
import { findLot, rankLot } from "@/lib/sourcing/evaluation/queries";
import { makeMember } from "../../support/factories";
import { first, makeRankedTender, type Tender } from "../../support/tenders";

const EARLY = [
  { score: "4", prices: ["5", "1000"] as [string, string] },
  { score: "3", prices: ["4", "1000"] as [string, string] },
];

function proposalFor(tender: Tender, bidId: string, words: { justification?: string; tieDecision?: string } = {}) {
  const { justification = "", tieDecision = "" } = words;
  return { lotId: tender.lot.id, shares: [{ bidId, sharePercent: "100" }], justification, tieDecision };
}

async function propose(tender: Tender, bidId: string) {
  const proposed = await proposeAward(tender.procurement, proposalFor(tender, bidId));
  if (!proposed.ok) throw new Error(proposed.message);
  return proposed.value;
}

test("the ranking is the rule's: totals, winner, steps with names", async () => {
  const { tender, ids } = await makeRankedTender(EARLY);
  const lot = await findLot(tender.organization.id, tender.lot.id);
  const ranking = lot && rankLot(lot);
  // A: 80 technical, 7,000; B: 60 technical, 5,800. A: 48 + 40 × 58/70; B: 36 + 40.
  expect(ranking?.winner).toBe(first(ids));
  expect(ranking?.bids.map((bid) => [bid.id, bid.rank, Number(bid.total).toFixed(4)])).toEqual([
    [first(ids), 1, (48 + (40 * 5800) / 7000).toFixed(4)],
    [first(ids, 1), 2, "76.0000"],
  ]);
  expect(ranking?.steps.some((step) => step.label.includes("Bidder 1"))).toBe(true);
  expect(JSON.stringify(ranking?.steps)).not.toContain(first(ids));
});

test("passing over the best bid needs a reason; a bid that is not ranked cannot be awarded; shares make 100", async () => {
  const { tender, ids } = await makeRankedTender(EARLY);
  expect(await proposeAward(tender.procurement, proposalFor(tender, first(ids, 1)))).toMatchObject({
    reason: "invalid",
    fields: { justification: [expect.any(String)] },
  });
  expect(await proposeAward(tender.procurement, { ...proposalFor(tender, first(ids)), shares: [] })).toMatchObject({
    reason: "invalid",
  });
  const half = { ...proposalFor(tender, first(ids)), shares: [{ bidId: first(ids), sharePercent: "60" }] };
  expect(await proposeAward(tender.procurement, half)).toMatchObject({
    fields: { shares: ["The shares have to sum to 100 %."] },
  });
  const passed = proposalFor(tender, first(ids, 1), { justification: "A is insolvent." });
  expect(await proposeAward(tender.procurement, passed)).toMatchObject({ ok: true });
  expect(await proposeAward(tender.procurement, passed)).toMatchObject({ ok: false, message: /award already/ });
});

test("a tie is shown, has no winner, and is awarded only with a written decision", async () => {
  const { tender, ids } = await makeRankedTender([first(EARLY), first(EARLY)]);
  const lot = await findLot(tender.organization.id, tender.lot.id);
  const ranking = lot && rankLot(lot);
  expect(ranking).toMatchObject({ winner: null, tie: true });
  expect(ranking?.bids.map((bid) => [bid.rank, bid.tied])).toEqual([
    [1, true],
    [1, true],
  ]);
  const words = { justification: "The best bid." };
  expect(await proposeAward(tender.procurement, proposalFor(tender, first(ids), words))).toMatchObject({
    fields: { tieDecision: [expect.any(String)] },
  });
  const decided = proposalFor(tender, first(ids), { tieDecision: "Drawn in the presence of both." });
  expect(await proposeAward(tender.procurement, decided)).toMatchObject({ ok: true });
});

test("who proposed does not approve; under the limit procurement decides, above it an executive", async () => {
  const small = await makeRankedTender(EARLY);
  const award = await propose(small.tender, first(small.ids));
  const yes = { ...award, reason: "" };
  expect(await approveAward(small.tender.procurement, yes)).toMatchObject({ ok: false, reason: "forbidden" });
  const operations = await makeMember(small.tender.organization, ["operations"]);
  expect(await approveAward(operations, yes)).toMatchObject({ ok: false, reason: "forbidden" });
  const both = await Promise.all([
    approveAward(small.tender.colleague, yes),
    rejectAward(small.tender.executive, { ...award, reason: "No." }),
  ]);
  expect(both.filter((each) => each.ok)).toHaveLength(1);

  const large = await makeRankedTender(EARLY, { approvalLimit: "5000" });
  const above = { ...(await propose(large.tender, first(large.ids))), reason: "" };
  expect(await approveAward(large.tender.colleague, above)).toMatchObject({ ok: false, reason: "forbidden" });
  expect(await approveAward(large.tender.executive, above)).toMatchObject({ ok: true });
});

test("an executive may also decide below the limit", async () => {
  const { tender, ids } = await makeRankedTender(EARLY);
  const award = await propose(tender, first(ids));
  expect(await approveAward(tender.executive, { ...award, reason: "" })).toMatchObject({ ok: true });
});

test("an executive who proposed in another role still cannot decide the own proposal", async () => {
  const { tender, ids } = await makeRankedTender(EARLY, { approvalLimit: "1" });
  const both = await makeMember(tender.organization, ["procurement", "executive"]);
  const proposed = await proposeAward(both, proposalFor(tender, first(ids)));
  if (!proposed.ok) throw new Error(proposed.message);
  expect(await approveAward(both, { ...proposed.value, reason: "" })).toMatchObject({ ok: false, reason: "forbidden" });
});

test("letters, standstill by the database's clock, final, and the RFP's state along the way", async () => {
  const { tender, ids } = await makeRankedTender(EARLY);
  const award = await propose(tender, first(ids));
  expect(await startStandstill(tender.procurement, award)).toMatchObject({ ok: false, reason: "state" });
  await approveAward(tender.colleague, { ...award, reason: "" });
  const started = await startStandstill(tender.procurement, { id: award.id, version: 2 });
  expect(started).toMatchObject({ ok: true, value: { version: 3 } });
  const state = async () => (await db.rfp.findUniqueOrThrow({ where: { id: tender.rfp.id } })).state;
  expect(await state()).toBe("awarded");
  expect(await finaliseAward(tender.procurement, { id: award.id, version: 3 })).toMatchObject({
    message: "The standstill has not passed.",
  });
  await db.award.update({ where: { id: award.id }, data: { standstillUntil: new Date(Date.now() - 1000) } });
  expect(await finaliseAward(tender.procurement, { id: award.id, version: 2 })).toMatchObject({ reason: "stale" });
  expect(await finaliseAward(tender.procurement, { id: award.id, version: 3 })).toMatchObject({ ok: true });
  // Complete it is when its contracts are.
  expect(await state()).toBe("awarded");
});

test("each bidder reads the own letter only; it holds the own scores and nothing of a rival's price", async () => {
  const { tender, ids } = await makeRankedTender(EARLY);
  const award = await propose(tender, first(ids));
  await approveAward(tender.colleague, { ...award, reason: "" });
  await startStandstill(tender.procurement, { id: award.id, version: 2 });
  const [winner, loser] = [first(tender.vendors), first(tender.vendors, 1)];
  const won = await findOwnLetters(winner, tender.rfp.id);
  const lost = await findOwnLetters(loser, tender.rfp.id);
  expect(won.map((letter) => letter.kind)).toEqual(["winner"]);
  expect(lost.map((letter) => letter.kind)).toEqual(["unsuccessful"]);
  expect(won[0]?.body).toContain("€7,000.00");
  expect(lost[0]?.body).toContain("Technical score: 60.00");
  for (const secret of ["7,000", "7000", "Bidder 1", "5,800", "82.8", "100.0"])
    expect(lost[0]?.body).not.toContain(secret);
  const mails = await db.outboxMessage.findMany({
    where: { organizationId: tender.organization.id, subject: { contains: "result" } },
  });
  expect(mails.map((mail) => mail.body).sort()).toEqual([won[0]?.body, lost[0]?.body].sort());
});

test("a cancelled award opens the evaluation again, withdraws the open decision, and lets the next be proposed", async () => {
  const { tender, ids } = await makeRankedTender(EARLY);
  const award = await propose(tender, first(ids));
  expect(await cancelAward(tender.procurement, { ...award, reason: "Wrong share." })).toMatchObject({ ok: true });
  expect(await db.approval.count({ where: { subjectId: award.id, state: "pending" } })).toBe(0);
  const second = await propose(tender, first(ids));
  await approveAward(tender.colleague, { ...second, reason: "" });
  await startStandstill(tender.procurement, { id: second.id, version: 2 });
  expect(
    await cancelAward(tender.procurement, { id: second.id, version: 3, reason: "Complaint upheld." }),
  ).toMatchObject({ ok: true });
  expect((await db.rfp.findUniqueOrThrow({ where: { id: tender.rfp.id } })).state).toBe("evaluation");
  const next = proposalFor(tender, first(ids, 1), { justification: "The first one is out after the complaint." });
  expect(await proposeAward(tender.procurement, next)).toMatchObject({ ok: true });
  expect(await findAward((await makeRankedTender(EARLY)).tender.organization.id, award.id)).toBeNull();
});

test("when the RFP has ended, its award can be cancelled and nothing else, and the RFP stays ended", async () => {
  const { tender, ids } = await makeRankedTender(EARLY);
  const award = await propose(tender, first(ids));
  await db.rfp.update({ where: { id: tender.rfp.id }, data: { state: "cancelled" } });
  expect(await approveAward(tender.colleague, { ...award, reason: "" })).toMatchObject({
    ok: false,
    message: /has ended/,
  });
  expect(await cancelAward(tender.procurement, { ...award, reason: "The RFP is cancelled." })).toMatchObject({
    ok: true,
  });
  expect((await db.rfp.findUniqueOrThrow({ where: { id: tender.rfp.id } })).state).toBe("cancelled");
});

test.each([
  ["up to the limit with the other lot", "3000", "procurement"],
  ["a cent above it", "3000.01", "executive"],
])("an RFP counts as a whole: %s", async (_name, other, role) => {
  const { tender, ids } = await makeRankedTender(EARLY, { approvalLimit: "10000" });
  const { organization, lot, procurement } = tender;
  const { rfpId } = await db.rfpLot.findUniqueOrThrow({ where: { id: lot.id }, select: { rfpId: true } });
  const second = await db.rfpLot.create({
    data: { organizationId: organization.id, rfpId, number: 2, title: "Second" },
    select: { id: true },
  });
  await db.award.create({
    data: {
      organizationId: organization.id,
      rfpId,
      lotId: second.id,
      justification: "",
      evaluation: {},
      amount: other,
      currency: "EUR",
      proposedById: procurement.memberId,
    },
  });
  const award = await propose(tender, first(ids));
  const asked = await db.approval.findFirstOrThrow({ where: { subjectId: award.id }, select: { requiredRole: true } });
  expect(asked.requiredRole).toBe(role);
});
