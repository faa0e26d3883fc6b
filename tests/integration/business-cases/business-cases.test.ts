import { beforeAll, describe, expect, test } from "vitest";
import { decideCase, submitCase, withdrawCase } from "@/lib/business-cases/decision-mutations";
import { chooseOption, createCase, reviseCase, saveFigures, updateSettings } from "@/lib/business-cases/mutations";
import { findCase } from "@/lib/business-cases/queries";
import { calculateCase } from "@/lib/business-cases/rules/case-results";
import type { FiguresInput } from "@/lib/business-cases/schema";
import { db } from "@/lib/server/database";
import { makeMember, makeOrganization } from "../../support/factories";
import { makeEngagement, makeSetting, type Setting } from "../engagements/setting";

let setting: Setting;
beforeAll(async () => {
  setting = await makeSetting();
});

const SETTINGS = {
  currency: "EUR",
  discountRate: "10",
  convention: "t0" as const,
  taxRate: null,
  firstYear: 2026,
  years: 3,
  assumptions: "",
};

async function makeCase(actor = setting.operations) {
  const engagement = await makeEngagement(setting);
  const made = await createCase(actor, engagement.id, SETTINGS);
  if (!made.ok) throw new Error(made.message);
  return made.value;
}

function figuresOf(ids: (string | null)[]): FiguresInput {
  const shared = { vendorModel: "single" as const, outsourcingType: "business" as const, notes: "" };
  return {
    options: [
      {
        ...shared,
        id: ids[0] ?? null,
        name: "Keep",
        kind: "keep",
        lines: [{ category: "currentCost", name: "Cost today", amounts: ["100", "100", "100"] }],
      },
      {
        ...shared,
        id: ids[1] ?? null,
        name: "Nearshore",
        kind: "outsourceNearshore",
        lines: [
          { category: "vendorCharges", name: "Charges", amounts: ["60", "60", "60"] },
          { category: "transition", name: "Transition", amounts: ["110", null, null] },
        ],
      },
    ],
  };
}

async function fill(target: { id: string; version: number }) {
  const record = await findCase(setting.organization.id, target.id);
  const ids = (record?.options ?? []).map((option) => option.id);
  const saved = await saveFigures(setting.operations, target, figuresOf(ids));
  if (!saved.ok) throw new Error(saved.message);
  return { target: saved.value, optionId: ids[1] ?? "" };
}

async function submit(actor = setting.operations) {
  const { target, optionId } = await fill(await makeCase(actor));
  const chosen = await chooseOption(setting.operations, target, { optionId, reason: "Best value" });
  if (!chosen.ok) throw new Error(chosen.message);
  const submitted = await submitCase(setting.operations, chosen.value);
  if (!submitted.ok) throw new Error(submitted.message);
  return submitted.value;
}

describe("figures", () => {
  test("are saved whole, an empty cell stays empty, and come to the value worked out by hand", async () => {
    const { target, optionId } = await fill(await makeCase());
    const record = await findCase(setting.organization.id, target.id);
    expect(record?.options[1]?.lines[1]?.amounts).toEqual(["110", null, null]);
    if (!record) throw new Error("gone");
    const result = calculateCase(record).find((option) => option.id === optionId);
    // Savings −70, 40, 40: −70 + 40 ÷ 1.1 + 40 ÷ 1.21.
    expect(Number(result?.npv)).toBeCloseTo(-70 + 40 / 1.1 + 40 / 1.21, 8);
    expect(result?.payback).toBe("1.75");
  });

  test("two tabs: the second gets every cell as it stands now", async () => {
    const made = await makeCase();
    const { target } = await fill(made);
    const stale = await saveFigures(setting.procurement, made, figuresOf([null, null]));
    expect(stale).toMatchObject({
      ok: false,
      reason: "stale",
      current: {
        by: setting.operations.name,
        values: {
          "options.1.lines.0.amounts.2": "60",
          "options.1.lines.1.amounts.1": "",
          version: String(target.version),
        },
      },
    });
  });

  test("an option of another case is refused", async () => {
    const other = await findCase(setting.organization.id, (await makeCase()).id);
    const made = await makeCase();
    const refused = await saveFigures(setting.operations, made, figuresOf([other?.options[0]?.id ?? null, null]));
    expect(refused).toMatchObject({ ok: false, reason: "invalid" });
  });

  test("fewer years take the figures beyond them away", async () => {
    const { target } = await fill(await makeCase());
    const saved = await updateSettings(setting.operations, target, { ...SETTINGS, years: 2 });
    expect(saved).toMatchObject({ ok: true });
    const record = await findCase(setting.organization.id, target.id);
    expect(record?.options[0]?.lines[0]?.amounts).toEqual(["100", "100"]);
  });
});

