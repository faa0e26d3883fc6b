const LONGEST = 20_000;
// Hashes that prove something stay: receipts and signed contents are looked up in the chain.
const SECRET = /password|secret|token|sealed/i;

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== "object") return typeof value === "bigint" ? value.toString() : value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `${value.byteLength} bytes`;
  if ("toFixed" in value && typeof value.toFixed === "function") return String(value);
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).filter(([name, entry]) => entry !== undefined && !SECRET.test(name));
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, entry]) => [name, sorted(entry)]));
}

/** Stable JSON for the audit log: keys sorted, secrets left out, very long values cut. Null for nothing. */
export function toAuditText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = JSON.stringify(sorted(value));
  return text.length > LONGEST ? `${JSON.stringify({ cut: true, start: text.slice(0, LONGEST) })}` : text;
}
