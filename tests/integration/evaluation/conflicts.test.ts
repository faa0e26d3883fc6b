import { expect, test } from "vitest";
import type { MemberActor } from "@/lib/access/actor";
import { db } from "@/lib/server/database";
import { editLetter } from "@/lib/sourcing/awards/edit-letter";
import { approveAward, cancelAward, rejectAward, startStandstill } from "@/lib/sourcing/awards/mutations";
import { proposeAward } from "@/lib/sourcing/awards/propose";
import { confirmOpening, startOpening } from "@/lib/sourcing/bids/openings";
import { declareInterests } from "@/lib/sourcing/evaluation/interests";
import { examineBid, lockTechnical, moderateScores } from "@/lib/sourcing/evaluation/moderation";
import { askExplanation } from "@/lib/sourcing/explanations/mutations";
import { makeMember } from "../../support/factories";
import {
  admit,
  first,
  makeBid,
  makeRankedTender,
  makeTender,
  openEnvelopes,
  passDeadline,
  scoreAll,
  type Tender,
} from "../../support/tenders";

const REFUSED = {
  ok: false,
  reason: "forbidden",
  message: expect.stringContaining("conflict of interest with Bidder 1"),
};

async function declare(tender: Tender, who: MemberActor, which = 0) {
  const vendorId = first(tender.vendors, which).vendorId;
  const conflicts = [{ vendorId, hasConflict: true, reason: "A cousin works there." }];
  const declared = await declareInterests(who, { rfpId: tender.rfp.id, conflicts });
  if (!declared.ok) throw new Error(declared.message);
}

const versionOf = async (bidId: string) =>
  (await db.bid.findUniqueOrThrow({ where: { id: bidId }, select: { version: true } })).version;

test("who declared a conflict does not open, neither as the first nor as the second", async () => {
  const tender = await makeTender();
  await makeBid(tender, first(tender.vendors));
  await passDeadline(tender);
  await declare(tender, tender.colleague);
  const technical = { rfpId: tender.rfp.id, envelope: "technical" as const };
  expect(await startOpening(tender.colleague, technical)).toMatchObject(REFUSED);
  const started = await startOpening(tender.procurement, technical);
  if (!started.ok) throw new Error(started.message);
  expect(await confirmOpening(tender.colleague, started.value)).toMatchObject(REFUSED);
  // The first one finds out only now: somebody else takes that place.
  await declare(tender, tender.procurement);
  expect(await confirmOpening(tender.executive, started.value)).toMatchObject({ message: /Begin the opening again/ });
  const finance = await makeMember(tender.organization, ["finance"]);
  expect(await startOpening(finance, technical)).toMatchObject({ ok: true });
  expect(await confirmOpening(tender.executive, started.value)).toMatchObject({ ok: true });
});

test("nor examines, moderates or locks where that bidder is concerned", async () => {
  const tender = await makeTender();
  const ids = [(await makeBid(tender, first(tender.vendors))).id, (await makeBid(tender, first(tender.vendors, 1))).id];
  await passDeadline(tender);
  await openEnvelopes(tender, "technical");
  await declare(tender, tender.colleague);
  const findings = [{ questionId: tender.questions.mandatory.id, isMet: true }];
  const examined = async (bidId: string) =>
    examineBid(tender.colleague, { id: bidId, version: await versionOf(bidId), findings });
  expect(await examined(first(ids))).toMatchObject(REFUSED);
  expect(await examined(first(ids, 1))).toMatchObject({ ok: true });
  await admit(tender, first(ids));
  await scoreAll(tender, Object.fromEntries(ids.map((id) => [id, "4"])));
  const score = (bidId: string) => ({ bidId, score: "3", reason: "So." });
  const moderation = { rfpId: tender.rfp.id, criterionId: first(tender.criteria).id };
  const both = { ...moderation, scores: ids.map(score) };
  expect(await moderateScores(tender.colleague, both)).toMatchObject(REFUSED);
  expect(await moderateScores(tender.colleague, { ...moderation, scores: [score(first(ids, 1))] })).toMatchObject({
    ok: true,
  });
  const { version } = await db.rfp.findUniqueOrThrow({ where: { id: tender.rfp.id } });
  expect(await lockTechnical(tender.colleague, { rfpId: tender.rfp.id, version })).toMatchObject(REFUSED);
  expect(await lockTechnical(tender.procurement, { rfpId: tender.rfp.id, version })).toMatchObject({ ok: true });
});

