import { expect, test } from "vitest";
import { may } from "@/lib/access/actor";
import { roles } from "@/lib/access/rights";
import { db } from "@/lib/server/database";
import { withdrawBid } from "@/lib/sourcing/bids/mutations";
import { confirmOpening, startOpening } from "@/lib/sourcing/bids/openings";
import { findOpenings } from "@/lib/sourcing/bids/queries";
import { makeMember, makeOrganization } from "../../support/factories";
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

test("before the deadline and before the opening time nothing is opened", async () => {
  const tender = await makeTender();
  await makeBid(tender, first(tender.vendors));
  const input = { rfpId: tender.rfp.id, envelope: "technical" as const };
  expect(await startOpening(tender.procurement, input)).toMatchObject({
    ok: false,
    message: /deadline has not passed/,
  });
  await db.rfp.update({ where: { id: tender.rfp.id }, data: { bidsUntil: new Date(Date.now() - 1000) } });
  expect(await startOpening(tender.procurement, input)).toMatchObject({ ok: false, message: /time of the opening/ });
  await passDeadline(tender);
  expect(await startOpening(tender.procurement, input)).toMatchObject({ ok: true });
});

test("one person cannot be both openers; until the second confirms all stays sealed", async () => {
  const tender = await makeTender();
  const { id: bidId, receipt } = await makeBid(tender, first(tender.vendors));
  await passDeadline(tender);
  const started = await startOpening(tender.procurement, { rfpId: tender.rfp.id, envelope: "technical" });
  if (!started.ok) throw new Error(started.message);
  expect(await startOpening(tender.colleague, { rfpId: tender.rfp.id, envelope: "technical" })).toMatchObject({
    ok: false,
  });
  expect(await confirmOpening(tender.procurement, started.value)).toMatchObject({ ok: false, reason: "forbidden" });
  expect((await db.bid.findUniqueOrThrow({ where: { id: bidId } })).state).toBe("submitted");
  const both = await Promise.all([
    confirmOpening(tender.executive, started.value),
    confirmOpening(tender.colleague, started.value),
  ]);
  expect(both.filter((each) => each.ok)).toHaveLength(1);
  const [opening] = await findOpenings(tender.organization.id, tender.rfp.id);
  expect(opening?.minutes).toContain(receipt.receiptHash);
  expect(opening?.minutes).toContain(receipt.receiptNumber);
  expect(opening?.minutes).toContain("equal");
  expect((await db.rfp.findUniqueOrThrow({ where: { id: tender.rfp.id } })).state).toBe("evaluation");
});

test("drafts and withdrawn bids are not opened", async () => {
  const tender = await makeTender();
  const vendor = first(tender.vendors);
  const { id } = await makeBid(tender, vendor);
  const { version } = await db.bid.findUniqueOrThrow({ where: { id }, select: { version: true } });
  expect(await withdrawBid(vendor, { id, version })).toMatchObject({ ok: true });
  await passDeadline(tender);
  expect(await openEnvelopes(tender, "technical")).toMatchObject({ ok: true, value: { bids: 0 } });
  expect(await db.bidAnswer.count({ where: { bidId: id } })).toBe(0);
});

test("prices stay closed until quality is locked, and for ever under the minimum or after a rejection", async () => {
  const tender = await makeTender({ vendors: 3, minimumTechnical: "65" });
  const ids: string[] = [];
  for (const vendor of tender.vendors) ids.push((await makeBid(tender, vendor)).id);
  const [good, weak, rejected] = [first(ids), first(ids, 1), first(ids, 2)];
  await passDeadline(tender);
  await openEnvelopes(tender, "technical");
  const price = { rfpId: tender.rfp.id, envelope: "price" as const };
  expect(await startOpening(tender.procurement, price)).toMatchObject({ ok: false, message: /Prices stay closed/ });
  await admit(tender, good);
  await admit(tender, weak);
  const refused = await admit(tender, rejected, false);
  expect(refused).toMatchObject({ ok: true, value: { state: "rejected", reason: /R-1 ISO 27001 certificate/ } });
  await scoreAll(tender, { [good]: "4", [weak]: "3" });
  expect(await startOpening(tender.procurement, price)).toMatchObject({ ok: false });
  expect(await lockQuality(tender)).toMatchObject({ ok: true });
  expect(await openEnvelopes(tender, "price")).toMatchObject({ ok: true });
  const bids = await db.bid.findMany({
    where: { rfpId: tender.rfp.id },
    select: { id: true, evaluatedPrice: true, bidPriceLines: true },
  });
  const byId = new Map(bids.map((bid) => [bid.id, bid]));
  // 100 payslips × 5.00 × 12 months + 1,000.00 once.
  expect(byId.get(good)?.evaluatedPrice?.toFixed(2)).toBe("7000.00");
  for (const closed of [weak, rejected]) {
    expect(byId.get(closed)?.evaluatedPrice).toBeNull();
    expect(byId.get(closed)?.bidPriceLines).toEqual([]);
  }
  const minutes = (await findOpenings(tender.organization.id, tender.rfp.id))[1]?.minutes ?? "";
  expect(minutes).toContain("under the minimum of 65");
  expect(minutes).toContain("R-1");
});

test("who may open, read, score, moderate, propose and decide", async () => {
  const organization = await makeOrganization();
  const rights = [
    ...(["bid:open", "bid:read", "interest:declare", "score:write"] as const),
    ...(["score:moderate", "award:propose", "award:decide", "clarification:readOriginal"] as const),
  ];
  const table: Record<string, string[]> = {};
  for (const role of roles) {
    const member = await makeMember(organization, [role]);
    table[role] = rights.filter((right) => may(member, right));
  }
  expect(table).toEqual({
    administrator: [],
    operations: ["bid:open", "bid:read", "interest:declare", "score:write"],
    procurement: [...rights],
    executive: ["bid:open", "bid:read", "interest:declare", "award:decide"],
    finance: ["bid:open", "bid:read", "interest:declare", "score:write"],
    auditor: ["bid:read", "clarification:readOriginal"],
  });
});

test("another organization's people find no RFP to open", async () => {
  const tender = await makeTender();
  await passDeadline(tender);
  const foreign = await makeMember(await makeOrganization(), ["procurement"]);
  expect(await startOpening(foreign, { rfpId: tender.rfp.id, envelope: "technical" })).toMatchObject({
    reason: "notFound",
  });
});
