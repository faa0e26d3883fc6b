import { expect, test } from "vitest";
import { db } from "@/lib/server/database";
import { editLetter } from "@/lib/sourcing/awards/edit-letter";
import { findLetterDrafts } from "@/lib/sourcing/awards/letter-drafts";
import { approveAward, cancelAward, startStandstill } from "@/lib/sourcing/awards/mutations";
import { proposeAward } from "@/lib/sourcing/awards/propose";
import { findAward, findOwnLetters } from "@/lib/sourcing/awards/queries";
import { first, makeRankedTender, type Tender } from "../../support/tenders";

type Bids = Parameters<typeof makeRankedTender>[0];
// 80 technical at 7,000; 60 technical at 5,800: the first wins with 48 + 40 × 58/70.
const FIELD: Bids = [
  { score: "4", prices: ["5", "1000"] },
  { score: "3", prices: ["4", "1000"] },
];

async function approved(tender: Tender, bidId: string, words: { justification?: string; tieDecision?: string } = {}) {
  const { justification = "", tieDecision = "" } = words;
  const shares = [{ bidId, sharePercent: "100" }];
  const made = await proposeAward(tender.procurement, { lotId: tender.lot.id, shares, justification, tieDecision });
  if (!made.ok) throw new Error(made.message);
  const decided = await approveAward(tender.colleague, { ...made.value, reason: "" });
  if (!decided.ok) throw new Error(decided.message);
  return decided.value;
}

async function letterTo(tender: Tender, awardId: string, which: number) {
  const drafts = await findLetterDrafts(tender.organization.id, awardId, null);
  const letter = drafts?.find((each) => each.vendorId === first(tender.vendors, which).vendorId);
  if (!letter) throw new Error("There is no letter to this bidder.");
  return letter;
}

test("a letter says what decided, criterion by criterion, and no rival's price", async () => {
  const { tender, ids } = await makeRankedTender(FIELD);
  const award = await approved(tender, first(ids));
  const { text, body, tellsOfOthers } = await letterTo(tender, award.id, 1);
  expect(text).toContain("What decided was the quality; the prices did not outweigh it.");
  expect(text).toContain("- Accuracy (weight 60): 3, which is 36 of 60 points. The chosen bid was rated higher here.");
  expect(text).toContain("- Coverage (weight 40): 3, which is 24 of 40 points.");
  expect(tellsOfOthers).toEqual([]);
  for (const secret of ["7,000", "7000", "Bidder 1", "5,800", "82.8", "81.1"]) expect(body).not.toContain(secret);
});

test("the best bid that is passed over is told the written reason, and not that another came out ahead", async () => {
  const { tender, ids } = await makeRankedTender(FIELD);
  const award = await approved(tender, first(ids, 1), { justification: "Its certificate ran out in March." });
  const { text } = await letterTo(tender, award.id, 0);
  expect(text).toContain("your bid ranked before a chosen one");
  expect(text).toContain("Its certificate ran out in March.");
  expect(text).not.toContain("came out ahead");
});

test("who decides sees ranks, totals and who is passed over, in the request as in the award", async () => {
  const { tender, ids } = await makeRankedTender(FIELD);
  const shares = [{ bidId: first(ids, 1), sharePercent: "100" }];
  const words = { justification: "Its certificate ran out.", tieDecision: "" };
  const made = await proposeAward(tender.procurement, { lotId: tender.lot.id, shares, ...words });
  if (!made.ok) throw new Error(made.message);
  const seen = await findAward(tender.organization.id, made.value.id);
  expect(
    seen?.ranking.map(({ bidId, rank, isAwarded, isPassedOver, total }) => [
      bidId,
      rank,
      isAwarded,
      isPassedOver,
      Number(total).toFixed(2),
    ]),
  ).toEqual([
    [first(ids), 1, false, true, "81.14"],
    [first(ids, 1), 2, true, false, "76.00"],
  ]);
  const asked = await db.approval.findFirstOrThrow({ where: { subjectId: made.value.id } });
  expect(asked.summary).toMatch(/passing over Bidder 1 .*\(rank 1\): Its certificate ran out\./);
});

