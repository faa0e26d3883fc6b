import { expect, test } from "vitest";
import { db } from "@/lib/server/database";
import { withdrawBid } from "@/lib/sourcing/bids/mutations";
import { confirmOpening, startOpening } from "@/lib/sourcing/bids/openings";
import { findOpenings } from "@/lib/sourcing/bids/queries";
import { findLot } from "@/lib/sourcing/evaluation/queries";
import {
  admit,
  first,
  lockQuality,
  makeBid,
  makeTender,
  openEnvelopes,
  passDeadline,
  scoreAll,
  type Tender,
} from "../../support/tenders";

/** As somebody with the owner's account of the database would: the triggers do not see it. */
async function behindTheBack(work: (tx: Pick<typeof db, "$executeRaw">) => Promise<unknown>): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`ALTER TABLE bid DISABLE TRIGGER USER`;
    await tx.$executeRaw`ALTER TABLE bid_submission DISABLE TRIGGER USER`;
    await tx.$executeRaw`ALTER TABLE audit_event DISABLE TRIGGER USER`;
    await work(tx);
    await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
    await tx.$executeRaw`ALTER TABLE bid ENABLE TRIGGER USER`;
    await tx.$executeRaw`ALTER TABLE bid_submission ENABLE TRIGGER USER`;
    await tx.$executeRaw`ALTER TABLE audit_event ENABLE TRIGGER USER`;
  });
}

async function makeSubmitted() {
  const tender = await makeTender();
  const [ours, theirs] = [
    await makeBid(tender, first(tender.vendors)),
    await makeBid(tender, first(tender.vendors, 1)),
  ];
  return { tender, ours, theirs };
}

async function confirm(tender: Tender, decision?: string) {
  const waiting = await db.envelopeOpening.findFirst({ where: { rfpId: tender.rfp.id, secondAt: null } });
  const id = waiting?.id ?? (await begin(tender));
  return confirmOpening(tender.executive, { id, ...(decision ? { decision } : {}) });
}

async function begin(tender: Tender): Promise<string> {
  const started = await startOpening(tender.procurement, { rfpId: tender.rfp.id, envelope: "technical" });
  if (!started.ok) throw new Error(started.message);
  return started.value.id;
}

const stateOf = async (id: string) => (await db.bid.findUnique({ where: { id }, select: { state: true } }))?.state;

test("the chain holds what the receipt says", async () => {
  const { tender, ours } = await makeSubmitted();
  const event = await db.auditEvent.findFirstOrThrow({
    where: { organizationId: tender.organization.id, action: "bid.submit", subjectId: ours.id },
  });
  expect(JSON.parse(event.after ?? "{}")).toMatchObject({
    receiptHash: ours.receipt.receiptHash,
    receiptNumber: ours.receipt.receiptNumber,
  });
});

test("an opening that fits says so in its minutes", async () => {
  const { tender } = await makeSubmitted();
  await passDeadline(tender);
  expect(await confirm(tender)).toMatchObject({ ok: true, value: { bids: 2, misfits: 0 } });
  const [opening] = await findOpenings(tender.organization.id, tender.rfp.id);
  expect(opening?.minutes).toContain("every bid that was submitted and not withdrawn is here, and no other");
  expect(opening?.decision).toBeNull();
});

test.each<[string, (id: string, vendorId: string) => Promise<void>, RegExp]>([
  [
    "hidden as withdrawn",
    (id) =>
      behindTheBack(async (tx) => {
        await tx.$executeRaw`UPDATE bid_submission SET withdrawn_at = now() WHERE bid_id = ${id}::uuid`;
        await tx.$executeRaw`UPDATE bid SET state = 'withdrawn', submitted_at = NULL WHERE id = ${id}::uuid`;
      }),
    /does not stand as submitted any more/,
  ],
  [
    "set back to a draft",
    (id) => behindTheBack((tx) => tx.$executeRaw`UPDATE bid SET state = 'draft' WHERE id = ${id}::uuid`),
    /does not stand as submitted any more/,
  ],
  [
    "deleted without a trace",
    (id) =>
      behindTheBack(async (tx) => {
        await tx.$executeRaw`DELETE FROM bid_submission WHERE bid_id = ${id}::uuid`;
        await tx.$executeRaw`DELETE FROM bid WHERE id = ${id}::uuid`;
      }),
    /is not there any more/,
  ],
  [
    "given another receipt",
    (id) =>
      behindTheBack(
        (tx) => tx.$executeRaw`UPDATE bid_submission SET receipt_hash = repeat('0', 64) WHERE bid_id = ${id}::uuid`,
      ),
    /is not the submission that the audit chain holds/,
  ],
])(
  "a bid that was %s is found, named, and the others are opened only by a written decision",
  async (_name, hide, problem) => {
    const { tender, ours, theirs } = await makeSubmitted();
    await hide(ours.id, first(tender.vendors).vendorId);
    await passDeadline(tender);
    const refused = await confirm(tender);
    expect(refused).toMatchObject({ ok: false, reason: "invalid", message: expect.stringMatching(problem) });
    expect(refused.ok ? "" : refused.message).toContain("Bidder 1");
    expect(await stateOf(theirs.id)).toBe("submitted");

    expect(await confirm(tender, "Restored from last night's backup by Monday.")).toMatchObject({
      ok: true,
      value: { bids: 1, misfits: 1 },
    });
    expect(await stateOf(theirs.id)).toBe("opened");
    expect(["draft", "withdrawn", "submitted", undefined]).toContain(await stateOf(ours.id));
    const [opening] = await findOpenings(tender.organization.id, tender.rfp.id);
    expect(opening?.minutes).toMatch(problem);
    expect(opening?.minutes).toContain("Decision: Restored from last night's backup by Monday.");
    const told = await db.outboxMessage.findMany({
      where: { organizationId: tender.organization.id, subject: { contains: "could not be opened" } },
    });
    expect(told).toHaveLength(1);
    expect(told[0]?.body).not.toContain("Bidder 2");
  },
);

