import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { chargeEvents } from "@/lib/charges/events";
import { change } from "@/lib/server/change";
import { db, sql } from "@/lib/server/database";
import { decideExclusion, previewExclusion, requestExclusion } from "@/lib/service-levels/mutations/exclusions";
import { reportMeasurements } from "@/lib/service-levels/mutations/measurements";
import { reportPeriod, verifyPeriod } from "@/lib/service-levels/mutations/periods";
import { lockPeriod, signPeriod } from "@/lib/service-levels/mutations/sign-period";
import { done } from "@/lib/shared/outcome";
import { nameMonth, nameSheet, verifyMonth } from "../../support/closing";
import { makeContact, makeServiceContract } from "../../support/service-level-factories";

import {
  actor,
  closers,
  contact,
  contents,
  contract,
  figure,
  kpiId,
  levelId,
  lock,
  open,
  periodOf,
  report,
  setUp,
  sums,
} from "./months-world";

beforeEach(setUp);

describe("a locked month", () => {
  test("stays byte for byte whatever comes, by whatever way", async () => {
    await report("2026-01", "88");
    await lock("2026-01");
    const [before, sheet] = [await contents(), await periodOf("2026-01")];
    await report("2026-01", "100", "The vendor's late rows", contact);
    await report("2026-01", "97", "Ours");
    await change(actor, async (tx, audit, tell) => {
      await tx.monthlyCharge.updateMany({ where: { month: "2026-01" }, data: { amount: "1" } });
      audit({ action: "monthlyCharge.correct", subject: { type: "contract", id: contract.id, label: "" } });
      tell(chargeEvents.recorded({ contractId: contract.id, fromMonth: "2026-01" }));
      return done();
    });
    const exclusion = await requestExclusion(contact, {
      contractId: contract.id,
      serviceLevelId: levelId,
      month: "2026-01",
      kind: "forceMajeure",
      reason: "Flood",
      evidence: "",
      caseNumbers: [],
    });
    if (!exclusion.ok) throw new Error(exclusion.message);
    expect((await decideExclusion(closers.verifier, exclusion.value, "approved")).ok).toBe(true);
    expect(await contents()).toEqual(before);
    const { version: _, ...now } = await periodOf("2026-01");
    const { version: __, ...then } = sheet;
    expect(now).toEqual(then);
    expect(await db.creditEntry.count({ where: { contractId: contract.id, kind: "adjustment" } })).toBe(0);
    const [locked] = before.filter((row) => row.kind === "locked");
    expect(
      createHash("sha256")
        .update(locked?.content ?? "")
        .digest("hex"),
    ).toBe(locked?.contentHash);
  });

  test("a vendor's upload into it raises no value and posts nothing: it is proposed", async () => {
    await report("2026-01", "44.4");
    await lock("2026-01");
    await report("2026-01", "100", "Cases that were left out", contact);
    expect((await periodOf("2026-01")).results[0]).toMatchObject({ value: "44.4", credit: "2000" });
    expect(await open()).toMatchObject({ proposedSide: "vendor", fromMonth: "2026-01" });
    expect((await open()).difference.toFixed()).toBe("-2000");
    expect(await sums()).toEqual({ ledger: "2000", sheets: "2000" });
  });

  test.each([
    ["its figures", "UPDATE measurement_period SET credit_total = 0 WHERE state = 'locked'"],
    ["its state", "UPDATE measurement_period SET state = 'open' WHERE state = 'locked'"],
    ["itself", "DELETE FROM measurement_period WHERE state = 'locked'"],
    ["its results", "UPDATE period_result SET value = 100"],
    ["its results away", "DELETE FROM period_result"],
    ["its version", "UPDATE period_version SET content = '{}'"],
    ["its version away", "DELETE FROM period_version"],
    ["all versions away", "TRUNCATE period_version CASCADE"],
    ["the names under it", "UPDATE period_signature SET signed_name = 'Somebody'"],
    ["its credit", "UPDATE credit_entry SET amount = 0"],
    ["its credit away", "DELETE FROM credit_entry"],
    [
      "with a made-up restatement",
      "SELECT set_config('steward.restatement', gen_random_uuid()::text, false); UPDATE period_result SET value = 100",
    ],
  ])("the database refuses to change %s", async (_, statement) => {
    await report("2026-01", "88");
    await lock("2026-01");
    await expect(sql.rows(statement)).rejects.toThrow();
    expect((await periodOf("2026-01")).creditTotal).toBe("2000");
  });

  test("takes both names, or a reason after the vendor had its time", async () => {
    await report("2026-01", "88");
    await verifyMonth(closers, contract.id, "2026-01");
    const sheet = () => nameSheet(contract.id, "2026-01", "Fenna");
    expect(await lockPeriod(closers.locker, await sheet())).toMatchObject({
      ok: false,
      fields: { unsignedReason: [/10 days/] },
    });
    const early = { ...(await sheet()), unsignedReason: "In a hurry" };
    expect(await lockPeriod(closers.locker, early)).toMatchObject({ ok: false, reason: "invalid" });
    await db.measurementPeriod.updateMany({
      where: { contractId: contract.id },
      data: { verifiedAt: new Date(Date.now() - 11 * 86_400_000) },
    });
    expect(await lockPeriod(closers.locker, await sheet())).toMatchObject({
      ok: false,
      fields: { unsignedReason: [/Say why/] },
    });
    expect((await lockPeriod(closers.locker, { ...(await sheet()), unsignedReason: "No answer" })).ok).toBe(true);
    expect(
      await db.measurementPeriod.findFirst({ where: { contractId: contract.id, month: "2026-01" } }),
    ).toMatchObject({
      unsignedReason: "No answer",
    });
  });

  test("is signed as it stood on the screen: another hash is refused", async () => {
    await report("2026-01", "88");
    await verifyMonth(closers, contract.id, "2026-01");
    const sheet = await nameSheet(contract.id, "2026-01", "Vera");
    expect(await signPeriod(contact, { ...sheet, contentHash: "a".repeat(64) })).toMatchObject({ ok: false });
    const stranger = await makeContact(actor, await makeServiceContract(actor));
    expect(await signPeriod(stranger, sheet)).toMatchObject({ ok: false, reason: "notFound" });
    expect((await signPeriod(contact, sheet)).ok).toBe(true);
    expect(await signPeriod(contact, await nameSheet(contract.id, "2026-01", "Vera"))).toMatchObject({ ok: false });
    const [signature] = await db.periodSignature.findMany({ where: { version: { contractId: contract.id } } });
    expect(signature).toMatchObject({ side: "vendor", signedName: "Vera", contentHash: sheet.contentHash });
  });
});

