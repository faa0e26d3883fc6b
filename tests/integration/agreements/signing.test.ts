import { beforeEach, describe, expect, test } from "vitest";
import { activateContract } from "@/lib/agreements/mutations/activate";
import { recordShown } from "@/lib/agreements/mutations/show-text";
import { signForClient, signForVendor } from "@/lib/agreements/mutations/sign";
import { findShownBefore, findText, listSignatures, listTexts } from "@/lib/agreements/queries/texts";
import { verifyText } from "@/lib/agreements/queries/verify-text";
import { compareTexts } from "@/lib/agreements/rules/compare-texts";
import { createChargeLine, updateChargeLine } from "@/lib/charges/mutations/lines";
import { chargeLineBody } from "@/lib/charges/schema";
import { addDocument } from "@/lib/contracts/documents";
import { saveCreditTerms } from "@/lib/contracts/mutations/credit-terms";
import { submitContract, updateContract } from "@/lib/contracts/mutations/terms";
import { db } from "@/lib/server/database";
import { createKpiSchema } from "@/lib/service-levels/kpi-schema";
import { createKpi, updateKpi } from "@/lib/service-levels/mutations/kpis";
import { addServiceLevel, updateServiceLevel } from "@/lib/service-levels/mutations/service-levels";
import { serviceLevelSchema } from "@/lib/service-levels/schema";
import { addFixedFee, doneValue, makeDraft, makePlace, type Place, textOf, versionOf } from "@/tests/support/contracts";

let place: Place;
let id: string;
let kpiId: string;
let levelId: string;
let lineId: string;

const level = (values: Record<string, unknown> = {}) =>
  serviceLevelSchema.parse({
    kpiId,
    class: "critical",
    category: "",
    expected: "98",
    minimum: "90",
    scheme: null,
    effectiveFrom: "2026-01",
    clause: "",
    ...values,
  });
const kpi = { code: "KPI-1", name: "Solved in time", unit: "%", direction: "higher", method: "reported" } as const;
const line = (values: Record<string, unknown> = {}) =>
  chargeLineBody.parse({ name: "Fee", kind: "fixedFee", isCreditBase: true, terms: { monthly: "10000" }, ...values });

/** A contract in review that the vendor has signed. */
beforeEach(async () => {
  place = await makePlace();
  id = (await makeDraft(place)).id;
  lineId = await addFixedFee(id, place.organization.id);
  kpiId = doneValue(await createKpi(place.operations, createKpiSchema.parse({ ...kpi, contractId: id }))).id;
  levelId = doneValue(await addServiceLevel(place.operations, level())).id;
  doneValue(await submitContract(place.procurement, id, await versionOf(id)));
  doneValue(await signForVendor(place.contact, id, { sha256: await textOf(id), name: "Vera" }));
});

const signatures = () => listSignatures(place.organization.id, id);
const notices = (personId: string) =>
  db.notification.findMany({
    where: { personId, title: { contains: "are void" } },
    select: { href: true, body: true },
  });

const update = async <T extends { version: number }>(row: Promise<T>) => (await row).version;

describe("after the vendor's signature any change of any part voids it, and both sides are told", () => {
  test.each<[string, () => Promise<{ ok: boolean }>]>([
    ["terms", async () => updateContract(place.procurement, id, await versionOf(id), { yearlyValue: "130000" })],
    [
      "the data-protection list",
      async () => updateContract(place.procurement, id, await versionOf(id), { dataProtectionTerms: ["auditRight"] }),
    ],
    ["exit plan", async () => updateContract(place.procurement, id, await versionOf(id), { exitPlan: "None." })],
    ["a charge line more", () => createChargeLine(place.procurement, id, line({ name: "Second" }))],
    ["another price", () => updateChargeLine(place.procurement, lineId, 1, line({ terms: { monthly: "9999" } }))],
    [
      "a KPI's rounding",
      async () =>
        updateKpi(place.operations, {
          ...createKpiSchema.parse({ ...kpi, contractId: id }),
          id: kpiId,
          version: await update(db.kpi.findUniqueOrThrow({ where: { id: kpiId } })),
          decimals: 1,
        }),
    ],
    [
      "the expected level, 98 to 99.9",
      async () =>
        updateServiceLevel(place.operations, {
          ...level({ expected: "99.9" }),
          id: levelId,
          version: await update(db.serviceLevel.findUniqueOrThrow({ where: { id: levelId } })),
        }),
    ],
    [
      "a credit scheme",
      async () =>
        updateServiceLevel(place.operations, {
          ...level({
            scheme: { type: "pool", poolPercent: "50", allocationPercent: "40", multipliers: ["1"], expectedMisses: 4 },
          }),
          id: levelId,
          version: await update(db.serviceLevel.findUniqueOrThrow({ where: { id: levelId } })),
        }),
    ],
    ["the points table", () => saveCreditTerms(place.operations, { contractId: id, pointsTable: [["5", "1"]] })],
    [
      "a document for the vendor",
      () =>
        addDocument(place.procurement, id, {
          name: "annex.txt",
          content: Buffer.from("Annex A"),
          isForVendor: true,
        }),
    ],
  ])("%s", async (_, change) => {
    const before = await textOf(id);
    expect(await change()).toMatchObject({ ok: true });
    expect(await textOf(id)).not.toBe(before);
    expect(await signatures()).toMatchObject([
      { side: "vendor", voidedAt: expect.any(String), voidReason: expect.stringContaining("The text has changed") },
    ]);
    expect(await notices(place.contact.personId)).toMatchObject([{ href: `/portal/contracts/${id}` }]);
    expect((await notices(place.executive.personId)).length).toBe(0);
    const told = await db.notification.count({
      where: { organizationId: place.organization.id, title: { contains: "are void" } },
    });
    expect(told).toBeGreaterThan(0);
    const again = await signForVendor(place.contact, id, { sha256: before, name: "Vera" });
    expect(again).toMatchObject({ ok: false, message: expect.stringContaining("not the text as it stands now") });
  });

  test("what both sides signed is in review again, and is not activated on the old names", async () => {
    doneValue(await signForClient(place.executive, id, { sha256: await textOf(id), name: "Edgar" }));
    expect(await db.contract.findUnique({ where: { id } })).toMatchObject({
      state: "signed",
      signedAt: expect.any(Date),
    });
    doneValue(await updateChargeLine(place.procurement, lineId, 1, line({ terms: { monthly: "1" } })));
    expect(await db.contract.findUnique({ where: { id } })).toMatchObject({ state: "inReview", signedAt: null });
    expect((await signatures()).every(({ voidedAt }) => voidedAt !== null)).toBe(true);
    expect(await activateContract(place.procurement, id, await versionOf(id))).toMatchObject({ ok: false });
  });

  test("an internal note and an internal document change nothing", async () => {
    doneValue(await updateContract(place.procurement, id, await versionOf(id), { internalLeadDays: 60 }));
    doneValue(
      await addDocument(place.procurement, id, { name: "own.txt", content: Buffer.from("own"), isForVendor: false }),
    );
    expect(await signatures()).toMatchObject([{ voidedAt: null }]);
  });
});

