import { defineList, type ListColumn } from "@/lib/server/lists/definition";
import { toOptions } from "@/lib/shared/options";
import {
  assessmentStateLabels,
  categoryLabels,
  functionLabels,
  processStateLabels,
  recommendationLabels,
} from "./labels";

const joined = (column: string) => `array_to_string(p.${column}, '; ')`;
const ownerOf = (what: string) =>
  `(SELECT o.${what} FROM member m JOIN person o ON o.id = m.person_id WHERE m.id = p.owner_id)`;

// Scalar sub-selects and no joins: they run for the fifty rows of a page, whatever the planner thinks of it.
const shown = {
  name: { label: "Name", sql: "p.name", kind: "text", sortable: true },
  code: { label: "Code", sql: "p.code", kind: "text", sortable: true },
  category: { label: "Category", sql: "p.category", kind: "text", sortable: true, cast: "process_category" },
  function: { label: "Function", sql: "p.function", kind: "text" },
  businessUnit: { label: "Business unit", sql: "p.business_unit", kind: "text", sortable: true },
  owner: { label: "Owner", sql: ownerOf("name"), kind: "text" },
  volumePerMonth: {
    label: "Volume per month",
    sql: "p.volume_per_month",
    order: "coalesce(p.volume_per_month, -1)",
    kind: "decimal",
    sortable: true,
  },
  volumeUnit: { label: "Volume unit", sql: "p.volume_unit", kind: "text" },
  fullTimeEquivalents: {
    label: "Full-time equivalents",
    sql: "p.full_time_equivalents",
    order: "coalesce(p.full_time_equivalents, -1)",
    kind: "decimal",
    sortable: true,
  },
  costPerYear: {
    label: "Cost per year",
    sql: "p.cost_per_year",
    order: "coalesce(p.cost_per_year, -1)",
    kind: "decimal",
    sortable: true,
  },
  score: {
    label: "Suitability score",
    sql: "p.score",
    order: "coalesce(p.score, -1)",
    kind: "decimal",
    sortable: true,
  },
  recommendation: { label: "Recommendation", sql: "p.recommendation", kind: "text" },
  state: { label: "State", sql: "p.state", kind: "text", sortable: true, cast: "process_state" },
  isCritical: { label: "Critical", sql: "p.is_critical", kind: "boolean" },
  updatedAt: { label: "Changed", sql: "p.updated_at", kind: "instant", sortable: true },
  version: { label: "Version", sql: "p.version", kind: "count", internal: true },
} as const satisfies Record<string, ListColumn>;

const names = {
  name: "processes",
  right: "process:read",
  from: "process p",
  organization: "p.organization_id",
  id: "p.id",
  filters: {
    function: { label: "Any function", where: "p.function = ?::process_function", values: toOptions(functionLabels) },
    category: { label: "Any category", where: "p.category = ?::process_category", values: toOptions(categoryLabels) },
    unit: { label: "Any unit", where: "p.business_unit = ?" },
    recommendation: {
      label: "Any recommendation",
      where: "p.recommendation = ?::recommendation",
      values: toOptions(recommendationLabels),
    },
    state: { label: "Any state", where: "p.state = ?::process_state", values: toOptions(processStateLabels) },
    level: {
      label: "Any level",
      where: "(?::text = 'top') = (p.parent_id IS NULL)",
      values: [
        { value: "top", label: "Processes only" },
        { value: "activity", label: "Activities only" },
      ],
    },
    parent: { label: "Part of", where: "p.parent_id = ?::uuid", shape: "uuid" },
    owner: { label: "Owner", where: "p.owner_id = ?::uuid", shape: "uuid" },
  },
  search: "(p.code || ' ' || p.name)",
  defaultSort: "name",
} as const;

export const processList = defineList({ ...names, columns: shown });

/** The same list with every field: what is exported can be imported again as it is. */
export const processExportList = defineList({
  ...names,
  columns: {
    code: shown.code,
    name: shown.name,
    parentCode: {
      label: "Parent code",
      sql: "(SELECT above.code FROM process above WHERE above.id = p.parent_id)",
      kind: "text",
    },
    function: shown.function,
    category: shown.category,
    businessUnit: shown.businessUnit,
    ownerEmail: { label: "Owner e-mail", sql: ownerOf("email"), kind: "text" },
    isCore: { label: "Core", sql: "p.is_core", kind: "boolean" },
    isCritical: shown.isCritical,
    volumePerMonth: shown.volumePerMonth,
    volumeUnit: shown.volumeUnit,
    fullTimeEquivalents: shown.fullTimeEquivalents,
    costPerYear: shown.costPerYear,
    complexity: { label: "Complexity", sql: "p.complexity", kind: "count" },
    documentation: { label: "Documentation", sql: "p.documentation", kind: "count" },
    skills: { label: "Skills", sql: joined("skills"), kind: "text" },
    systems: { label: "Systems", sql: joined("systems"), kind: "text" },
    dataCategories: { label: "Data categories", sql: joined("data_categories"), kind: "text" },
    regulations: { label: "Regulations", sql: joined("regulations"), kind: "text" },
    baseline: {
      label: "Baseline figures",
      sql: `(SELECT string_agg((b.figure ->> 'name') || ' = ' || (b.figure ->> 'value')
        || coalesce(' ' || nullif(b.figure ->> 'unit', ''), ''), '; ' ORDER BY b.place)
        FROM jsonb_array_elements(p.baseline) WITH ORDINALITY AS b(figure, place))`,
      kind: "text",
    },
    description: { label: "Description", sql: "p.description", kind: "text" },
    state: shown.state,
    score: shown.score,
    recommendation: shown.recommendation,
    updatedAt: shown.updatedAt,
  },
});

const processOf = (what: string) => `(SELECT p.${what} FROM process p WHERE p.id = a.process_id)`;

export const assessmentList = defineList({
  name: "assessments",
  right: "assessment:read",
  from: "suitability_assessment a",
  organization: "a.organization_id",
  id: "a.id",
  columns: {
    process: { label: "Process", sql: processOf("name"), kind: "text" },
    processCode: { label: "Process code", sql: processOf("code"), kind: "text" },
    state: { label: "State", sql: "a.state", kind: "text", cast: "assessment_state" },
    score: { label: "Score", sql: "a.score", order: "coalesce(a.score, -1)", kind: "decimal", sortable: true },
    recommendation: { label: "Recommendation", sql: "a.recommendation", kind: "text" },
    reason: { label: "Reason", sql: "a.reason", kind: "text" },
    assessor: {
      label: "Assessed by",
      sql: "(SELECT o.name FROM member m JOIN person o ON o.id = m.person_id WHERE m.id = a.assessor_id)",
      kind: "text",
    },
    completedAt: { label: "Completed", sql: "a.completed_at", kind: "instant" },
    updatedAt: { label: "Changed", sql: "a.updated_at", kind: "instant", sortable: true },
    processId: { label: "Process id", sql: "a.process_id", kind: "text", internal: true },
    version: { label: "Version", sql: "a.version", kind: "count", internal: true },
  },
  filters: {
    state: { label: "Any state", where: "a.state = ?::assessment_state", values: toOptions(assessmentStateLabels) },
    recommendation: {
      label: "Any recommendation",
      where: "a.recommendation = ?::recommendation",
      values: toOptions(recommendationLabels),
    },
    process: { label: "Process", where: "a.process_id = ?::uuid", shape: "uuid" },
  },
  defaultSort: "-updatedAt",
});
