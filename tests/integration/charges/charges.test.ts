import { beforeAll, describe, expect, test } from "vitest";
import { assemble } from "@/lib/assemble";
import { createChargeLine, removeChargeLine, updateChargeLine } from "@/lib/charges/mutations/lines";
import { recordMonthlyCharge } from "@/lib/charges/mutations/months";
import { listChargeLines, listMonthlyCharges } from "@/lib/charges/queries";
import { chargeLineBody } from "@/lib/charges/schema";
import { db } from "@/lib/server/database";
import { handInReactions } from "@/lib/server/happenings";
import { doneValue, makeActive, makeDraft, makePlace, type Place } from "@/tests/support/contracts";

let place: Place;
beforeAll(async () => {
  place = await makePlace();
});

const line = (values: Record<string, unknown>) =>
  chargeLineBody.parse({ name: "Line", kind: "fixedFee", isCreditBase: true, terms: { monthly: "3100" }, ...values });
const record = (input: {
  chargeLineId: string;
  month: string;
  delivery?: object;
  note?: string;
  version?: number | null;
}) => recordMonthlyCharge(place.finance, { delivery: {}, note: "", version: null, ...input } as never);

describe("terms of a line", () => {
  test.each([
    [
      "a price band that does not rise",
      {
        kind: "unitPrice",
        terms: {
          bands: [
            ["0", "1"],
            ["0", "2"],
          ],
          mode: "reached",
        },
      },
      ["terms", "bands", 1, 0],
    ],
    [
      "a rate twice",
      {
        kind: "rateCard",
        terms: {
          rates: [
            { role: "Clerk", rate: "30" },
            { role: "Clerk", rate: "31" },
          ],
        },
      },
      ["terms", "rates", 1, "role"],
    ],
    ["a field of another kind", { kind: "milestone", terms: { amount: "1", monthly: "2" } }, ["terms", "monthly"]],
    ["an end before the start", { effectiveFrom: "2026-05-02", effectiveTo: "2026-05-01" }, ["effectiveTo"]],
  ])("%s is refused at its field", (_, values, path) => {
    const input = { name: "Line", kind: "fixedFee", isCreditBase: true, terms: { monthly: "1" }, ...values };
    const parsed = chargeLineBody.safeParse(input);
    expect(parsed.error?.issues.map((issue) => issue.path)).toContainEqual(path);
  });
});

describe("lines", () => {
  test("are written freely in a draft, on the version that was read", async () => {
    const draft = await makeDraft(place);
    const made = doneValue(await createChargeLine(place.procurement, draft.id, line({})));
    doneValue(await updateChargeLine(place.finance, made.id, made.version, line({ name: "Fee" })));
    const stale = await updateChargeLine(place.procurement, made.id, made.version, line({ name: "Other" }));
    expect(stale).toMatchObject({
      ok: false,
      reason: "stale",
      current: { by: place.finance.name, values: { name: "Fee" } },
    });
    doneValue(await removeChargeLine(place.procurement, made.id, made.version + 1));
    expect(await listChargeLines(place.organization.id, draft.id)).toEqual([]);
  });

  test("of a running contract are not touched: the refusal leads to an amendment", async () => {
    const active = await makeActive(place);
    const refusal = { ok: false, reason: "state", message: expect.stringContaining("New amendment") };
    expect(await updateChargeLine(place.procurement, active.lineId, 1, line({}))).toMatchObject(refusal);
    expect(await removeChargeLine(place.procurement, active.lineId, 1)).toMatchObject(refusal);
    const added = await createChargeLine(place.procurement, active.id, line({ effectiveFrom: "2026-07-01" }));
    expect(added).toMatchObject(refusal);
    expect(await listChargeLines(place.organization.id, active.id)).toHaveLength(1);
  });

  test("of another organization are not there", async () => {
    const draft = await makeDraft(place);
    const made = doneValue(await createChargeLine(place.procurement, draft.id, line({})));
    const other = await makePlace();
    expect(await createChargeLine(other.procurement, draft.id, line({}))).toMatchObject({ reason: "notFound" });
    expect(await updateChargeLine(other.procurement, made.id, 1, line({}))).toMatchObject({ reason: "notFound" });
    expect(await listChargeLines(other.organization.id, draft.id)).toEqual([]);
  });
});

