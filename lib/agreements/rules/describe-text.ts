import { CHARGE_KIND, type ChargeKind } from "@/lib/charges/labels";
import {
  CONTRACT_TYPE,
  type ContractType,
  DATA_TERM,
  RENEWAL,
  TERM_LABEL,
  YEARLY_CAP_BASIS,
} from "@/lib/contracts/labels";
import type { Commitment } from "@/lib/contracts/rules/commitments";
import { methodLabels } from "@/lib/service-levels/labels";
import { measureText } from "@/lib/service-levels/rules/measure-text";
import { writeCanonical } from "@/lib/shared/canonical-json";
import type { ChargeLineText, ContractText, KpiText, ServiceLevelText, TermVersion } from "./contract-text";
import { flattenValue, type Labelled } from "./flatten-value";

/** How a value is written for a reader; plain text where nothing is said. */
export type ValueKind = "text" | "day" | "money" | "percent";
export type DescribedField = { key: string; label: string; value: string; kind: ValueKind };
export type DescribedItem = {
  key: string;
  title: string;
  fields: DescribedField[];
  /** The item of the same section whose place it takes from its day on. */
  follows: string | null;
};
export type DescribedSection = { key: string; title: string; items: DescribedItem[] };

const TERM_LABELS: Record<string, string> = {
  ...TERM_LABEL,
  dataProtectionTerms: "Data protection",
  creditTerms: "Credits of all service levels",
  commitments: "What the vendor was chosen for",
};
const TERM_KINDS: Record<string, ValueKind> = {
  endDate: "day",
  yearlyValue: "money",
  liabilityCap: "money",
  atRiskPercent: "percent",
  yearlyCapPercent: "percent",
  yearlyCapAmount: "money",
};

export type Names = Readonly<Record<string, string>>;
const METHODS: Record<string, string> = methodLabels;

const nothing = (value: unknown) =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

function field(key: string, label: string, value: unknown, kind: ValueKind = "text"): DescribedField[] {
  return nothing(value) ? [] : [{ key, label, value: String(value), kind }];
}

function fieldsOf(prefix: string, label: string, value: unknown): DescribedField[] {
  return nothing(value)
    ? []
    : flattenValue(value, prefix, label).map((each: Labelled) => ({ ...each, kind: "text" as const }));
}

function termFields(name: string, value: unknown): DescribedField[] {
  if (name === "dataProtectionTerms" && Array.isArray(value))
    return value.map((term) => {
      const label = term in DATA_TERM ? DATA_TERM[term as keyof typeof DATA_TERM] : String(term);
      return { key: String(term), label: "Agreed", value: label, kind: "text" };
    });
  if (name === "commitments" && Array.isArray(value))
    return (value as Commitment[]).flatMap(({ code, title, text }, index) =>
      field(`commitment ${index}`, `${code} ${title}`.trim(), text),
    );
  if (name === "creditTerms") return fieldsOf("creditTerms", "Points", value);
  if (name === "renewal" && typeof value === "string" && value in RENEWAL)
    return field("value", "Agreed", RENEWAL[value as keyof typeof RENEWAL]);
  if (name === "yearlyCapBasis" && typeof value === "string" && value in YEARLY_CAP_BASIS)
    return field("value", "Agreed", YEARLY_CAP_BASIS[value as keyof typeof YEARLY_CAP_BASIS]);
  return field("value", "Agreed", value, TERM_KINDS[name]);
}

function describeTerm(name: string, versions: readonly TermVersion[]): DescribedItem[] {
  const label = TERM_LABELS[name] ?? name;
  const keyOf = (version: TermVersion) => (version.from === null ? name : `${name} ${version.amendment}`);
  return versions.map((version, index) => {
    const { from, amendment, value } = version;
    const fields = termFields(name, value);
    const before = versions[index - 1];
    const follows = before ? keyOf(before) : null;
    if (from === null) return { key: name, title: label, fields, follows };
    const since = [
      ...field("from", "From", from, "day"),
      ...(fields.length > 0 ? fields : field("value", "Agreed", "—")),
    ];
    return { key: keyOf(version), title: `${label}, amendment ${amendment}`, fields: since, follows };
  });
}

/** Amounts of a price term, which are written exactly, with their currency. */
const AMOUNTS = ["monthly", "amount", "price", "notToExceed", "additionalRate", "reducedRate", "baselineCost"];

function withCurrency(each: DescribedField, currency: string): DescribedField {
  return AMOUNTS.includes(each.key.replace("terms.", "")) ? { ...each, value: `${each.value} ${currency}` } : each;
}

function describeLine(line: ChargeLineText, currency: string): DescribedItem {
  const later = line.revision > 1 ? `, revision ${line.revision}` : "";
  return {
    key: `${line.code} ${line.revision}`,
    title: `${line.code} ${line.name}${later}`,
    follows: line.revision > 1 ? `${line.code} ${line.revision - 1}` : null,
    fields: [
      ...field("name", "Name", line.name),
      ...field("kind", "Kind", line.kind in CHARGE_KIND ? CHARGE_KIND[line.kind as ChargeKind].label : line.kind),
      ...fieldsOf("terms", "", line.terms).map((each) => withCurrency(each, currency)),
      ...field("isCreditBase", "Credits are a share of it", line.isCreditBase ? "yes" : "no"),
      ...field("from", "First day", line.effectiveFrom, "day"),
      ...field("to", "Last day", line.effectiveTo, "day"),
    ],
  };
}

