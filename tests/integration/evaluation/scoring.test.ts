import { expect, test } from "vitest";
import { db } from "@/lib/server/database";
import { declareInterests } from "@/lib/sourcing/evaluation/interests";
import { lockTechnical, moderateScores } from "@/lib/sourcing/evaluation/moderation";
import { findVisibleScores } from "@/lib/sourcing/evaluation/scores";
import { lockScores, saveScore } from "@/lib/sourcing/evaluation/scoring";
import { makeMember } from "../../support/factories";
import {
  admit,
  first,
  lockQuality,
  makeBid,
  makeTender,
  openEnvelopes,
  passDeadline,
  scoreAll,
} from "../../support/tenders";

async function makeOpened(vendors = 2) {
  const tender = await makeTender({ vendors });
  const ids: string[] = [];
  for (const vendor of tender.vendors) ids.push((await makeBid(tender, vendor)).id);
  await passDeadline(tender);
  const opened = await openEnvelopes(tender, "technical");
  if (!opened.ok) throw new Error(opened.message);
  for (const id of ids) await admit(tender, id);
  return { tender, ids, ann: first(tender.evaluators), ben: first(tender.evaluators, 1) };
}

test("without a declaration nothing is scored; a conflict bars that bid only, right in the mutation", async () => {
  const { tender, ids, ann } = await makeOpened();
  const [own, other] = [first(ids), first(ids, 1)];
  const score = { criterionId: first(tender.criteria).id, score: "4", comment: "" };
  expect(await saveScore(ann, { bidId: own, ...score })).toMatchObject({ ok: false, message: /Declare first/ });
  await declareInterests(ann, { rfpId: tender.rfp.id, conflicts: [] });
  expect(await saveScore(ann, { bidId: own, ...score })).toMatchObject({ ok: true });
  const conflicts = [{ vendorId: first(tender.vendors).vendorId, hasConflict: true, reason: "" }];
  expect(await declareInterests(ann, { rfpId: tender.rfp.id, conflicts })).toMatchObject({
    ok: false,
    reason: "invalid",
  });
  await declareInterests(ann, {
    rfpId: tender.rfp.id,
    conflicts: conflicts.map((each) => ({ ...each, reason: "Shares." })),
  });
  expect(await db.score.count({ where: { bidId: own, evaluatorId: ann.memberId } })).toBe(0);
  expect(await saveScore(ann, { bidId: own, ...score })).toMatchObject({ ok: false, reason: "forbidden" });
  expect(await saveScore(ann, { bidId: other, ...score })).toMatchObject({ ok: true });
});

test("who is not named an evaluator cannot score", async () => {
  const { tender, ids } = await makeOpened();
  const input = { bidId: first(ids), criterionId: first(tender.criteria).id, score: "4", comment: "" };
  expect(await saveScore(tender.procurement, input)).toMatchObject({ ok: false, reason: "forbidden" });
  const other = await makeMember(tender.organization, ["finance"]);
  expect(await declareInterests(other, { rfpId: tender.rfp.id, conflicts: [] })).toMatchObject({
    ok: false,
    message: /not an evaluator/,
  });
});

test("locking asks for every score, and for words at 0, 1 and 5; locked is locked", async () => {
  const { tender, ids, ann } = await makeOpened(1);
  const bidId = first(ids);
  const [accuracy, coverage] = [first(tender.criteria).id, first(tender.criteria, 1).id];
  await declareInterests(ann, { rfpId: tender.rfp.id, conflicts: [] });
  await saveScore(ann, { bidId, criterionId: accuracy, score: "3", comment: "" });
  expect(await lockScores(ann, { rfpId: tender.rfp.id })).toMatchObject({
    ok: false,
    message: /score is missing.*Coverage/,
  });
  for (const score of ["0", "1", "5"]) {
    await saveScore(ann, { bidId, criterionId: coverage, score, comment: "" });
    expect(await lockScores(ann, { rfpId: tender.rfp.id })).toMatchObject({ ok: false, message: /need a comment/ });
  }
  await saveScore(ann, { bidId, criterionId: coverage, score: "5", comment: "All countries." });
  expect(await lockScores(ann, { rfpId: tender.rfp.id })).toMatchObject({ ok: true, value: { scores: 2 } });
  const late = { bidId, criterionId: coverage, score: "4", comment: "" };
  expect(await saveScore(ann, late)).toMatchObject({ ok: false, reason: "forbidden" });
});

