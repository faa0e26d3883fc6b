import { expect, test } from "vitest";
import { db } from "@/lib/server/database";
import { saveDraft, startBid, submitBid, withdrawBid } from "@/lib/sourcing/bids/mutations";
import { findOwnBid, findOwnBids, findReceipts } from "@/lib/sourcing/bids/portal-queries";
import { askQuestion, declineInvitation, intendToBid, recordView } from "@/lib/sourcing/portal/mutations";
import { findClarifications, findInvitations, findInvitationTo, findRfpDocument } from "@/lib/sourcing/portal/queries";
import { contentFor, first, makeBid, makeTender, makeVendor, passDeadline } from "../../support/tenders";

async function startAndSave(tender: Awaited<ReturnType<typeof makeTender>>, index = 0, values = {}) {
  const vendor = first(tender.vendors, index);
  const started = await startBid(vendor, { rfpId: tender.rfp.id, lotId: tender.lot.id });
  if (!started.ok) throw new Error(started.message);
  const saved = await saveDraft(vendor, { id: started.value.id, version: 1, ...contentFor(tender, values) });
  if (!saved.ok) throw new Error(saved.message);
  return { vendor, id: started.value.id, version: saved.value.version };
}

test("a draft is refused as a bid while a mandatory question or a price is missing, and nothing of it is lost", async () => {
  const tender = await makeTender();
  const { vendor, id, version } = await startAndSave(tender, 0, { answer: "", prices: ["5", "many"] });
  const refused = await submitBid(vendor, { id, version });
  expect(refused).toMatchObject({ ok: false, reason: "invalid" });
  expect(refused.ok ? [] : Object.keys(refused.fields ?? {}).sort()).toEqual(
    [tender.questions.open.id, first(tender.items, 1).id].sort(),
  );
  expect((await findOwnBid(vendor, id))?.content.prices[1]?.unitPrice).toBe("many");
});

test("two people of one vendor write at once: the second is told what stands there", async () => {
  const tender = await makeTender();
  const { vendor, id, version } = await startAndSave(tender);
  const both = await Promise.all([
    saveDraft(vendor, { id, version, ...contentFor(tender, { answer: "mine" }) }),
    saveDraft(vendor, { id, version, ...contentFor(tender, { answer: "yours" }) }),
  ]);
  const [won, lost] = [both.find((each) => each.ok), both.find((each) => !each.ok)];
  expect(won?.ok && won.value.version).toBe(version + 1);
  expect(lost).toMatchObject({ ok: false, reason: "stale" });
  const stands = (await findOwnBid(vendor, id))?.content.answers[1]?.text;
  expect(lost && !lost.ok ? lost.current?.values.content : "").toContain(stands);
});

test("withdrawing and submitting again gives a new receipt; the first one stays, marked", async () => {
  const tender = await makeTender();
  const vendor = first(tender.vendors);
  const { id, receipt } = await makeBid(tender, vendor);
  const before = await findOwnBid(vendor, id);
  expect(await saveDraft(vendor, { id, version: before?.version ?? 0, ...contentFor(tender) })).toMatchObject({
    ok: false,
    reason: "state",
  });
  const withdrawn = await withdrawBid(vendor, { id, version: before?.version ?? 0 });
  if (!withdrawn.ok) throw new Error(withdrawn.message);
  const again = await submitBid(vendor, { id, version: withdrawn.value.version });
  if (!again.ok) throw new Error(again.message);
  expect(again.value.number).toBe(2);
  expect(again.value.receiptNumber).not.toBe(receipt.receiptNumber);
  expect(again.value.receiptHash).not.toBe(receipt.receiptHash);
  const receipts = await findReceipts(vendor, id);
  expect(receipts.map((each) => [each.number, each.withdrawnAt === null])).toEqual([
    [2, true],
    [1, false],
  ]);
});

test("submit and withdraw at the same moment, many times: one of each wins and the rows agree", async () => {
  const tender = await makeTender({ vendors: 1 });
  const { vendor, id, version } = await startAndSave(tender);
  const submitted = await Promise.all(Array.from({ length: 8 }, () => submitBid(vendor, { id, version })));
  expect(submitted.filter((each) => each.ok)).toHaveLength(1);
  expect(await db.bidSubmission.count({ where: { bidId: id } })).toBe(1);
  const withdrawn = await Promise.all(
    Array.from({ length: 8 }, () => withdrawBid(vendor, { id, version: version + 1 })),
  );
  expect(withdrawn.filter((each) => each.ok)).toHaveLength(1);
  const bid = await db.bid.findUniqueOrThrow({ where: { id }, select: { state: true, submissions: true } });
  expect(bid).toEqual({ state: "withdrawn", submissions: 1 });
});

test("after the deadline nothing is accepted: no draft, no submission, no withdrawal", async () => {
  const tender = await makeTender();
  const ready = await startAndSave(tender);
  const submitted = await makeBid(tender, first(tender.vendors, 1));
  await passDeadline(tender);
  const late = { ok: false, message: "The deadline has passed. Nothing is accepted any more." };
  expect(await submitBid(ready.vendor, ready)).toMatchObject(late);
  expect(await saveDraft(ready.vendor, { ...contentFor(tender), id: ready.id, version: ready.version })).toMatchObject(
    late,
  );
  expect(await withdrawBid(first(tender.vendors, 1), { id: submitted.id, version: 3 })).toMatchObject(late);
});