test("a letter that names a rival or its price is not sent; edited, it is, and stays as it was sent", async () => {
  const { tender, ids } = await makeRankedTender(FIELD);
  const rival = await db.vendor.findUniqueOrThrow({ where: { id: first(tender.vendors, 1).vendorId } });
  const award = await approved(tender, first(ids, 1), { justification: `${rival.legalName} asks only 5.800 EUR.` });
  const before = await letterTo(tender, award.id, 0);
  expect(before.tellsOfOthers).toEqual([rival.legalName, "a price of another bidder"]);
  expect(await startStandstill(tender.procurement, award)).toMatchObject({
    ok: false,
    message: expect.stringContaining("tells about other bidders"),
  });
  expect((await db.award.findUniqueOrThrow({ where: { id: award.id } })).state).toBe("approved");

  const text = "We thank you. Your certificate ran out in March, and the RFP asks for one.";
  const edit = { id: award.id, vendorId: before.vendorId, text };
  expect(await editLetter(tender.procurement, { ...edit, version: before.version + 1 })).toMatchObject({
    reason: "stale",
  });
  expect(await editLetter(tender.procurement, { ...edit, version: before.version })).toMatchObject({
    ok: true,
    value: { text, editedBy: tender.procurement.name, tellsOfOthers: [] },
  });
  expect(await startStandstill(tender.procurement, award)).toMatchObject({ ok: true });
  const [sent] = await findOwnLetters(first(tender.vendors), tender.rfp.id);
  expect(sent?.body).toContain(text);
  expect(sent?.body).toContain(`To ${before.vendor}`);
  expect(await editLetter(tender.procurement, { ...edit, version: 2 })).toMatchObject({
    ok: false,
    message: /are sent/,
  });
  await expect(db.awardLetter.updateMany({ where: { awardId: award.id }, data: { body: "Other" } })).rejects.toThrow();
  await expect(db.awardLetter.deleteMany({ where: { awardId: award.id } })).rejects.toThrow();
  const mails = await db.outboxMessage.findMany({
    where: { organizationId: tender.organization.id, subject: { contains: "result" } },
  });
  expect(mails.map((mail) => mail.body)).toContain(sent?.body);
});

test("nobody sees a letter before it is sent", async () => {
  const { tender, ids } = await makeRankedTender(FIELD);
  const award = await approved(tender, first(ids));
  const draft = await letterTo(tender, award.id, 1);
  await editLetter(tender.procurement, { id: award.id, vendorId: draft.vendorId, version: draft.version, text: "No." });
  expect(await findOwnLetters(first(tender.vendors, 1), tender.rfp.id)).toEqual([]);
  expect(await findLetterDrafts((await makeRankedTender(FIELD)).tender.organization.id, award.id, null)).toBeNull();
});

test("a cancelled winner is not proposed again: the next-ranked is, without a reason; the first is told the truth", async () => {
  const { tender, ids } = await makeRankedTender(FIELD);
  const award = await approved(tender, first(ids));
  const cancelled = await cancelAward(tender.procurement, { ...award, reason: "You withdrew on 3 May." });
  expect(cancelled).toMatchObject({ ok: true });
  const again = { lotId: tender.lot.id, justification: "Still the best.", tieDecision: "" };
  expect(
    await proposeAward(tender.procurement, { ...again, shares: [{ bidId: first(ids), sharePercent: "100" }] }),
  ).toMatchObject({ fields: { shares: [expect.stringContaining("is not proposed again")] } });
  const share = { bidId: first(ids), vendorId: first(tender.vendors).vendorId, sharePercent: 100, amount: 1 };
  const { organizationId } = tender.procurement;
  const behind = db.award.create({
    data: {
      organizationId,
      rfpId: tender.rfp.id,
      lotId: tender.lot.id,
      justification: "",
      evaluation: {},
      amount: 1,
      currency: "EUR",
      proposedById: tender.procurement.memberId,
      awardShares: { create: share },
    },
  });
  await expect(behind).rejects.toThrow();
  const next = await approved(tender, first(ids, 1));
  expect(
    (await findAward(tender.organization.id, next.id))?.ranking.map((row) => [row.isOut, row.isPassedOver]),
  ).toEqual([
    [true, false],
    [false, false],
  ]);
  expect((await letterTo(tender, next.id, 0)).text).toContain("was cancelled: You withdrew on 3 May.");
});

test("an award that was itself wrong can be made anew to the same bid", async () => {
  const { tender, ids } = await makeRankedTender(FIELD);
  const award = await approved(tender, first(ids));
  await cancelAward(tender.procurement, { ...award, reason: "Wrong share.", bidsAreOut: false });
  expect(await approved(tender, first(ids))).toMatchObject({ version: 2 });
});

test("a tie is told as a tie, with the rule and the decision", async () => {
  const { tender, ids } = await makeRankedTender([first(FIELD), first(FIELD)]);
  const award = await approved(tender, first(ids), { tieDecision: "Lots were drawn on 3 May." });
  const { text } = await letterTo(tender, award.id, 1);
  expect(text).toContain("were equal");
  expect(text).toContain("Lots were drawn on 3 May.");
});
