import type { KpiDefinition } from "../kpi-schema";
import { operatorLabels, timeFieldLabels } from "../labels";

type Described = { description: string; method: "reported" | "ratio" | "caseLog"; definition: unknown };

const REPORTED = { reported: "reported value", ratio: "share of what was counted" };

function fieldText(field: string): string {
  if (field.startsWith("attribute:")) return field.slice("attribute:".length);
  if (field.startsWith("duration:")) {
    const [, from = "", to = "", unit = ""] = field.split(":");
    return `${unit} from ${from} to ${to}`;
  }
  return field;
}

function groupText(group: KpiDefinition["filter"]): string {
  const parts = group.conditions.map((each) => {
    if ("conditions" in each) return `(${groupText(each)})`;
    const value = Array.isArray(each.value) ? each.value.join(", ") : each.value;
    return `${fieldText(each.field)} ${operatorLabels[each.operator]} ${value}`.trim();
  });
  return parts.join(group.match === "any" ? " or " : " and ");
}

function aggregateText({ aggregate }: KpiDefinition): string {
  if (aggregate.type === "count") return "number of cases";
  if (aggregate.type === "share") return `share with ${groupText(aggregate.of)}`;
  const { measure } = aggregate;
  const of =
    measure.type === "field"
      ? fieldText(measure.field)
      : `time from ${timeFieldLabels[measure.from].toLowerCase()} to ${timeFieldLabels[measure.to].toLowerCase()}`;
  return aggregate.type === "percentile" ? `percentile ${aggregate.percent} of ${of}` : `${aggregate.type} of ${of}`;
}

/** How a KPI is measured, in half a sentence. A person's own description comes first. */
export function measureText(kpi: Described): string {
  if (kpi.description !== "") return kpi.description;
  if (kpi.method !== "caseLog") return REPORTED[kpi.method];
  const definition = kpi.definition as KpiDefinition | null;
  if (!definition) return "computed from the case log";
  const filter = groupText(definition.filter);
  const base = `${aggregateText(definition)}, by month ${timeFieldLabels[definition.month].toLowerCase()}`;
  return filter === "" ? base : `${base}, where ${filter}`;
}
