export type ChangedField = { field: string; before: string | null; after: string | null };

/** What an event changed, field by field, from its stored texts; equal fields are left out. */
export function changedFields(before: string | null, after: string | null): ChangedField[] {
  const old = fieldsOf(before);
  const now = fieldsOf(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? null, after: now.get(field) ?? null }))
    .filter((change) => change.before !== change.after);
}

function fieldsOf(text: string | null): Map<string, string> {
  if (text === null) return new Map();
  const value = parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return new Map([["value", shown(value)]]);
  return new Map(Object.entries(value).map(([field, entry]) => [field, shown(entry)]));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // somebody altered the row: show it as it stands
  }
}

function shown(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((entry) => typeof entry !== "object")) return value.join(", ");
  return value === null ? "–" : JSON.stringify(value, null, 1);
}
