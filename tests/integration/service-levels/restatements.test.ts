import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { db, sql } from "@/lib/server/database";
import { createKpi } from "@/lib/service-levels/mutations/kpis";
import { acceptRestatement, disputeRestatement } from "@/lib/service-levels/mutations/restatements";
import { addServiceLevel } from "@/lib/service-levels/mutations/service-levels";
import { serviceLevelSchema } from "@/lib/service-levels/schema";
import { importCases, makeCaseLog, makeServiceContract, setCharges } from "../../support/service-level-factories";

import {
  actor,
  closers,
  contact,
  contents,
  contract,
  define,
  lock,
  MONTHS,
  open,
  periodOf,
  proposal,
  report,
  setUp,
  sums,
} from "./months-world";

beforeEach(setUp);

describe("a restatement", () => {
  test("is accepted by the other side: version 2, one entry after the month, and the sheets sum to the ledger", async () => {
    await report("2026-01", "88");
    await lock("2026-01");
    await report("2026-02", "96");
    const first = await contents();
    await report("2026-01", "96", "Late rows", contact);
    const { id, version } = await open();
    const named = { id, version, reason: "Seen" };
    expect(await acceptRestatement(contact, named)).toMatchObject({ ok: false, reason: "forbidden" });
    expect((await acceptRestatement(closers.locker, named)).ok).toBe(true);
    expect(await acceptRestatement(closers.locker, { ...named, version: version + 1 })).toMatchObject({ ok: false });
    expect(await periodOf("2026-01")).toMatchObject({ state: "locked", creditTotal: "0" });
    const all = await contents();
    expect(all.slice(0, 2)).toEqual(first.slice(0, 2));
    expect(all.map(({ month, number, kind }) => [month, number, kind])).toEqual([
      ["2026-01", 1, "verified"],
      ["2026-01", 1, "locked"],
      ["2026-01", 2, "locked"],
    ]);
    const [entry] = await db.creditEntry.findMany({ where: { contractId: contract.id, kind: "adjustment" } });
    expect(entry).toMatchObject({ month: "2026-02", sourceMonth: "2026-01", periodVersion: 2, restatementId: id });
    expect(entry?.amount.toFixed()).toBe("-2000");
    expect(await sums()).toEqual({ ledger: "0", sheets: "0" });
  });

  test("is disputed: the month stays, and the same is not proposed again", async () => {
    await report("2026-01", "88");
    await lock("2026-01");
    await report("2026-01", "96", "Ours");
    const { id, version, proposedSide } = await open();
    expect(proposedSide).toBe("client");
    const named = { id, version, reason: "Not our cases" };
    expect(await disputeRestatement(closers.verifier, named)).toMatchObject({ ok: false, reason: "forbidden" });
    expect((await disputeRestatement(contact, named)).ok).toBe(true);
    await report("2026-02", "96");
    expect(await proposal()).toBeNull();
    expect((await periodOf("2026-01")).creditTotal).toBe("2000");
    await report("2026-01", "97", "More of them");
    expect((await open()).difference.toFixed()).toBe("-2000");
  });

  test("follows what comes in, and is withdrawn when the figures agree again", async () => {
    await report("2026-01", "88");
    await lock("2026-01");
    await report("2026-01", "96", "First");
    const { id } = await open();
    await report("2026-01", "80", "Second");
    expect(await proposal()).toMatchObject({ id });
    expect((await open()).difference.toFixed()).toBe("0");
    await report("2026-01", "88", "As it was");
    expect(await proposal()).toBeNull();
    expect(await db.restatement.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "withdrawn" });
  });

  test("carries the later months whose runs depend on it, and never posts before them", async () => {
    for (const month of ["2026-01", "2026-02"]) {
      await report(month, "88");
      await lock(month);
    }
    expect((await periodOf("2026-02")).creditTotal).toBe("3000");
    await report("2026-03", "88");
    await report("2026-01", "96", "Late");
    expect((await periodOf("2026-03")).creditTotal).toBe("3000");
    const { id, version, content } = await open();
    expect((content as { month: string; total: object }[]).map(({ month, total }) => [month, total])).toEqual([
      ["2026-01", { before: "2000", after: "0" }],
      ["2026-02", { before: "3000", after: "2000" }],
    ]);
    expect((await acceptRestatement(contact, { id, version, reason: "" })).ok).toBe(true);
    const [entry] = await db.creditEntry.findMany({ where: { contractId: contract.id, kind: "adjustment" } });
    expect([entry?.month, entry?.amount.toFixed()]).toEqual(["2026-03", "-3000"]);
    expect(await sums()).toEqual({ ledger: "2000", sheets: "2000" });
  });

  test("with every month locked it is posted in the next one, which opens for it", async () => {
    await report("2026-01", "88");
    await lock("2026-01");
    await report("2026-01", "96", "Late");
    const { id, version } = await open();
    expect((await acceptRestatement(contact, { id, version, reason: "" })).ok).toBe(true);
    expect(await db.creditEntry.findMany({ where: { contractId: contract.id, kind: "adjustment" } })).toMatchObject([
      { month: "2026-02" },
    ]);
    expect(
      await db.measurementPeriod.findFirst({ where: { contractId: contract.id, month: "2026-02" } }),
    ).toMatchObject({ state: "open" });
  });

  test("of a case log: a vendor's rows for a locked month change nothing but what is proposed", async () => {
    const caseLogId = await makeCaseLog(actor, contract);
    const kpi = await createKpi(actor, {
      contractId: contract.id,
      code: "CLOSED",
      name: "Closed",
      description: "",
      unit: "cases",
      direction: "higher",
      decimals: null,
      method: "caseLog",
      caseLogId,
      definition: { month: "opened", filter: { match: "all", conditions: [] }, aggregate: { type: "count" } },
    } as never);
    if (!kpi.ok) throw new Error(kpi.message);
    const level = { kpiId: kpi.value.id, class: "key", category: "", expected: "3", minimum: "2", scheme: null };
    await addServiceLevel(actor, serviceLevelSchema.parse({ ...level, effectiveFrom: "2026-01", clause: "" }));
    const header = "number,opened_at,resolved_at,closed_at,priority,made_sla\n";
    const row = (number: string) => `${number},05-01-2026 09:00,05-01-2026 10:00,05-01-2026 11:00,1,true\n`;
    await importCases(actor, caseLogId, header + row("A-1"));
    await report("2026-01", "96");
    await lock("2026-01");
    const before = await contents();
    await importCases(actor, caseLogId, header + row("A-2") + row("A-3"));
    expect(await contents()).toEqual(before);
    const closed = (await periodOf("2026-01")).results.find((result) => result.kpiId === kpi.value.id);
    expect(closed).toMatchObject({ value: "1", status: "belowMinimum" });
    expect(await open()).toMatchObject({ fromMonth: "2026-01" });
  });
});