test("a bid that was put in behind the app's back stays closed", async () => {
  const { tender, theirs } = await makeSubmitted();
  const vendor = first(tender.vendors, 1);
  const { version } = await db.bid.findUniqueOrThrow({ where: { id: theirs.id }, select: { version: true } });
  await withdrawBid(vendor, { id: theirs.id, version });
  await behindTheBack(async (tx) => {
    await tx.$executeRaw`UPDATE bid_submission SET withdrawn_at = NULL WHERE bid_id = ${theirs.id}::uuid`;
    await tx.$executeRaw`UPDATE bid SET state = 'submitted', submitted_at = now() WHERE id = ${theirs.id}::uuid`;
  });
  await passDeadline(tender);
  expect(await confirm(tender)).toMatchObject({ ok: false, message: /knows no submission/ });
  expect(await confirm(tender, "It was withdrawn in time.")).toMatchObject({ ok: true, value: { bids: 1 } });
  expect(await stateOf(theirs.id)).toBe("submitted");
});

test("whoever also takes the event out of the chain breaks the chain, and the opening says so", async () => {
  const { tender, ours } = await makeSubmitted();
  await behindTheBack(async (tx) => {
    await tx.$executeRaw`DELETE FROM bid_submission WHERE bid_id = ${ours.id}::uuid`;
    await tx.$executeRaw`DELETE FROM bid WHERE id = ${ours.id}::uuid`;
    await tx.$executeRaw`DELETE FROM audit_event WHERE subject_id = ${ours.id}::uuid`;
  });
  await passDeadline(tender);
  expect(await confirm(tender)).toMatchObject({ ok: false, message: /The audit chain does not hold: event \d+/ });
});

const damage = (id: string) =>
  behindTheBack(
    (tx) => tx.$executeRaw`UPDATE bid_submission
    SET sealed_technical = set_byte(sealed_technical, 40, get_byte(sealed_technical, 40) # 1) WHERE bid_id = ${id}::uuid`,
  );

test("one damaged bid does not hold up the others, and is opened later when it is restored", async () => {
  const { tender, ours, theirs } = await makeSubmitted();
  await damage(ours.id);
  await passDeadline(tender);
  expect(await confirm(tender)).toMatchObject({ ok: false, message: /Bidder 1 .*does not match its receipt/ });
  expect(await confirm(tender, "Opened without it; the backup is being read.")).toMatchObject({ value: { bids: 1 } });
  expect(await stateOf(ours.id)).toBe("submitted");
  const lot = await findLot(tender.organization.id, tender.lot.id);
  expect(lot?.setAside.map((bid) => bid.id)).toEqual([ours.id]);
  expect(lot?.bids.map((bid) => bid.id)).toEqual([theirs.id]);

  await damage(ours.id);
  expect(await confirm(tender)).toMatchObject({ ok: true, value: { bids: 1, misfits: 0 } });
  expect(await stateOf(ours.id)).toBe("opened");
  const openings = await findOpenings(tender.organization.id, tender.rfp.id);
  expect(openings).toHaveLength(2);
  expect(openings[1]?.minutes).toContain("later opening");
  expect((await findLot(tender.organization.id, tender.lot.id))?.setAside).toEqual([]);
  expect(await startOpening(tender.procurement, { rfpId: tender.rfp.id, envelope: "technical" })).toMatchObject({
    message: "The technical envelopes are open already.",
  });
});

test("a bid that stayed sealed until the lock is out, with what was decided as its reason", async () => {
  const { tender, ours, theirs } = await makeSubmitted();
  await damage(ours.id);
  await passDeadline(tender);
  await confirm(tender, "No backup holds it.");
  await admit(tender, theirs.id);
  await scoreAll(tender, { [theirs.id]: "4" });
  expect(await lockQuality(tender)).toMatchObject({ ok: true });
  const out = await db.bid.findUniqueOrThrow({ where: { id: ours.id } });
  expect(out).toMatchObject({ state: "rejected", rejectionReason: expect.stringContaining("No backup holds it.") });
});

test("a price that does not match its receipt takes its bid out by decision, and the others are opened", async () => {
  const { tender, ours, theirs } = await makeSubmitted();
  await passDeadline(tender);
  await openEnvelopes(tender, "technical");
  for (const { id } of [ours, theirs]) await admit(tender, id);
  await scoreAll(tender, { [ours.id]: "4", [theirs.id]: "3" });
  await lockQuality(tender);
  await damage(ours.id);
  const started = await startOpening(tender.procurement, { rfpId: tender.rfp.id, envelope: "price" });
  if (!started.ok) throw new Error(started.message);
  expect(await confirm(tender)).toMatchObject({ ok: false, message: /Bidder 1/ });
  expect(await confirm(tender, "It cannot be read.")).toMatchObject({ ok: true, value: { bids: 1 } });
  const bids = await db.bid.findMany({ where: { rfpId: tender.rfp.id }, orderBy: { createdAt: "asc" } });
  expect(bids.map((bid) => [bid.state, bid.evaluatedPrice === null])).toEqual([
    ["rejected", true],
    ["valid", false],
  ]);
});
