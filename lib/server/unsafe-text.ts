const UNSAFE_NAMES = new Set(["__proto__", "constructor", "prototype"]);
const DEEPEST = 40;

/** A half of a pair without the other half is no character: PostgreSQL stores none, and none can be shown. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

export function isUnsafeText(text: string): boolean {
  return text.includes("\0") || LONE_SURROGATE.test(text);
}

/**
 * Where an input holds what no record can: a NUL character, half a character, or a name that means something to the
 * language itself. The path to it, dotted; null where all is well.
 */
export function findUnsafe(value: unknown, path: readonly string[] = []): string | null {
  if (typeof value === "string") return isUnsafeText(value) ? path.join(".") : null;
  if (typeof value !== "object" || value === null) return null;
  if (path.length > DEEPEST) return path.slice(0, 3).join(".");
  const plain =
    Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype || !Object.getPrototypeOf(value);
  if (!plain) return null;
  for (const [name, each] of Object.entries(value)) {
    if (UNSAFE_NAMES.has(name) || isUnsafeText(name)) return [...path, "?"].join(".");
    const found = findUnsafe(each, [...path, name]);
    if (found !== null) return found;
  }
  return null;
}