describe("the decision", () => {
  test("needs a chosen option, and freezes the figures from submitting on", async () => {
    const { target } = await fill(await makeCase());
    expect(await submitCase(setting.operations, target)).toMatchObject({ ok: false, reason: "state" });
    const submitted = await submit();
    for (const refused of [
      await saveFigures(setting.operations, submitted, figuresOf([null, null])),
      await updateSettings(setting.operations, submitted, SETTINGS),
      await submitCase(setting.operations, submitted),
    ]) {
      expect(refused).toMatchObject({ ok: false, reason: "state" });
    }
  });

  test("is an executive's who did not prepare it, once, and frozen for good", async () => {
    const both = await makeMember(setting.organization, ["operations", "executive"]);
    const submitted = await submit(both);
    const yes = { isApproved: true, reason: "" };
    expect(await decideCase(setting.operations, submitted, yes)).toMatchObject({ ok: false, reason: "forbidden" });
    expect(await decideCase(both, submitted, yes)).toMatchObject({ ok: false, reason: "forbidden" });
    const second = await makeMember(setting.organization, ["executive"]);
    const answers = await Promise.all([
      decideCase(setting.executive, submitted, yes),
      decideCase(second, submitted, yes),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const record = await findCase(setting.organization.id, submitted.id);
    expect(record?.state).toBe("approved");
    const target = { id: submitted.id, version: record?.version ?? 0 };
    expect(await saveFigures(setting.operations, target, figuresOf([null, null]))).toMatchObject({
      ok: false,
      reason: "state",
    });
    expect(await withdrawCase(setting.operations, target)).toMatchObject({ ok: false, reason: "state" });
  });

  test("a rejection needs a reason; a new revision replaces the approved one when it is approved", async () => {
    const submitted = await submit();
    const silent = await decideCase(setting.executive, submitted, { isApproved: false, reason: "" });
    expect(silent).toMatchObject({ ok: false });
    const approved = await decideCase(setting.executive, submitted, { isApproved: true, reason: "" });
    if (!approved.ok) throw new Error(approved.message);
    const revised = await reviseCase(setting.operations, approved.value);
    if (!revised.ok) throw new Error(revised.message);
    expect(await reviseCase(setting.operations, approved.value)).toMatchObject({ ok: false });
    const copy = await findCase(setting.organization.id, revised.value.id);
    expect(copy).toMatchObject({ revision: 2, state: "draft", chosenOptionId: null });
    expect(copy?.options[1]?.lines[0]?.amounts).toEqual(["60", "60", "60"]);
    const chosen = await chooseOption(setting.operations, revised.value, {
      optionId: copy?.options[1]?.id ?? "",
      reason: "Still",
    });
    if (!chosen.ok) throw new Error(chosen.message);
    const again = await submitCase(setting.operations, chosen.value);
    if (!again.ok) throw new Error(again.message);
    expect(await decideCase(setting.executive, again.value, { isApproved: true, reason: "" })).toMatchObject({
      ok: true,
    });
    const states = await db.businessCase.findMany({
      where: { engagementId: submitted.engagementId },
      orderBy: { revision: "asc" },
      select: { state: true },
    });
    expect(states.map((one) => one.state)).toEqual(["superseded", "approved"]);
  });

  test("of several first cases made at once one stays; another organization finds none", async () => {
    const engagement = await makeEngagement(setting);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => createCase(setting.operations, engagement.id, SETTINGS)),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const stranger = await makeMember(await makeOrganization(), ["operations", "executive"]);
    const submitted = await submit();
    expect(await decideCase(stranger, submitted, { isApproved: true, reason: "" })).toMatchObject({
      reason: "notFound",
    });
    expect(await saveFigures(stranger, submitted, figuresOf([null, null]))).toMatchObject({ reason: "notFound" });
    expect(await findCase(stranger.organizationId, submitted.id)).toBeNull();
  });
});
