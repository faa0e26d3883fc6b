import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amendText, firstMonthUnder, NO_PARTS, type TextAmendment } from "@/lib/agreements/rules/amended-text";
import { findAmendmentProblems } from "@/lib/agreements/rules/amendment-problems";
import { compareTexts } from "@/lib/agreements/rules/compare-texts";
import { type ContractText, readContractText, writeContractText } from "@/lib/agreements/rules/contract-text";
import { readTextTerm } from "@/lib/agreements/rules/terms-on";

const LINE = {
  name: "Fee",
  kind: "fixedFee",
  isCreditBase: true,
  terms: { type: "fixed", monthly: "100" },
  effectiveFrom: null,
  effectiveTo: null,
};
const KPI = {
  code: "K1",
  name: "Solved in time",
  description: "",
  unit: "%",
  direction: "higher",
  decimals: null,
  method: "reported",
  caseLogId: null,
  definition: null,
};
const LEVEL = {
  class: "key",
  category: "",
  expected: "95",
  minimum: "90",
  scheme: null,
  minimumVolume: null,
  graceUntil: null,
  clause: "",
};

const text: ContractText = {
  format: 1,
  contract: {
    code: "CTR-1",
    title: "Desk",
    type: "mixed",
    client: "Client",
    vendor: "Vendor",
    currency: "EUR",
    timeZone: "Europe/Berlin",
    firstDay: "2026-01-01",
  },
  terms: { clientNoticeMonths: [{ from: null, amendment: 0, value: 3 }] },
  chargeLines: [{ code: "CL-01", revision: 1, ...LINE }],
  kpis: [{ ...KPI, revision: 1, effectiveFrom: null, effectiveTo: null }],
  serviceLevels: [{ kpi: "K1", revision: 1, ...LEVEL, effectiveFrom: "2026-01", effectiveTo: null }],
  documents: [
    { name: "a.pdf", revision: 1, sha256: "a".repeat(64), size: 1 },
    { name: "b.pdf", revision: 1, sha256: "b".repeat(64), size: 1 },
  ],
};

const amendment = (values: Partial<TextAmendment>): TextAmendment => ({
  number: 1,
  effectiveFrom: "2026-03-01",
  changes: {},
  parts: NO_PARTS,
  ...values,
});

describe("the canonical form", () => {
  test("does not depend on the order of rows or keys, and reads back", () => {
    const turned = Object.fromEntries(Object.entries(text).reverse()) as ContractText;
    const other = { ...turned, documents: [...text.documents].reverse() };
    expect(writeContractText(other)).toBe(writeContractText(text));
    expect(writeContractText(readContractText(writeContractText(text)))).toBe(writeContractText(text));
    expect(() => readContractText('{"format":2}')).toThrow("unknown format 2");
  });

  test("any change of any value changes it", () => {
    const paths = (value: unknown, path: (string | number)[] = []): (string | number)[][] =>
      typeof value === "object" && value !== null
        ? Object.entries(value).flatMap(([key, part]) => paths(part, [...path, key]))
        : [path];
    const all = paths(text);
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.string({ minLength: 1 }), (path, written) => {
        const changed = structuredClone(text) as unknown as Record<string | number, unknown>;
        let at = changed;
        for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
        const last = path.at(-1) ?? "";
        fc.pre(at[last] !== written);
        at[last] = written;
        expect(writeContractText(changed as unknown as ContractText)).not.toBe(writeContractText(text));
      }),
    );
  });
});