describe("who may close a month", () => {
  test("who reported it, or a figure of it, does not verify it", async () => {
    await report("2026-01", "88");
    await reportPeriod(contact, await nameMonth(contract.id, "2026-01"));
    const named = await nameMonth(contract.id, "2026-01");
    expect(await verifyPeriod(actor, named)).toMatchObject({ ok: false, reason: "forbidden" });
    expect((await verifyPeriod(closers.verifier, named)).ok).toBe(true);
  });

  test.each([
    ["above", "1999.99", false],
    ["at", "2000", true],
  ])("with a credit %s the limit, who verified it locks it alone: %s, %s", async (_, creditLimit, isAllowed) => {
    await db.organization.update({ where: { id: actor.organizationId }, data: { creditLimit } });
    await report("2026-01", "88");
    await verifyMonth(closers, contract.id, "2026-01");
    await signPeriod(contact, await nameSheet(contract.id, "2026-01", "Vera"));
    const locked = await lockPeriod(closers.verifier, await nameSheet(contract.id, "2026-01", "Oskar"));
    expect(locked.ok).toBe(isAllowed);
    if (!isAllowed) expect(locked).toMatchObject({ reason: "forbidden" });
  });

  test("a month without charges is verified only when that is said", async () => {
    await db.monthlyCharge.deleteMany({ where: { contractId: contract.id, month: "2026-01" } });
    await report("2026-01", "88");
    await reportPeriod(actor, await nameMonth(contract.id, "2026-01"));
    const named = await nameMonth(contract.id, "2026-01");
    expect(await verifyPeriod(closers.verifier, named)).toMatchObject({
      ok: false,
      fields: { noChargesReason: [expect.anything()] },
    });
    expect((await verifyPeriod(closers.verifier, { ...named, noChargesReason: "Free until March" })).ok).toBe(true);
  });

  test("a vendor does not write to a verified month", async () => {
    await report("2026-01", "88");
    await verifyMonth(closers, contract.id, "2026-01");
    const late = await reportMeasurements(contact, kpiId, [figure("2026-01", "99", "Later")]);
    expect(late).toMatchObject({ ok: false, reason: "state", message: expect.stringContaining("verified") });
    expect((await periodOf("2026-01")).state).toBe("verified");
    expect(await db.measurement.count({ where: { kpiId, month: "2026-01" } })).toBe(1);
  });

  test.each([
    ["has not begun", "2199-12", /has not begun/],
    ["lies before the contract", "2025-12", /lies before/],
  ])("a month that %s is not reported", async (_, month, message) => {
    await db.contract
      .update({ where: { id: contract.id }, data: { activatedAt: null, state: "draft" } })
      .catch(() => undefined);
    await sql.rows("ALTER TABLE contract DISABLE TRIGGER USER");
    await sql.rows("UPDATE contract SET start_date = '2026-01-01' WHERE id = $1", [contract.id]);
    await sql.rows("ALTER TABLE contract ENABLE TRIGGER USER");
    const reported = await reportMeasurements(contact, kpiId, [figure(month, "99")]);
    expect(reported).toMatchObject({ ok: false, fields: { month: [expect.stringMatching(message)] } });
  });
});

describe("an exclusion", () => {
  test("shows who decides the value and the money before and after, and does exactly that", async () => {
    await report("2026-01", "88");
    const asked = await requestExclusion(contact, {
      contractId: contract.id,
      serviceLevelId: levelId,
      month: "2026-01",
      kind: "clientCaused",
      reason: "Our network was down",
      evidence: "",
      caseNumbers: [],
    });
    if (!asked.ok) throw new Error(asked.message);
    const effect = await previewExclusion(actor.organizationId, asked.value.id);
    expect(effect).toMatchObject({ before: { credit: "2000" }, after: { credit: "0" } });
    expect((await periodOf("2026-01")).creditTotal).toBe("2000");
    expect((await decideExclusion(closers.verifier, asked.value, "approved")).ok).toBe(true);
    expect((await periodOf("2026-01")).creditTotal).toBe("0");
    const stored = await db.exclusion.findUniqueOrThrow({ where: { id: asked.value.id } });
    expect([stored.creditBefore?.toFixed(), stored.creditAfter?.toFixed()]).toEqual(["2000", "0"]);
  });
});
