import { writeCanonical } from "@/lib/shared/canonical-json";

/** A later format can live beside this one: the number stands in every text. */
export const TEXT_FORMAT = 1;

/** A term from a day on; the first one, with `from` null, is the contract's own. */
export type TermVersion = { from: string | null; amendment: number; value: unknown };

export type ChargeLineText = {
  code: string;
  revision: number;
  name: string;
  kind: string;
  isCreditBase: boolean;
  terms: unknown;
  effectiveFrom: string | null;
  effectiveTo: string | null;
};

export type KpiText = {
  code: string;
  revision: number;
  name: string;
  description: string;
  unit: string;
  direction: string;
  decimals: number | null;
  method: string;
  caseLogId: string | null;
  definition: unknown;
  effectiveFrom: string | null;
  effectiveTo: string | null;
};

export type ServiceLevelText = {
  /** Code of the KPI. */
  kpi: string;
  revision: number;
  class: string;
  category: string;
  expected: string;
  minimum: string;
  scheme: unknown;
  minimumVolume: number | null;
  graceUntil: string | null;
  effectiveFrom: string;
  effectiveTo: string | null;
  clause: string;
};

export type DocumentText = { name: string; revision: number; sha256: string; size: number };

export type ContractHead = {
  code: string;
  title: string;
  type: string;
  client: string;
  vendor: string;
  currency: string;
  timeZone: string;
  firstDay: string | null;
};

/** All that the parties agree on, with every revision and the days between which it holds. */
export type ContractText = {
  format: number;
  contract: ContractHead;
  terms: Record<string, TermVersion[]>;
  chargeLines: ChargeLineText[];
  kpis: KpiText[];
  serviceLevels: ServiceLevelText[];
  documents: DocumentText[];
};

const byKey =
  <T>(key: (each: T) => string) =>
  (a: T, b: T) => {
    const [left, right] = [key(a), key(b)];
    if (left === right) return 0;
    return left < right ? -1 : 1;
  };
const revised = (code: string, revision: number) => `${code} ${String(revision).padStart(6, "0")}`;

/** Rows in an order of their own, so that the order in which they were read does not matter. */
export function orderText(text: ContractText): ContractText {
  const terms = Object.entries(text.terms).map(([name, versions]) => [
    name,
    [...versions].sort(byKey(({ from, amendment }) => `${from ?? ""} ${String(amendment).padStart(6, "0")}`)),
  ]);
  return {
    ...text,
    terms: Object.fromEntries(terms),
    chargeLines: [...text.chargeLines].sort(byKey(({ code, revision }) => revised(code, revision))),
    kpis: [...text.kpis].sort(byKey(({ code, revision }) => revised(code, revision))),
    serviceLevels: [...text.serviceLevels].sort(byKey(({ kpi, revision }) => revised(kpi, revision))),
    documents: [...text.documents].sort(byKey(({ name, revision }) => revised(name, revision))),
  };
}

/** The one canonical form: the same agreement gives the same characters on every machine, any change gives others. */
export function writeContractText(text: ContractText): string {
  return writeCanonical(orderText(text));
}

/** Back from its canonical form, as it was stored. */
export function readContractText(content: string): ContractText {
  const text = JSON.parse(content) as ContractText;
  if (text.format !== TEXT_FORMAT) throw new Error(`The text of a contract has the unknown format ${text.format}.`);
  return text;
}