/** The definition in half a sentence, and in full: nothing that is signed stays out of sight. */
function definitionFields({ definition, method }: KpiText): DescribedField[] {
  if (definition === null || method !== "caseLog") return [];
  return [
    ...field("computed", "Computed", measureText({ description: "", method, definition })),
    ...field("definition", "In full", writeCanonical(definition)),
  ];
}

function describeKpi(kpi: KpiText, names: Names): DescribedItem {
  const later = kpi.revision > 1 ? `, definition ${kpi.revision}` : "";
  return {
    key: `${kpi.code} ${kpi.revision}`,
    title: `${kpi.code} ${kpi.name}${later}`,
    follows: kpi.revision > 1 ? `${kpi.code} ${kpi.revision - 1}` : null,
    fields: [
      ...field("name", "Name", kpi.name),
      ...field("description", "Description", kpi.description),
      ...field("unit", "Unit", kpi.unit),
      ...field("direction", "Better is", kpi.direction),
      ...field("decimals", "Rounded to decimals", kpi.decimals),
      ...field("method", "How it is measured", kpi.method in METHODS ? METHODS[kpi.method] : kpi.method),
      ...field("caseLogId", "Case log", kpi.caseLogId && (names[kpi.caseLogId] ?? kpi.caseLogId)),
      ...definitionFields(kpi),
      ...field("from", "From month", kpi.effectiveFrom),
      ...field("to", "Up to month", kpi.effectiveTo),
    ],
  };
}

function describeLevel(level: ServiceLevelText, kpi: KpiText | undefined): DescribedItem {
  const unit = kpi ? ` ${kpi.unit}` : "";
  return {
    key: `${level.kpi} ${level.revision}`,
    title: `${level.kpi} ${kpi?.name ?? ""}${level.revision > 1 ? `, revision ${level.revision}` : ""}`,
    follows: level.revision > 1 ? `${level.kpi} ${level.revision - 1}` : null,
    fields: [
      ...field("expected", "Expected", `${level.expected}${unit}`),
      ...field("minimum", "Minimum", `${level.minimum}${unit}`),
      ...field("class", "Class", level.class),
      ...field("category", "Category", level.category),
      ...fieldsOf("scheme", "Credit", level.scheme),
      ...(level.scheme === null ? field("scheme", "Credit", "none") : []),
      ...field("minimumVolume", "Counts from cases", level.minimumVolume),
      ...field("graceUntil", "Grace up to month", level.graceUntil),
      ...field("clause", "Clause", level.clause),
      ...field("from", "From month", level.effectiveFrom),
      ...field("to", "Up to month", level.effectiveTo),
    ],
  };
}

/** The whole text in the order in which people read it; `names` are those of the case logs, by id. */
export function describeText(text: ContractText, names: Names = {}): DescribedSection[] {
  const { contract } = text;
  const head: DescribedField[] = [
    ...field("code", "Code", contract.code),
    ...field("title", "Title", contract.title),
    ...field("client", "Client", contract.client),
    ...field("vendor", "Vendor", contract.vendor),
    ...field(
      "type",
      "Type",
      contract.type in CONTRACT_TYPE ? CONTRACT_TYPE[contract.type as ContractType] : contract.type,
    ),
    ...field("currency", "Currency", contract.currency),
    ...field("timeZone", "Time zone", contract.timeZone),
    ...field("firstDay", "First day", contract.firstDay, "day"),
  ];
  const kpiOf = (code: string) => text.kpis.findLast((kpi) => kpi.code === code);
  const sections: DescribedSection[] = [
    {
      key: "contract",
      title: "Contract",
      items: [{ key: "contract", title: "Parties and term", fields: head, follows: null }],
    },
    {
      key: "terms",
      title: "Terms",
      items: Object.keys(TERM_LABELS).flatMap((name) => describeTerm(name, text.terms[name] ?? [])),
    },
    {
      key: "chargeLines",
      title: "Charges",
      items: text.chargeLines.map((line) => describeLine(line, contract.currency)),
    },
    { key: "kpis", title: "KPI definitions", items: text.kpis.map((kpi) => describeKpi(kpi, names)) },
    {
      key: "serviceLevels",
      title: "Service levels and credits",
      items: text.serviceLevels.map((level) => describeLevel(level, kpiOf(level.kpi))),
    },
    {
      key: "documents",
      title: "Documents",
      items: text.documents.map(({ name, revision, sha256 }) => ({
        key: `${name} ${revision}`,
        title: `${name}, revision ${revision}`,
        follows: null,
        fields: field("sha256", "SHA-256", sha256),
      })),
    },
  ];
  return sections;
}
