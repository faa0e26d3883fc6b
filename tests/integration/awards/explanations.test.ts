import { afterEach, expect, test } from "vitest";
import { db } from "@/lib/server/database";
import { proposeAward } from "@/lib/sourcing/awards/propose";
import { findLot, rankLot } from "@/lib/sourcing/evaluation/queries";
import { answerExplanation, askExplanation, decideExplanation } from "@/lib/sourcing/explanations/mutations";
import { findExplanations, findOwnExplanations } from "@/lib/sourcing/explanations/queries";
import { moveClock } from "../../support/moved-clock";
import { first, makeRankedTender, type Tender } from "../../support/tenders";

afterEach(() => moveClock({}));

// 13,000, 12,400 and 4,600: the last is far below.
const FIELD: Parameters<typeof makeRankedTender>[0] = [
  { score: "4", prices: ["10", "1000"] },
  { score: "3.5", prices: ["9.5", "1000"] },
  { score: "3", prices: ["3", "1000"] },
];

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const REQUEST = "Please explain how you arrive at this price.";

async function asked(tender: Tender, bidId: string) {
  const made = await askExplanation(tender.procurement, { bidId, request: REQUEST, dueAt: inDays(5) });
  if (!made.ok) throw new Error(`${made.message} ${JSON.stringify(made.fields)}`);
  return made.value;
}

async function rankingOf(tender: Tender) {
  const lot = await findLot(tender.organization.id, tender.lot.id);
  const ranking = lot && rankLot(lot);
  if (!ranking) throw new Error("Nothing is ranked.");
  return ranking;
}

const proposal = (tender: Tender, bidId: string) => ({
  lotId: tender.lot.id,
  shares: [{ bidId, sharePercent: "100" }],
  justification: "",
  tieDecision: "",
});

test("a low price is marked, presses nobody unnoticed, and nothing is awarded before it is decided", async () => {
  const { tender, ids } = await makeRankedTender(FIELD);
  const ranking = await rankingOf(tender);
  expect(ranking.bids.find((bid) => bid.id === first(ids, 2))?.flags).toEqual(["abnormallyLow"]);
  const scoreOf = (rows: typeof ranking.bids, id: string) => rows.find((row) => row.id === id)?.priceScore?.slice(0, 5);
  // 4,600 ÷ 13,000 with the low price, 12,400 ÷ 13,000 without it.
  expect(scoreOf(ranking.bids, first(ids))).toBe("35.38");
  expect(scoreOf(ranking.without?.bids ?? [], first(ids))).toBe("95.38");
  expect(await proposeAward(tender.procurement, proposal(tender, ranking.winner ?? ""))).toMatchObject({
    ok: false,
    message: expect.stringContaining("abnormally low"),
  });
  expect(
    await askExplanation(tender.procurement, { bidId: first(ids), request: REQUEST, dueAt: inDays(5) }),
  ).toMatchObject({
    message: "This price is not abnormally low.",
  });
});

test("the bidder is asked with a deadline, reads nothing of the others, and answers once and in time", async () => {
  const { tender, ids } = await makeRankedTender(FIELD);
  const [low, other] = [first(tender.vendors, 2), first(tender.vendors)];
  const telling = { bidId: first(ids, 2), request: "The others ask 12,400 EUR. Explain.", dueAt: inDays(5) };
  expect(await askExplanation(tender.procurement, telling)).toMatchObject({
    fields: { request: [expect.any(String)] },
  });
  const past = { bidId: first(ids, 2), request: REQUEST, dueAt: inDays(-1) };
  expect(await askExplanation(tender.procurement, past)).toMatchObject({ fields: { dueAt: [expect.any(String)] } });
  const { id, version } = await asked(tender, first(ids, 2));
  expect(
    await askExplanation(tender.colleague, { bidId: first(ids, 2), request: REQUEST, dueAt: inDays(5) }),
  ).toMatchObject({
    message: "This bidder has been asked already.",
  });

  const [own] = await findOwnExplanations(low, tender.rfp.id);
  expect(own).toMatchObject({ request: REQUEST, state: "requested" });
  expect(JSON.stringify(own)).not.toMatch(/mean|other/);
  expect(await findOwnExplanations(other, tender.rfp.id)).toEqual([]);
  const mails = await db.outboxMessage.findMany({
    where: { organizationId: tender.organization.id, subject: { contains: "explain your price" } },
  });
  expect(mails).toHaveLength(1);
  expect(mails[0]?.body).toContain("(Europe/Berlin)");
  expect(mails[0]?.body).not.toMatch(/12,400|13,000|mean/);

  expect(await answerExplanation(other, { id, version, answer: "Mine." })).toMatchObject({ reason: "notFound" });
  expect(await answerExplanation(low, { id, version, answer: "Our own robots." })).toMatchObject({ ok: true });
  expect(await answerExplanation(low, { id, version: version + 1, answer: "More." })).toMatchObject({ ok: false });
  const [seen] = await findExplanations(tender.organization.id, tender.rfp.id);
  expect(seen).toMatchObject({
    answer: "Our own robots.",
    state: "answered",
    finding: expect.stringContaining("mean of the other bids"),
  });
});

test("accepted, the price counts as any other", async () => {
  const { tender, ids } = await makeRankedTender(FIELD);
  const { id, version } = await asked(tender, first(ids, 2));
  const early = { id, version, isAccepted: true, reason: "Fine." };
  expect(await decideExplanation(tender.procurement, early)).toMatchObject({
    message: "The bidder still has time to answer.",
  });
  await answerExplanation(first(tender.vendors, 2), { id, version, answer: "Robots." });
  expect(await decideExplanation(tender.procurement, { ...early, version: version + 1 })).toMatchObject({ ok: true });
  const ranking = await rankingOf(tender);
  expect(ranking.without).toBeNull();
  expect(ranking.bids.find((bid) => bid.id === first(ids, 2))?.explanation).toBe("accepted");
  expect(await proposeAward(tender.procurement, proposal(tender, ranking.winner ?? ""))).toMatchObject({ ok: true });
});

test("without an answer in time it is decided all the same; not accepted, the bid is out and presses no score", async () => {
  const { tender, ids } = await makeRankedTender(FIELD);
  const { id, version } = await asked(tender, first(ids, 2));
  await moveClock({ days: 6 });
  const low = first(tender.vendors, 2);
  expect(await answerExplanation(low, { id, version, answer: "Late." })).toMatchObject({ message: /time .* is over/ });
  const no = { id, version, isAccepted: false, reason: "No explanation came." };
  expect(await decideExplanation(tender.procurement, no)).toMatchObject({ ok: true });
  const bid = await db.bid.findUniqueOrThrow({ where: { id: first(ids, 2) } });
  expect(bid).toMatchObject({ state: "rejected", rejectionReason: expect.stringContaining("No explanation came.") });
  const ranking = await rankingOf(tender);
  expect(ranking.bids.map((row) => row.id)).not.toContain(first(ids, 2));
  expect(ranking.bids.find((row) => row.id === first(ids, 1))?.priceScore).toBe("100");
  const told = await db.outboxMessage.findMany({
    where: { organizationId: tender.organization.id, subject: { contains: "not accepted" } },
  });
  expect(told).toHaveLength(1);
});
