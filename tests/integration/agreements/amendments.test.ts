import { beforeEach, describe, expect, test } from "vitest";
import {
  assentToAmendment,
  decideAmendment,
  declineAmendment,
  recordPaperAssent,
  withdrawAmendment,
} from "@/lib/agreements/mutations/decide-amendment";
import {
  addToAmendment,
  amendContract,
  discardAmendment,
  dropFromAmendment,
  startAmendment,
} from "@/lib/agreements/mutations/draft-amendment";
import { proposeAmendment } from "@/lib/agreements/mutations/propose-amendment";
import { findAmendment } from "@/lib/agreements/queries/amendments";
import { verifyText } from "@/lib/agreements/queries/verify-text";
import { amendmentBody } from "@/lib/agreements/schema";
import { createChargeLine } from "@/lib/charges/mutations/lines";
import { recordMonthlyCharge } from "@/lib/charges/mutations/months";
import { chargeLineBody } from "@/lib/charges/schema";
import { addDocument, listDocuments } from "@/lib/contracts/documents";
import { saveCreditTerms } from "@/lib/contracts/mutations/credit-terms";
import { updateContract } from "@/lib/contracts/mutations/terms";
import { db } from "@/lib/server/database";
import { createKpiSchema } from "@/lib/service-levels/kpi-schema";
import { createKpi, updateKpi } from "@/lib/service-levels/mutations/kpis";
import { addServiceLevel, updateServiceLevel } from "@/lib/service-levels/mutations/service-levels";
import { serviceLevelSchema } from "@/lib/service-levels/schema";
import { amend, doneValue, makeActive, makePlace, type Place, textOf, versionOf } from "@/tests/support/contracts";

let place: Place;
let active: Awaited<ReturnType<typeof makeActive>>;

beforeEach(async () => {
  place = await makePlace();
  active = await makeActive(place);
});

const LEVEL = { class: "critical", category: "", expected: "80", minimum: "70", scheme: null, clause: "" };
const FEE = { name: "Base fee", kind: "fixedFee", isCreditBase: true, terms: { monthly: "11000" } };
const KPI = { code: "KPI-01", name: "Solved in time", unit: "%", direction: "higher", method: "ratio", decimals: 1 };