describe("the yearly cap", () => {
  const CAPS = {
    "an amount": "yearly_cap_basis = 'amount', yearly_cap_amount = 4500",
    "a share of the planned year": "yearly_cap_basis = 'plannedYear', yearly_cap_percent = 1, yearly_value = 450000",
    "a share of the charges so far": "yearly_cap_basis = 'chargesToDate', yearly_cap_percent = 1.25",
  } as const;

  test.each(Object.entries(CAPS))("%s: credits are the same in whatever order months are entered", async (_, set) => {
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(MONTHS, { minLength: MONTHS.length }), async (order) => {
        const own = await makeServiceContract(actor);
        await sql.rows("ALTER TABLE contract DISABLE TRIGGER USER");
        await sql.rows(`UPDATE contract SET ${set} WHERE id = $1`, [own.id]);
        await sql.rows("ALTER TABLE contract ENABLE TRIGGER USER");
        const { kpiId: kpi } = await define(own);
        for (const month of order) {
          await setCharges(actor, own, [month], "100000");
          await report(month, "88", "", actor, kpi);
        }
        const rows = await db.measurementPeriod.findMany({
          where: { contractId: own.id },
          orderBy: { month: "asc" },
        });
        outcomes.add(rows.map((row) => row.creditTotal?.toFixed()).join(" "));
      }),
      { numRuns: 6 },
    );
    expect(outcomes.size).toBe(1);
    const [credits = ""] = [...outcomes];
    const total = credits.split(" ").reduce((sum, credit) => sum + Number(credit), 0);
    expect(total).toBeLessThanOrEqual(set.includes("1.25") ? 5000 : 4500);
    expect(total).toBeGreaterThan(2000);
  });
});