describe("months", () => {
  test("a fixed fee of the first month counts its days: 17 of 31", async () => {
    const active = await makeActive(place);
    const stored = doneValue(await record({ chargeLineId: active.lineId, month: "2026-01" }));
    // 10,000 × 17 ÷ 31 = 5,483.87
    expect(stored).toMatchObject({ amount: "5483.87", currency: "EUR", version: 1 });
    expect(stored.steps.at(-1)).toEqual({ label: "Charge", value: "5483.87 EUR" });
  });

  test("volume, hours and milestones are charged by what was delivered", async () => {
    const lines: Record<string, string> = {};
    const active = await makeActive(place, {}, async (id) => {
      const add = async (values: Record<string, unknown>) =>
        doneValue(await createChargeLine(place.procurement, id, line({ effectiveFrom: "2026-01-15", ...values }))).id;
      const bands = [
        ["0", "1.20"],
        ["1000", "1.00"],
      ];
      lines.volume = await add({ kind: "unitPrice", terms: { bands, mode: "sliced" } });
      const rates = [
        { role: "Clerk", rate: "30" },
        { role: "Clerk", shift: "Night", rate: "40" },
      ];
      lines.hours = await add({ kind: "rateCard", terms: { rates, markupPercent: "10" } });
      lines.milestone = await add({ kind: "milestone", terms: { amount: "5000" } });
    });
    const { volume = "", hours = "", milestone = "" } = lines;
    expect(active.lineId).not.toBe("");
    expect(
      doneValue(await record({ chargeLineId: volume, month: "2026-02", delivery: { volume: "1500" } })).amount,
    ).toBe("1700.00");
    const delivery = {
      hours: [
        { role: "Clerk", shift: "Night", hours: "10" },
        { role: "Clerk", hours: "5" },
      ],
      materials: "100",
    };
    expect(doneValue(await record({ chargeLineId: hours, month: "2026-02", delivery })).amount).toBe("660.00");
    doneValue(await record({ chargeLineId: milestone, month: "2026-02", delivery: { accepted: "true" } }));
    const again = await record({ chargeLineId: milestone, month: "2026-03", delivery: { accepted: "true" } });
    expect(again).toMatchObject({ ok: false, message: expect.stringContaining("2026-02") });
  });

  test("a correction needs the version that stands there, and two at once leave one", async () => {
    const active = await makeActive(place);
    const input = { chargeLineId: active.lineId, month: "2026-02" };
    const both = await Promise.all([record(input), record(input)]);
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await record({ ...input, note: "blind" })).toMatchObject({ ok: false, reason: "stale" });
    expect(doneValue(await record({ ...input, version: 1, note: "checked" })).version).toBe(2);
    const [stored] = await listMonthlyCharges(place.organization.id, active.id, { from: "2026-02", to: "2026-02" });
    expect(stored).toMatchObject({ note: "checked", version: 2 });
  });

  test("a month that has not begun, a contract not yet active and bad input are refused", async () => {
    let outcome = "";
    const active = await makeActive(place, {}, async (id) => {
      const values = { kind: "outcome", terms: { price: "2" }, effectiveFrom: "2026-01-15" };
      outcome = doneValue(await createChargeLine(place.procurement, id, line(values))).id;
    });
    expect(await record({ chargeLineId: active.lineId, month: "2199-01" })).toMatchObject({
      fields: { month: [expect.any(String)] },
    });
    expect(await record({ chargeLineId: active.lineId, month: "2025-12" })).toMatchObject({
      ok: false,
      reason: "state",
    });
    const draft = await makeDraft(place);
    const made = doneValue(await createChargeLine(place.procurement, draft.id, line({})));
    expect(await record({ chargeLineId: made.id, month: "2026-02" })).toMatchObject({ ok: false, reason: "state" });
    const wrong = await record({ chargeLineId: outcome, month: "2026-02", delivery: { outcomes: "-3" } });
    expect(wrong).toMatchObject({ ok: false, fields: { "delivery.outcomes": [expect.any(String)] } });
  });

  test("a locked month is corrected only with a reason", async () => {
    const active = await makeActive(place);
    await db.measurementPeriod.create({
      data: { organizationId: place.organization.id, contractId: active.id, month: "2026-02", state: "locked" },
    });
    const input = { chargeLineId: active.lineId, month: "2026-02" };
    expect(await record(input)).toMatchObject({ ok: false, fields: { note: [expect.any(String)] } });
    doneValue(await record({ ...input, note: "Late invoice" }));
  });

  test("what follows from charges stands or falls with them", async () => {
    const active = await makeActive(place);
    const input = { chargeLineId: active.lineId, month: "2026-03", delivery: {}, note: "", version: null };
    const told: unknown[] = [];
    handInReactions(async () => async () => {
      throw new Error("broken");
    });
    await expect(recordMonthlyCharge(place.finance, input)).rejects.toThrow("broken");
    expect(await listMonthlyCharges(place.organization.id, active.id, { from: "2026-03", to: "2026-03" })).toEqual([]);
    handInReactions(async () => async (_, happenings) => void told.push(...happenings));
    doneValue(await recordMonthlyCharge(place.finance, input));
    expect(told).toEqual([{ kind: "charge.recorded", contractId: active.id, fromMonth: "2026-03" }]);
    assemble();
  });

  test("another organization cannot record on it", async () => {
    const active = await makeActive(place);
    const other = await makePlace();
    const input = { chargeLineId: active.lineId, month: "2026-02", delivery: {}, note: "", version: null };
    expect(await recordMonthlyCharge(other.finance, input)).toMatchObject({ ok: false, reason: "notFound" });
  });
});