describe("an amendment", () => {
  test.each([
    ["2026-03-01", "2026-03"],
    ["2026-03-02", "2026-04"],
    ["2026-12-31", "2027-01"],
  ])("from %s counts for months from %s", (day, month) => {
    expect(firstMonthUnder(day)).toBe(month);
  });

  test("gives terms, lines, definitions and levels a further revision from its day; what held keeps its days", () => {
    const amended = amendText(
      text,
      amendment({
        changes: { clientNoticeMonths: 6 },
        parts: {
          chargeLines: [
            { code: "CL-01", line: { ...LINE, name: "New fee" } },
            { code: "CL-02", line: LINE },
          ],
          kpis: [{ ...KPI, decimals: 1 }],
          serviceLevels: [{ kpi: "K1", level: { ...LEVEL, expected: "99" } }],
          documents: [{ id: "x", name: "c.pdf", revision: 1, sha256: "c".repeat(64), size: 1 }],
        },
      }),
    );
    expect(readTextTerm(amended, "clientNoticeMonths", "2026-02-28")).toBe(3);
    expect(readTextTerm(amended, "clientNoticeMonths", "2026-03-01")).toBe(6);
    expect(amended.chargeLines).toMatchObject([
      { code: "CL-01", revision: 1, effectiveFrom: null, effectiveTo: "2026-02-28" },
      { code: "CL-01", revision: 2, effectiveFrom: "2026-03-01", effectiveTo: null, name: "New fee" },
      { code: "CL-02", revision: 1, effectiveFrom: "2026-03-01" },
    ]);
    expect(amended.kpis).toMatchObject([
      { revision: 1, effectiveTo: "2026-02" },
      { revision: 2, effectiveFrom: "2026-03", decimals: 1 },
    ]);
    expect(amended.serviceLevels).toMatchObject([
      { revision: 1, effectiveFrom: "2026-01", effectiveTo: "2026-02" },
      { revision: 2, effectiveFrom: "2026-03", effectiveTo: null, expected: "99" },
    ]);
    expect(amended.documents).toHaveLength(3);
    expect(text.chargeLines).toHaveLength(1);
  });

  test("ends what it ends with the day or month before", () => {
    const parts = {
      ...NO_PARTS,
      chargeLines: [{ code: "CL-01", line: null }],
      serviceLevels: [{ kpi: "K1", level: null }],
    };
    const ended = amendText(text, amendment({ parts }));
    expect(ended.chargeLines).toMatchObject([{ effectiveTo: "2026-02-28" }]);
    expect(ended.serviceLevels).toMatchObject([{ effectiveTo: "2026-02" }]);
  });

  test("is refused where a revision would begin before the one it follows", () => {
    const parts = { ...NO_PARTS, serviceLevels: [{ kpi: "K1", level: LEVEL }] };
    const problems = (effectiveFrom: string) => findAmendmentProblems(text, amendment({ effectiveFrom, parts }));
    expect(problems("2026-01-01")).toEqual({ "serviceLevels.0": expect.stringContaining("2026-01") });
    expect(problems("2026-01-02")).toEqual({});
  });

  test("may not allocate more than the whole of a category's pool", () => {
    const pool = (allocationPercent: string) => ({ type: "pool", poolPercent: "50", allocationPercent });
    const level = { ...LEVEL, category: "Speed" };
    const parts = {
      ...NO_PARTS,
      kpis: [{ ...KPI, code: "K2" }],
      serviceLevels: [
        { kpi: "K1", level: { ...level, scheme: pool("60") } },
        { kpi: "K2", level: { ...level, scheme: pool("40") } },
      ],
    };
    expect(findAmendmentProblems(text, amendment({ parts }))).toEqual({});
    const over = { kpi: "K2", level: { ...level, scheme: pool("40.01") } };
    const [first = over] = parts.serviceLevels;
    expect(findAmendmentProblems(text, amendment({ parts: { ...parts, serviceLevels: [first, over] } }))).toEqual({
      serviceLevels: expect.stringContaining("Speed"),
    });
  });
});

test("old beside new, term by term: only what differs, in the order in which it is read", () => {
  expect(compareTexts(text, text)).toEqual([]);
  const [line] = text.chargeLines;
  const [level] = text.serviceLevels;
  if (!line || !level) throw new Error("The text lost its parts.");
  const after = {
    ...text,
    terms: { clientNoticeMonths: [{ from: null, amendment: 0, value: 6 }] },
    chargeLines: [{ ...line, terms: { type: "fixed", monthly: "200" } }],
    serviceLevels: [{ ...level, expected: "99.9", scheme: { type: "gap", step: null, percentPerStep: "2" } }],
    documents: text.documents.slice(1),
  };
  const rows = compareTexts(text, after).map(({ section, label, before, after: now }) => [
    section,
    label,
    before?.value ?? null,
    now?.value ?? null,
  ]);
  expect(rows).toEqual([
    ["Terms", "Agreed", "3", "6"],
    ["Charges", "A month", "100 EUR", "200 EUR"],
    ["Service levels and credits", "Expected", "95 %", "99.9 %"],
    ["Service levels and credits", "Credit: type", null, "gap"],
    ["Service levels and credits", "Credit: percent a step", null, "2"],
    ["Service levels and credits", "Credit", "none", null],
    ["Documents", "SHA-256", "a".repeat(64), null],
  ]);
});
