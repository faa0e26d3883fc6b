import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/server/database";
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

describe("the database refuses by itself", () => {
  let tender: Tender;
  let bidId: string;
  const rfpId = () => tender.rfp.id;

  beforeAll(async () => {
    tender = await makeTender();
    bidId = (await makeBid(tender, first(tender.vendors))).id;
  });

  test.each([
    ["a weight", () => db.rfp.update({ where: { id: rfpId() }, data: { technicalWeight: 10, priceWeight: 90 } })],
    ["the price method", () => db.rfp.update({ where: { id: rfpId() }, data: { priceMethod: "meanDeviation" } })],
    ["the minimum", () => db.rfp.update({ where: { id: rfpId() }, data: { minimumTechnical: 99 } })],
    ["a criterion's weight", () => db.rfpCriterion.updateMany({ where: { rfpId: rfpId() }, data: { weight: 50 } })],
    [
      "a criterion more",
      () =>
        db.rfpCriterion.create({
          data: { organizationId: tender.organization.id, rfpId: rfpId(), position: 3, name: "New", weight: 1 },
        }),
    ],
    ["a question's text", () => db.rfpQuestion.updateMany({ where: { rfpId: rfpId() }, data: { text: "Another" } })],
    ["a question less", () => db.rfpQuestion.deleteMany({ where: { rfpId: rfpId() } })],
    ["a quantity", () => db.rfpPriceItem.updateMany({ where: { rfpId: rfpId() }, data: { quantity: 1 } })],
  ])("what bidders were shown does not change: %s", async (_name, change) => {
    await expect(change()).rejects.toThrow();
  });

  test("a submitted bid is not set back, nor hidden, nor read before its deadline", async () => {
    const back = (state: "draft" | "withdrawn" | "opened") => db.bid.update({ where: { id: bidId }, data: { state } });
    for (const state of ["draft", "withdrawn", "opened"] as const) await expect(back(state)).rejects.toThrow();
    await expect(db.bid.delete({ where: { id: bidId } })).rejects.toThrow();
  });

  test("after the deadline nothing is withdrawn, after the opening nothing is exchanged", async () => {
    await passDeadline(tender);
    const withdrawn = db.bidSubmission.updateMany({ where: { bidId }, data: { withdrawnAt: new Date() } });
    await expect(withdrawn).rejects.toThrow();
    expect(await openEnvelopes(tender, "technical")).toMatchObject({ ok: true });
    await expect(db.bid.update({ where: { id: bidId }, data: { state: "submitted" } })).rejects.toThrow();
    await expect(db.bid.update({ where: { id: bidId }, data: { valueAdded: "More" } })).rejects.toThrow();
    await expect(db.bidAnswer.updateMany({ where: { bidId }, data: { answer: "no" } })).rejects.toThrow();
    await expect(db.bidAnswer.deleteMany({ where: { bidId } })).rejects.toThrow();
    await expect(db.rfp.update({ where: { id: rfpId() }, data: { bidsUntil: new Date() } })).rejects.toThrow();
    await expect(db.rfp.update({ where: { id: rfpId() }, data: { technicalOpenedAt: null } })).rejects.toThrow();
    expect(await db.bidAnswer.updateMany({ where: { bidId }, data: { isMet: false } })).toMatchObject({ count: 2 });
  });

  test("an opened price stays", async () => {
    await admit(tender, bidId);
    await scoreAll(tender, { [bidId]: "4" });
    await lockQuality(tender);
    expect(await openEnvelopes(tender, "price")).toMatchObject({ ok: true });
    await expect(db.bid.update({ where: { id: bidId }, data: { evaluatedPrice: 1 } })).rejects.toThrow();
    await expect(db.bidPriceLine.updateMany({ where: { bidId }, data: { unitPrice: 1 } })).rejects.toThrow();
  });
});