test("nor asks about its price, proposes, decides, cancels, writes or sends", async () => {
  const { tender, ids } = await makeRankedTender([
    { score: "4", prices: ["5", "1000"] },
    { score: "3", prices: ["4", "1000"] },
  ]);
  await declare(tender, tender.colleague);
  await declare(tender, tender.executive);
  const due = new Date(Date.now() + 86_400_000).toISOString();
  expect(await askExplanation(tender.colleague, { bidId: first(ids), request: "Why?", dueAt: due })).toMatchObject(
    REFUSED,
  );
  // Also for the other bidder's benefit: the lot is one decision.
  const proposal = {
    lotId: tender.lot.id,
    shares: [{ bidId: first(ids, 1), sharePercent: "100" }],
    justification: "Better.",
    tieDecision: "",
  };
  expect(await proposeAward(tender.colleague, proposal)).toMatchObject(REFUSED);
  const made = await proposeAward(tender.procurement, {
    ...proposal,
    shares: [{ bidId: first(ids), sharePercent: "100" }],
    justification: "",
  });
  if (!made.ok) throw new Error(made.message);
  const yes = { ...made.value, reason: "No." };
  for (const act of [approveAward, rejectAward]) {
    expect(await act(tender.colleague, yes)).toMatchObject(REFUSED);
    expect(await act(tender.executive, yes)).toMatchObject(REFUSED);
  }
  expect(await cancelAward(tender.colleague, yes)).toMatchObject(REFUSED);
  const other = await makeMember(tender.organization, ["procurement"]);
  expect(await approveAward(other, yes)).toMatchObject({ ok: true });
  const edit = { id: made.value.id, vendorId: first(tender.vendors).vendorId, version: 1, text: "Dear all" };
  expect(await editLetter(tender.colleague, edit)).toMatchObject(REFUSED);
  expect(await startStandstill(tender.colleague, { id: made.value.id, version: 2 })).toMatchObject(REFUSED);
});

test("anybody who takes part can declare, of invited vendors only, at any time; it is told and never taken back", async () => {
  const tender = await makeTender();
  await declare(tender, tender.executive, 1);
  const stranger = await makeTender();
  const foreign = [{ vendorId: first(stranger.vendors).vendorId, hasConflict: true, reason: "Shares." }];
  expect(await declareInterests(tender.executive, { rfpId: tender.rfp.id, conflicts: foreign })).toMatchObject({
    reason: "notFound",
  });
  expect(await declareInterests(stranger.executive, { rfpId: tender.rfp.id, conflicts: foreign })).toMatchObject({
    reason: "notFound",
  });
  const told = await db.notification.findMany({
    where: { organizationId: tender.organization.id, title: { contains: "conflict of interest" } },
  });
  expect(told.map((notice) => notice.personId).sort()).toEqual(
    [tender.procurement.personId, tender.colleague.personId].sort(),
  );
  await expect(db.evaluatorConflict.deleteMany({ where: { rfpId: tender.rfp.id } })).rejects.toThrow();
});

test("nobody settles alone what they scored alone, neither by moderating nor by locking", async () => {
  const tender = await makeTender({ vendors: 1, evaluators: 0 });
  await db.rfpEvaluator.create({
    data: { organizationId: tender.organization.id, rfpId: tender.rfp.id, memberId: tender.procurement.memberId },
  });
  tender.evaluators.push(tender.procurement);
  const { id } = await makeBid(tender, first(tender.vendors));
  await passDeadline(tender);
  await openEnvelopes(tender, "technical");
  await admit(tender, id);
  await scoreAll(tender, { [id]: "4" });
  const criterionId = first(tender.criteria).id;
  const moderation = {
    rfpId: tender.rfp.id,
    criterionId,
    scores: [{ bidId: id, score: "5", reason: "Better still." }],
  };
  const alone = { ok: false, reason: "forbidden", message: expect.stringContaining("You are the only one who scored") };
  expect(await moderateScores(tender.procurement, moderation)).toMatchObject(alone);
  const { version } = await db.rfp.findUniqueOrThrow({ where: { id: tender.rfp.id } });
  expect(await lockTechnical(tender.procurement, { rfpId: tender.rfp.id, version })).toMatchObject(alone);
  const behind = db.moderatedScore.create({
    data: {
      organizationId: tender.organization.id,
      bidId: id,
      criterionId,
      score: 5,
      reason: "x",
      moderatorId: tender.procurement.memberId,
    },
  });
  await expect(behind).rejects.toThrow();
  expect(await lockTechnical(tender.colleague, { rfpId: tender.rfp.id, version })).toMatchObject({ ok: true });
});

test("the database refuses a biased hand by itself", async () => {
  const { tender, ids } = await makeRankedTender([
    { score: "4", prices: ["5", "1000"] },
    { score: "3", prices: ["4", "1000"] },
  ]);
  await declare(tender, tender.colleague);
  const { organizationId, memberId } = tender.colleague;
  const of = { organizationId, bidId: first(ids), criterionId: first(tender.criteria).id };
  await expect(db.score.create({ data: { ...of, evaluatorId: memberId, score: 5 } })).rejects.toThrow();
  const moderated = db.moderatedScore.updateMany({
    where: { bidId: first(ids) },
    data: { moderatorId: memberId, score: 5 },
  });
  await expect(moderated).rejects.toThrow();
  const award = {
    organizationId,
    rfpId: tender.rfp.id,
    lotId: tender.lot.id,
    justification: "",
    evaluation: {},
    amount: 1,
    currency: "EUR",
  };
  await expect(db.award.create({ data: { ...award, proposedById: memberId } })).rejects.toThrow();
});