describe("on a running contract nothing is changed directly", () => {
  test("by no function, for no role: each refusal leads to an amendment", async () => {
    const level = await db.serviceLevel.findFirstOrThrow({ where: { contractId: active.id } });
    const kpi = { ...createKpiSchema.parse({ ...KPI, contractId: active.id }), id: level.kpiId, version: 1 };
    const lowered = serviceLevelSchema.parse({ ...LEVEL, kpiId: level.kpiId, effectiveFrom: "2026-03" });
    const document = { name: "annex.txt", content: Buffer.from("Annex"), isForVendor: true };
    const outcomes = await Promise.all([
      updateContract(place.procurement, active.id, active.version, { exitPlan: "Other" }),
      saveCreditTerms(place.operations, { contractId: active.id, pointsTable: [["5", "1"]] }),
      createChargeLine(place.procurement, active.id, chargeLineBody.parse({ ...FEE, effectiveFrom: "2026-07-01" })),
      createKpi(place.operations, createKpiSchema.parse({ ...KPI, code: "KPI-02", contractId: active.id })),
      updateKpi(place.operations, kpi),
      addServiceLevel(place.operations, lowered),
      updateServiceLevel(place.operations, { ...lowered, id: level.id, version: level.version }),
      addDocument(place.procurement, active.id, document),
    ]);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ ok: false, reason: "state", message: expect.stringContaining("New amendment") });
  });

  test("and by no statement: the database refuses terms, lines, KPIs, levels and documents", async () => {
    const of = { organizationId: place.organization.id, contractId: active.id };
    const refused = /restrict_violation|by an amendment/;
    await expect(db.contract.update({ where: { id: active.id }, data: { exitPlan: "x" } })).rejects.toThrow(refused);
    await expect(
      db.contract.update({ where: { id: active.id }, data: { creditTerms: { pointsTable: [] } } }),
    ).rejects.toThrow(refused);
    await expect(db.chargeLine.update({ where: { id: active.lineId }, data: { parameters: {} } })).rejects.toThrow(
      refused,
    );
    await expect(db.chargeLine.deleteMany({ where: of })).rejects.toThrow(refused);
    await expect(db.kpi.updateMany({ where: of, data: { decimals: 0 } })).rejects.toThrow(refused);
    await expect(db.serviceLevel.updateMany({ where: of, data: { expected: "1" } })).rejects.toThrow(refused);
    await expect(
      db.document.create({
        data: {
          organizationId: place.organization.id,
          subjectType: "contract",
          subjectId: active.id,
          name: "a.txt",
          mediaType: "text/plain",
          size: 1,
          sha256: "0".repeat(64),
          visibility: "vendor",
        },
      }),
    ).rejects.toThrow(refused);
  });

  test("not even under the name of an amendment that is in force already", async () => {
    const made = await amend(place, active.id, { effectiveFrom: "2026-03-01", changes: { coverageHours: "24/7" } });
    const smuggled = db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT set_config('steward.amendment', ${made.id}, true)`;
      await tx.serviceLevel.updateMany({ where: { contractId: active.id }, data: { expected: "1" } });
    });
    await expect(smuggled).rejects.toThrow(/by an amendment/);
  });
});

test("one amendment changes terms, lines, definitions, levels, credits and documents, each from its date", async () => {
  const document = doneValue(
    await addDocument(place.procurement, active.id, {
      name: "annex.txt",
      content: Buffer.from("Annex"),
      isForVendor: false,
    }),
  );
  const made = await amend(place, active.id, {
    effectiveFrom: "2026-03-01",
    changes: { clientNoticeMonths: 6, creditTerms: { pointsTable: [["5", "1"]] }, dataProtectionTerms: ["auditRight"] },
    chargeLines: [{ code: "CL-01", line: FEE }, { line: { ...FEE, name: "Night service" } }],
    kpis: [KPI, { ...KPI, code: "KPI-02", name: "Answered" }],
    serviceLevels: [
      { kpi: "KPI-01", level: LEVEL },
      { kpi: "KPI-02", level: LEVEL },
    ],
    documents: [document.id],
  });
  expect(made).toMatchObject({ number: 1, isInForce: true });
  const lines = await db.chargeLine.findMany({
    where: { contractId: active.id },
    orderBy: [{ code: "asc" }, { revision: "asc" }],
    select: { code: true, revision: true, effectiveFrom: true, effectiveTo: true },
  });
  const day = (text: string) => new Date(text);
  expect(lines).toEqual([
    { code: "CL-01", revision: 1, effectiveFrom: null, effectiveTo: day("2026-02-28") },
    { code: "CL-01", revision: 2, effectiveFrom: day("2026-03-01"), effectiveTo: null },
    { code: "CL-02", revision: 1, effectiveFrom: day("2026-03-01"), effectiveTo: null },
  ]);
  const kpis = await db.kpi.findMany({
    where: { contractId: active.id },
    orderBy: { code: "asc" },
    select: {
      method: true,
      revision: true,
      effectiveFrom: true,
      kpiRevisions: { select: { method: true, revision: true, effectiveTo: true } },
      serviceLevels: {
        orderBy: { revision: "asc" },
        select: { revision: true, effectiveFrom: true, effectiveTo: true },
      },
    },
  });
  expect(kpis).toEqual([
    {
      method: "ratio",
      revision: 2,
      effectiveFrom: "2026-03",
      kpiRevisions: [{ method: "reported", revision: 1, effectiveTo: "2026-02" }],
      serviceLevels: [
        { revision: 1, effectiveFrom: "2026-01", effectiveTo: "2026-02" },
        { revision: 2, effectiveFrom: "2026-03", effectiveTo: null },
      ],
    },
    {
      method: "ratio",
      revision: 1,
      effectiveFrom: null,
      kpiRevisions: [],
      serviceLevels: [{ revision: 1, effectiveFrom: "2026-03", effectiveTo: null }],
    },
  ]);
  expect(await listDocuments(place.organization.id, active.id, true)).toHaveLength(1);
  expect(await verifyText(place.organization.id, active.id)).toMatchObject({ isSound: true });
});

describe("until approved and assented to it changes nothing", () => {
  const write = async (input: object) =>
    amendContract(
      place.procurement,
      active.id,
      await versionOf(active.id),
      amendmentBody.parse({ summary: "As agreed", effectiveFrom: "2026-03-01", ...input }),
    );
  const assent = async (id: string) => ({ sha256: await textOf(active.id, id), name: "Vera" });
  const levels = () => db.serviceLevel.count({ where: { contractId: active.id } });
  const lower = { serviceLevels: [{ kpi: "KPI-01", level: LEVEL }] };

  test("under the limit it waits for the vendor alone", async () => {
    const made = doneValue(await write(lower));
    expect(made).toMatchObject({ needsApproval: false, needsAssent: true, isInForce: false });
    expect(await levels()).toBe(1);
    const foreign = await makePlace();
    expect(await assentToAmendment(foreign.contact, made.id, await assent(made.id))).toMatchObject({
      reason: "notFound",
    });
    const wrong = await assentToAmendment(place.contact, made.id, { sha256: "0".repeat(64), name: "Vera" });
    expect(wrong).toMatchObject({ ok: false });
    expect(doneValue(await assentToAmendment(place.contact, made.id, await assent(made.id))).isInForce).toBe(true);
    expect(await levels()).toBe(2);
    expect(await assentToAmendment(place.contact, made.id, await assent(made.id))).toMatchObject({ ok: false });
  });

  test("above the limit it waits for both, in either order, and not for who wrote it", async () => {
    place = await makePlace("contract", "100");
    const { decideContract } = await import("@/lib/contracts/mutations/approve");
    const { activateContract } = await import("@/lib/agreements/mutations/activate");
    const { makeSigned, addFixedFee, makeKpiWithLevel } = await import("@/tests/support/contracts");
    const signed = await makeSigned(place, {}, async (id) => {
      await addFixedFee(id, place.organization.id);
      await makeKpiWithLevel(id, place.organization.id);
    });
    doneValue(await decideContract(place.executive, signed.id, signed.version, { decision: "approve", reason: "" }));
    doneValue(await activateContract(place.procurement, signed.id, await versionOf(signed.id)));
    active = { ...signed, lineId: "" };
    const made = doneValue(await write(lower));
    expect(made).toMatchObject({ needsApproval: true, needsAssent: true });
    expect(doneValue(await assentToAmendment(place.contact, made.id, await assent(made.id))).isInForce).toBe(false);
    expect(await levels()).toBe(1);
    const approve = { decision: "approve" as const, reason: "" };
    expect(await decideAmendment(place.procurement, made.id, approve)).toMatchObject({ reason: "forbidden" });
    expect(doneValue(await decideAmendment(place.executive, made.id, approve)).isInForce).toBe(true);
    expect(await levels()).toBe(2);
  });

  test("declined, withdrawn or discarded it never takes effect, and the next one can come", async () => {
    const declined = doneValue(await write(lower));
    expect(await write(lower)).toMatchObject({ ok: false, message: expect.stringContaining("One at a time") });
    doneValue(await declineAmendment(place.contact, declined.id, "Too low"));
    const withdrawn = doneValue(await write(lower));
    doneValue(await withdrawAmendment(place.procurement, withdrawn.id, "By mistake"));
    expect(await assentToAmendment(place.contact, withdrawn.id, await assent(withdrawn.id))).toMatchObject({
      ok: false,
    });
    const head = { effectiveFrom: "2026-03-01", summary: "Another" };
    const draft = doneValue(await startAmendment(place.procurement, active.id, head));
    doneValue(await discardAmendment(place.procurement, draft.id, draft.version));
    expect(doneValue(await write(lower)).number).toBe(3);
    expect(await levels()).toBe(1);
    await expect(
      db.contractAmendment.update({ where: { id: declined.id }, data: { state: "inForce", inForceAt: new Date() } }),
    ).rejects.toThrow(/not rewritten/);
  });

  test("the database lets none be in force without the vendor's name", async () => {
    const made = doneValue(await write(lower));
    await expect(
      db.contractAmendment.update({ where: { id: made.id }, data: { state: "inForce", inForceAt: new Date() } }),
    ).rejects.toThrow(/not assented/);
    await expect(
      db.contractAmendment.update({ where: { id: made.id }, data: { effectiveFrom: new Date("2026-01-01") } }),
    ).rejects.toThrow(/not rewritten/);
  });

  test("assent on paper names who signed; lead times of our own need nobody's", async () => {
    const made = doneValue(await write(lower));
    const paper = { ...(await assent(made.id)), signedOn: "2026-02-01" };
    expect(doneValue(await recordPaperAssent(place.procurement, made.id, paper)).isInForce).toBe(true);
    const own = doneValue(await write({ changes: { internalLeadDays: 90 } }));
    expect(own).toMatchObject({ needsAssent: false, isInForce: true });
  });
});

test("a draft is put together piece by piece, and shows old beside new before it is proposed", async () => {
  const head = { effectiveFrom: "2026-03-01", summary: "New price" };
  let draft = doneValue(await startAmendment(place.procurement, active.id, head));
  const line = chargeLineBody.parse(FEE);
  const add = async (additions: Parameters<typeof addToAmendment>[3]) => {
    draft = doneValue(await addToAmendment(place.procurement, draft.id, draft.version, additions));
  };
  await add({ parts: { chargeLines: [{ code: "CL-01", line }] } });
  await add({ changes: { clientNoticeMonths: 6, coverageHours: "24/7" } });
  await add({ parts: { chargeLines: [{ code: null, line }] } });
  const stale = await addToAmendment(place.procurement, draft.id, draft.version - 1, {});
  expect(stale).toMatchObject({ ok: false, reason: "stale" });
  const dropped = { what: "term" as const, key: "coverageHours" };
  draft = doneValue(await dropFromAmendment(place.procurement, draft.id, draft.version, dropped));
  const shown = await findAmendment(place.organization.id, active.id, draft.id);
  const rows = shown?.differences.map(({ item, label, before, after }) => [item, label, before?.value, after?.value]);
  expect(rows).toContainEqual(["CL-01 Base fee, revision 2", "A month", "10000 EUR", "11000 EUR"]);
  expect(rows).toContainEqual(["CL-02 Base fee", "A month", undefined, "11000 EUR"]);
  expect(rows).toContainEqual(["Client's notice, months, amendment 1", "Agreed", "3", "6"]);
  expect(rows?.some(([item, label]) => item === "CL-01 Base fee" && label === "Last day")).toBe(false);
  expect(rows?.some(([item]) => item?.includes("Hours of coverage"))).toBe(false);
  expect(doneValue(await proposeAmendment(place.procurement, draft.id, draft.version)).needsAssent).toBe(true);
});

test("what cannot be is refused at its place", async () => {
  const write = async (input: object) =>
    amendContract(
      place.procurement,
      active.id,
      await versionOf(active.id),
      amendmentBody.parse({ summary: "As agreed", effectiveFrom: "2026-03-01", ...input }),
    );
  const pool = { type: "pool", poolPercent: "50", allocationPercent: "120", multipliers: ["1"], expectedMisses: 4 };
  expect(await write({ serviceLevels: [{ kpi: "KPI-09", level: LEVEL }] })).toMatchObject({
    fields: { "serviceLevels.0.kpi": [expect.any(String)] },
  });
  expect(await write({ serviceLevels: [{ kpi: "KPI-01", level: { ...LEVEL, minimum: "90" } }] })).toMatchObject({
    fields: { "serviceLevels.0.level.minimum": [expect.any(String)] },
  });
  expect(await write({ chargeLines: [{ code: "CL-09", line: null }] })).toMatchObject({
    fields: { "chargeLines.0": [expect.any(String)] },
  });
  expect(
    await write({
      effectiveFrom: "2026-01-15",
      serviceLevels: [{ kpi: "KPI-01", level: { ...LEVEL, scheme: { ...pool, allocationPercent: "60" } } }],
      kpis: [{ ...KPI, code: "KPI-02" }],
    }),
  ).toMatchObject({ ok: true });
});

test("a line is not ended before what was charged on it", async () => {
  const charge = { chargeLineId: active.lineId, month: "2026-03", delivery: {}, note: "", version: null };
  doneValue(await recordMonthlyCharge(place.finance, charge));
  const write = async (effectiveFrom: string) =>
    amendContract(
      place.procurement,
      active.id,
      await versionOf(active.id),
      amendmentBody.parse({ summary: "Ends", effectiveFrom, chargeLines: [{ code: "CL-01", line: null }] }),
    );
  expect(await write("2026-03-01")).toMatchObject({ fields: { effectiveFrom: [expect.stringContaining("CL-01")] } });
  expect(await write("2026-04-01")).toMatchObject({ ok: true });
});
