/** What a file can say about a process. `column` is the database's; `names` are headers that are understood. */
export type ImportColumn = {
  label: string;
  column: string | null;
  type: string;
  names: readonly string[];
  required?: true;
};

export const importKeys = [
  "code",
  "name",
  "parentCode",
  "function",
  "category",
  "businessUnit",
  "ownerEmail",
  "isCore",
  "isCritical",
  "volumePerMonth",
  "volumeUnit",
  "fullTimeEquivalents",
  "costPerYear",
  "complexity",
  "documentation",
  "skills",
  "systems",
  "dataCategories",
  "regulations",
  "baseline",
  "description",
  "state",
] as const;
export type ImportKey = (typeof importKeys)[number];

/** Labels are those of the list's export, so that a file from there needs no mapping by hand. */
export const importColumns: Record<ImportKey, ImportColumn> = {
  code: {
    label: "Code",
    column: "code",
    type: "text",
    names: ["id", "process code", "process id", "key"],
    required: true,
  },
  name: { label: "Name", column: "name", type: "text", names: ["process", "process name", "title"], required: true },
  parentCode: {
    label: "Parent code",
    column: "parent_id",
    type: "text",
    names: ["parent", "part of", "parent id", "parent process"],
  },
  function: { label: "Function", column: "function", type: "process_function", names: ["office"], required: true },
  category: {
    label: "Category",
    column: "category",
    type: "process_category",
    names: ["area", "type"],
    required: true,
  },
  businessUnit: {
    label: "Business unit",
    column: "business_unit",
    type: "text",
    names: ["unit", "department", "division"],
  },
  ownerEmail: {
    label: "Owner e-mail",
    column: "owner_id",
    type: "text",
    names: ["owner", "owner email", "process owner"],
  },
  isCore: { label: "Core", column: "is_core", type: "boolean", names: ["is core", "core process"] },
  isCritical: {
    label: "Critical",
    column: "is_critical",
    type: "boolean",
    names: ["is critical", "business critical"],
  },
  volumePerMonth: {
    label: "Volume per month",
    column: "volume_per_month",
    type: "numeric",
    names: ["volume", "monthly volume"],
  },
  volumeUnit: { label: "Volume unit", column: "volume_unit", type: "text", names: ["unit of volume"] },
  fullTimeEquivalents: {
    label: "Full-time equivalents",
    column: "full_time_equivalents",
    type: "numeric",
    names: ["fte", "ftes", "headcount"],
  },
  costPerYear: {
    label: "Cost per year",
    column: "cost_per_year",
    type: "numeric",
    names: ["cost", "annual cost", "yearly cost"],
  },
  complexity: { label: "Complexity", column: "complexity", type: "integer", names: [] },
  documentation: { label: "Documentation", column: "documentation", type: "integer", names: ["documented"] },
  skills: { label: "Skills", column: "skills", type: "text[]", names: ["skills needed"] },
  systems: { label: "Systems", column: "systems", type: "text[]", names: ["applications", "software", "tools"] },
  dataCategories: { label: "Data categories", column: "data_categories", type: "data_category[]", names: ["data"] },
  regulations: { label: "Regulations", column: "regulations", type: "text[]", names: ["regulation", "compliance"] },
  baseline: { label: "Baseline figures", column: "baseline", type: "jsonb", names: ["baseline"] },
  description: { label: "Description", column: "description", type: "text", names: ["notes", "comment"] },
  state: { label: "State", column: "state", type: "process_state", names: ["status"] },
};

/** Header of the file by field. */
export type ImportMapping = Partial<Record<ImportKey, string>>;

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** A first mapping by the headers' names: own names first, then what they are often called; no header twice. */
export function guessImportMapping(header: readonly string[]): ImportMapping {
  const mapping: ImportMapping = {};
  const taken = new Set<string>();
  const passes = [(key: ImportKey) => [importColumns[key].label, key], (key: ImportKey) => importColumns[key].names];
  for (const namesOf of passes) {
    for (const key of importKeys) {
      if (mapping[key] !== undefined) continue;
      const wanted = namesOf(key).map(plain);
      const found = header.find((name) => !taken.has(name) && wanted.includes(plain(name)));
      if (found === undefined) continue;
      mapping[key] = found;
      taken.add(found);
    }
  }
  return mapping;
}

/** Fields that a file must have and the mapping does not name. */
export function missingColumns(mapping: ImportMapping): ImportKey[] {
  return importKeys.filter((key) => importColumns[key].required && !mapping[key]);
}