describe("the database keeps it", () => {
  test("no contract is signed or active without both names under its newest text", async () => {
    for (const state of ["signed", "active"] as const)
      await expect(db.contract.update({ where: { id }, data: { state } })).rejects.toThrow(/not signed by both/);
  });

  test("texts and signatures are never rewritten or taken away", async () => {
    const [signature] = await db.contractSignature.findMany({ where: { contractId: id } });
    const where = { id: signature?.id ?? "" };
    await expect(db.contractSignature.update({ where, data: { signedName: "Other" } })).rejects.toThrow(/append-only/);
    await expect(db.contractSignature.delete({ where })).rejects.toThrow(/append-only/);
    await expect(db.contractText.deleteMany({ where: { contractId: id } })).rejects.toThrow(/append-only/);
    const wrong = { organizationId: place.organization.id, contractId: id, number: 99, format: 1 };
    await expect(db.contractText.create({ data: { ...wrong, content: "{}", sha256: "0".repeat(64) } })).rejects.toThrow(
      /contract_text_hash/,
    );
  });
});

test("the vendor sees what has changed since it last read it", async () => {
  const shown = async () => {
    const head = (await listTexts(place.organization.id, id)).find(({ isCurrent }) => isCurrent);
    if (!head) throw new Error("There is no text.");
    doneValue(await recordShown(place.contact, id, head.id));
    return head;
  };
  await shown();
  doneValue(await updateChargeLine(place.procurement, lineId, 1, line({ terms: { monthly: "12000" } })));
  const now = await shown();
  const before = await findShownBefore(place.contact, id, now.number);
  const after = await findText(place.organization.id, id, now.number);
  if (!before || !after) throw new Error("A text is missing.");
  expect(compareTexts(before.text, after.text)).toMatchObject([
    { section: "Charges", item: expect.stringContaining("CL-01"), label: "Name" },
    { section: "Charges", label: "A month", before: { value: "10000 EUR" }, after: { value: "12000 EUR" } },
  ]);
});

test("verification computes the hash anew, and finds what was changed behind the app's back", async () => {
  expect(await verifyText(place.organization.id, id)).toMatchObject({ isSound: true });
  await db.serviceLevel.update({ where: { id: levelId }, data: { expected: "50" } });
  expect(await verifyText(place.organization.id, id)).toMatchObject({ isSound: false });
  const signing = { sha256: await textOf(id), name: "Edgar" };
  expect(await signForClient(place.executive, id, signing)).toMatchObject({ ok: false });
});

test("of a signature and a change at once never a name is left under another text", async () => {
  for (let round = 0; round < 5; round += 1) {
    const sha256 = await textOf(id);
    await Promise.all([
      signForClient(place.executive, id, { sha256, name: "Edgar" }),
      createChargeLine(place.procurement, id, line({ name: `Line ${round}` })),
      updateChargeLine(place.finance, lineId, round + 1, line({ terms: { monthly: String(round + 1) } })),
    ]);
    const living = (await signatures()).filter(({ voidedAt }) => voidedAt === null);
    const now = await textOf(id);
    expect(living.filter((each) => each.sha256 !== now)).toEqual([]);
    expect(await verifyText(place.organization.id, id)).toMatchObject({ isSound: true });
  }
});