test("around the deadline every accepted bid was in time by the database's clock, and every refused one was late", async () => {
  const count = 16;
  const deadline = new Date(Date.now() + 60_000);
  const tender = await makeTender({ vendors: count, bidsUntil: deadline });
  const ready = [];
  for (let index = 0; index < count; index += 1) ready.push(await startAndSave(tender, index));
  // The first is in time and the last is late on a machine of any speed; those between fall on either side.
  const early = first(ready);
  expect(await submitBid(early.vendor, early)).toMatchObject({ ok: true });
  const moved = new Date(Date.now() + 250);
  await db.rfp.update({ where: { id: tender.rfp.id }, data: { bidsUntil: moved, openingAt: moved } });
  const start = Date.now();
  const others = ready.slice(1);
  const outcomes = await Promise.all(
    others.map(async (bid, index) => {
      const isLast = index === others.length - 1;
      await new Promise((resolve) => setTimeout(resolve, isLast ? moved.getTime() - start + 50 : index * 30));
      return { outcome: await submitBid(bid.vendor, bid), answeredAt: Date.now() };
    }),
  );
  const accepted = outcomes.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []));
  expect(accepted.length).toBeLessThan(others.length);
  for (const receipt of accepted) expect(Date.parse(receipt.submittedAt)).toBeLessThan(moved.getTime());
  for (const { outcome, answeredAt } of outcomes)
    if (!outcome.ok) expect(answeredAt).toBeGreaterThanOrEqual(moved.getTime());
  expect(await db.bidSubmission.count({ where: { bid: { rfpId: tender.rfp.id } } })).toBe(accepted.length + 1);
});

test("a competing vendor, and one that was never invited, see nothing of anybody", async () => {
  const tender = await makeTender();
  const { id } = await makeBid(tender, first(tender.vendors));
  const rival = first(tender.vendors, 1);
  const stranger = await makeVendor(tender.organization);
  for (const other of [rival, stranger]) {
    expect(await findOwnBid(other, id)).toBeNull();
    expect(await findOwnBids(other, tender.rfp.id)).toEqual([]);
    expect(await findReceipts(other, id)).toEqual([]);
    expect(await submitBid(other, { id, version: 3 })).toMatchObject({ ok: false, reason: "notFound" });
    expect(await withdrawBid(other, { id, version: 3 })).toMatchObject({ ok: false, reason: "notFound" });
    expect(await saveDraft(other, { id, version: 3, ...contentFor(tender) })).toMatchObject({
      ok: false,
      reason: "notFound",
    });
  }
  expect(await findInvitationTo(stranger, tender.rfp.id)).toBeNull();
  expect(await findRfpDocument(stranger, tender.rfp.id)).toBeNull();
  expect(await findInvitations(stranger)).toEqual([]);
  expect(await recordView(stranger, tender.rfp.id)).toMatchObject({ ok: false, reason: "notFound" });
  expect(await startBid(stranger, { rfpId: tender.rfp.id, lotId: tender.lot.id })).toMatchObject({
    reason: "notFound",
  });
});

test("the first look is recorded once; declining needs the bid withdrawn, and can be taken back", async () => {
  const tender = await makeTender();
  const vendor = first(tender.vendors);
  await recordView(vendor, tender.rfp.id);
  await recordView(vendor, tender.rfp.id);
  const seen = await findInvitationTo(vendor, tender.rfp.id);
  expect(seen).toMatchObject({ state: "viewed", version: 1 });
  await makeBid(tender, vendor);
  const now = await findInvitationTo(vendor, tender.rfp.id);
  expect(now?.state).toBe("intendsToBid");
  const input = { id: now?.id ?? "", version: now?.version ?? 0, reason: "No people free." };
  expect(await declineInvitation(vendor, input)).toMatchObject({
    ok: false,
    message: "Withdraw your submitted bid first.",
  });
  const other = first(tender.vendors, 1);
  const invited = await findInvitationTo(other, tender.rfp.id);
  const declined = await declineInvitation(other, { ...input, id: invited?.id ?? "", version: 1 });
  expect(declined).toMatchObject({ ok: true });
  expect(await startBid(other, { rfpId: tender.rfp.id, lotId: tender.lot.id })).toMatchObject({
    ok: false,
    reason: "state",
  });
  expect(await intendToBid(other, { id: invited?.id ?? "", version: 2 })).toMatchObject({ ok: true });
});

test("questions end at the cut-off; answers reach all without the asker, private ones the asker alone", async () => {
  const tender = await makeTender();
  const [asker, other] = [first(tender.vendors), first(tender.vendors, 1)];
  const open = await askQuestion(asker, { rfpId: tender.rfp.id, question: "For all?" });
  const own = await askQuestion(asker, { rfpId: tender.rfp.id, question: "For me?" });
  if (!open.ok || !own.ok) throw new Error("The questions were refused.");
  expect(await findClarifications(other, tender.rfp.id)).toEqual([]);
  const answered = { answer: "Yes.", answeredAt: new Date(), answeredById: tender.procurement.memberId };
  await db.clarification.update({ where: { id: open.value.id }, data: answered });
  await db.clarification.update({
    where: { id: own.value.id },
    data: { ...answered, visibility: "asker", privateReason: "x" },
  });
  const seen = await findClarifications(other, tender.rfp.id);
  expect(seen.map((each) => each.question)).toEqual(["For all?"]);
  expect(JSON.stringify(seen)).not.toContain(asker.vendorId);
  expect(await findClarifications(asker, tender.rfp.id)).toHaveLength(2);
  await db.rfp.update({ where: { id: tender.rfp.id }, data: { questionsUntil: new Date(Date.now() - 1000) } });
  expect(await askQuestion(asker, { rfpId: tender.rfp.id, question: "Late?" })).toMatchObject({
    message: "The time for questions is over.",
  });
});
