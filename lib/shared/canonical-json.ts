/** JSON with keys in code-point order and no blanks, after the idea of RFC 8785 for plain text and whole numbers. */
export function writeCanonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeCanonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${writeCanonical(field)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}
