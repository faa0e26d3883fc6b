import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { db, sql } from "@/lib/server/database";
import { listAsCsv } from "@/lib/server/lists/csv";
import type { ListColumn, ListDefinition } from "@/lib/server/lists/definition";
import { parseListRequest } from "@/lib/server/lists/request";
import { BrokenSealError, sealText, unsealText } from "@/lib/server/sealing";
import { bidList } from "@/lib/sourcing/bids/lists";
import { findReceiptText } from "@/lib/sourcing/bids/portal-queries";
import { findOpenedBid, findOpenedBids } from "@/lib/sourcing/bids/queries";
import { findLot } from "@/lib/sourcing/evaluation/queries";
import { first, makeBid, makeTender, openEnvelopes, passDeadline } from "../../support/tenders";

const MARKER = "quokka-plaintext-marker";
const PRICE = "48731.4242";

/** Every row of every table as text, bytes included both as hex and as they are. */
async function findInDatabase(text: string): Promise<string[]> {
  const tables = await sql.rows<{ name: string }>(
    "SELECT format('%I', table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  const hex = Buffer.from(text).toString("hex");
  const base64 = Buffer.from(text).toString("base64").replace(/=+$/, "").slice(0, -1);
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await sql.rows<{ count: number }>(
      `SELECT count(*) FROM ${name} t WHERE t::text LIKE $1 OR t::text LIKE $2 OR t::text LIKE $3`,
      [`%${text}%`, `%${hex}%`, `%${base64}%`],
    );
    if ((rows[0]?.count ?? 0) > 0) found.push(name);
  }
  return found;
}

test("nothing of a bid can be read in the database before the opening, in any table or column", async () => {
  const tender = await makeTender();
  await makeBid(tender, first(tender.vendors), { answer: MARKER, prices: [PRICE, "10"] });
  expect(await findInDatabase(MARKER)).toEqual([]);
  expect(await findInDatabase(PRICE)).toEqual([]);
  await passDeadline(tender);
  await openEnvelopes(tender, "technical");
  expect(await findInDatabase(MARKER)).toEqual(["bid_answer"]);
  expect(await findInDatabase(PRICE)).toEqual([]);
});

test("the client's queries, list and export know no sealed bid", async () => {
  const tender = await makeTender();
  const { id } = await makeBid(tender, first(tender.vendors));
  const organization = tender.organization.id;
  const list = bidList as unknown as ListDefinition<Record<string, ListColumn>>;
  const lines = async () => {
    const request = parseListRequest(list, {}).request;
    return (await Array.fromAsync(listAsCsv(list, organization, request))).join("");
  };
  expect(await findOpenedBid(organization, id)).toBeNull();
  expect(await findOpenedBids(organization, tender.rfp.id)).toEqual([]);
  expect((await findLot(organization, tender.lot.id))?.bids).toEqual([]);
  expect(await lines()).not.toContain("Bidder");
  await passDeadline(tender);
  await openEnvelopes(tender, "technical");
  expect((await findOpenedBid(organization, id))?.answers.map((each) => each.answer)).toEqual(["yes", "With care."]);
  expect(await lines()).toContain("Bidder");
});

test("the receipt's hash is the SHA-256 of the text that only the bidder can have", async () => {
  const tender = await makeTender();
  const { id, receipt } = await makeBid(tender, first(tender.vendors), { answer: MARKER });
  const text = await findReceiptText(first(tender.vendors), id, 1);
  expect(text).toContain(MARKER);
  expect(
    createHash("sha256")
      .update(text ?? "")
      .digest("hex"),
  ).toBe(receipt.receiptHash);
  expect(await findReceiptText(first(tender.vendors, 1), id, 1)).toBeNull();
});

test("a seal opens for its own bid, envelope and submission only, and not after one bit was changed", () => {
  const bidId = "0199e5d2-0000-7000-8000-000000000001";
  const seal = { bidId, envelope: "technical", submission: 1 } as const;
  const sealed = sealText("content", seal);
  expect(unsealText(sealed, seal)).toBe("content");
  expect(sealText("content", seal)).not.toEqual(sealed);
  const others = [
    { ...seal, submission: 2 },
    { ...seal, submission: "draft" as const },
    { ...seal, envelope: "price" as const },
    { ...seal, bidId: bidId.replace(/1$/, "2") },
  ];
  for (const other of others) expect(() => unsealText(sealed, other)).toThrow(BrokenSealError);
  for (let at = 1; at < sealed.length; at += 1) {
    const changed = new Uint8Array(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => unsealText(changed, seal)).toThrow(BrokenSealError);
  }
});

test("a bid that was changed behind the app's back keeps all envelopes closed until it is decided, and is named", async () => {
  const tender = await makeTender();
  const { id } = await makeBid(tender, first(tender.vendors));
  await makeBid(tender, first(tender.vendors, 1));
  await db.$executeRaw`ALTER TABLE bid_submission DISABLE TRIGGER bid_submission_append_only`;
  await db.$executeRaw`UPDATE bid_submission SET sealed_price = set_byte(sealed_price, 40, get_byte(sealed_price, 40) # 1) WHERE bid_id = ${id}::uuid`;
  await db.$executeRaw`ALTER TABLE bid_submission ENABLE TRIGGER bid_submission_append_only`;
  await passDeadline(tender);
  const opened = await openEnvelopes(tender, "technical");
  expect(opened).toMatchObject({ ok: false, reason: "invalid", fields: { decision: [expect.any(String)] } });
  expect(opened.ok ? "" : opened.message).toContain("Bidder 1");
  expect(await db.bidAnswer.count()).toBe(
    await db.bidAnswer.count({ where: { bid: { rfpId: { not: tender.rfp.id } } } }),
  );
});