test("nobody sees another's scores before the own are locked, and nobody at all sees unlocked ones", async () => {
  const { tender, ids, ann, ben } = await makeOpened(1);
  const bidId = first(ids);
  for (const who of [ann, ben]) {
    await declareInterests(who, { rfpId: tender.rfp.id, conflicts: [] });
    for (const { id } of tender.criteria) await saveScore(who, { bidId, criterionId: id, score: "4", comment: "" });
  }
  const seenBy = async (who: typeof ann) =>
    new Set((await findVisibleScores(who, tender.rfp.id)).scores.map((each) => each.evaluatorId));
  expect(await seenBy(tender.procurement)).toEqual(new Set());
  await lockScores(ann, { rfpId: tender.rfp.id });
  expect(await seenBy(ann)).toEqual(new Set([ann.memberId]));
  expect(await seenBy(ben)).toEqual(new Set([ben.memberId]));
  expect(await seenBy(tender.procurement)).toEqual(new Set([ann.memberId]));
  await lockScores(ben, { rfpId: tender.rfp.id });
  expect(await seenBy(ben)).toEqual(new Set([ann.memberId, ben.memberId]));
  const audited = await db.auditEvent.findMany({
    where: { organizationId: tender.organization.id, action: "score.save" },
  });
  expect(audited.length).toBeGreaterThan(0);
  expect(audited.every((event) => event.after === null)).toBe(true);
});

test("a difference is moderated with a reason before the lock; the originals stay", async () => {
  const { tender, ids, ann, ben } = await makeOpened(1);
  const bidId = first(ids);
  const [accuracy, coverage] = [first(tender.criteria).id, first(tender.criteria, 1).id];
  for (const [who, score] of [
    [ann, "2"],
    [ben, "4.5"],
  ] as const) {
    await declareInterests(who, { rfpId: tender.rfp.id, conflicts: [] });
    await saveScore(who, { bidId, criterionId: accuracy, score, comment: "So." });
    await saveScore(who, { bidId, criterionId: coverage, score: "3", comment: "So." });
  }
  await lockScores(ann, { rfpId: tender.rfp.id });
  const moderation = {
    rfpId: tender.rfp.id,
    criterionId: accuracy,
    scores: [{ bidId, score: "4", reason: "Agreed on 3 May." }],
  };
  expect(await moderateScores(tender.procurement, moderation)).toMatchObject({ ok: false, message: /has not/ });
  await lockScores(ben, { rfpId: tender.rfp.id });
  expect(await lockQuality(tender)).toMatchObject({ ok: false, message: /differ on .*Accuracy/ });
  expect(await moderateScores(tender.procurement, moderation)).toMatchObject({ ok: true });
  expect(await lockQuality(tender)).toMatchObject({ ok: true });
  const kept = await db.score.findMany({ where: { bidId, criterionId: accuracy }, orderBy: { score: "asc" } });
  expect(kept.map((each) => each.score.toFixed())).toEqual(["2", "4.5"]);
  // 60 × 4/5 + 40 × 3/5
  expect((await db.bid.findUniqueOrThrow({ where: { id: bidId } })).technicalScore?.toFixed()).toBe("72");
  expect(await moderateScores(tender.procurement, moderation)).toMatchObject({ ok: false });
});

test("quality is not locked before every bid is examined, nor on an old version", async () => {
  const tender = await makeTender({ vendors: 1 });
  const { id } = await makeBid(tender, first(tender.vendors));
  await passDeadline(tender);
  await openEnvelopes(tender, "technical");
  await scoreAll(tender, { [id]: "4" });
  expect(await lockQuality(tender)).toMatchObject({ ok: false, message: /Confirm the mandatory requirements/ });
  await admit(tender, id);
  expect(await lockTechnical(tender.procurement, { rfpId: tender.rfp.id, version: 1 })).toMatchObject({
    reason: "stale",
  });
  expect(await lockQuality(tender)).toMatchObject({ ok: true });
});

test("a score that is kept while its giver locks is either in before the lock or refused", async () => {
  const { tender, ids, ann } = await makeOpened(1);
  const bidId = first(ids);
  await declareInterests(ann, { rfpId: tender.rfp.id, conflicts: [] });
  for (const { id } of tender.criteria) await saveScore(ann, { bidId, criterionId: id, score: "3", comment: "" });
  const input = { bidId, criterionId: first(tender.criteria).id, comment: "" };
  const scores = ["2", "2.5", "3.5", "4"];
  await Promise.all([
    ...scores.map((score) => saveScore(ann, { ...input, score })),
    lockScores(ann, { rfpId: tender.rfp.id }),
    ...scores.map((score) => saveScore(ann, { ...input, score })),
  ]);
  const kept = await db.score.findMany({ where: { bidId }, select: { lockedAt: true } });
  expect(kept.map((each) => each.lockedAt !== null)).toEqual([true, true]);
});
