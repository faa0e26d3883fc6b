/**
 * Dates as they stand in files of other systems. A pattern is made of yyyy, MM, M, dd, d, HH, H, mm, ss, SSS and
 * whatever stands between them; `ISO` is RFC 3339 or ISO 8601 with or without offset.
 */
export type ReadDate = { wall: number; isInstant: boolean };

/** Milliseconds of the wall clock's digits (as if they were UTC), or of the instant where the text has an offset. */
export type DateReader = (text: string) => ReadDate | null;

const TOKENS = ["yyyy", "SSS", "MM", "dd", "HH", "mm", "ss", "M", "d", "H"] as const;
type Token = (typeof TOKENS)[number];
const FIELD: Record<Token, keyof Parts> = {
  yyyy: "year",
  MM: "month",
  M: "month",
  dd: "day",
  d: "day",
  HH: "hour",
  H: "hour",
  mm: "minute",
  ss: "second",
  SSS: "millisecond",
};
type Parts = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
};

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isRealDay({ year, month, day }: Parts): boolean {
  if (month < 1 || month > 12 || day < 1 || year < 1) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (month === 2 && isLeap ? 29 : (MONTH_DAYS[month - 1] ?? 0));
}

function toWall(parts: Parts): number | null {
  if (!isRealDay(parts) || parts.hour > 23 || parts.minute > 59 || parts.second > 59) return null;
  const { year, month, day, hour, minute, second, millisecond } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
}

function splitPattern(pattern: string): (Token | { literal: string })[] {
  const pieces: (Token | { literal: string })[] = [];
  let rest = pattern;
  while (rest !== "") {
    const token = TOKENS.find((each) => rest.startsWith(each));
    const length = token?.length ?? 1;
    pieces.push(token ?? { literal: rest.slice(0, 1) });
    rest = rest.slice(length);
  }
  return pieces;
}

const NEEDED: (keyof Parts)[] = ["year", "month", "day"];

/** Null when the pattern can't give a date: a part is missing, stands twice, or there is a letter that means nothing. */
export function compileDatePattern(pattern: string): DateReader | null {
  if (pattern === "ISO") return readIso;
  const pieces = splitPattern(pattern);
  const fields = pieces.flatMap((piece) => (typeof piece === "string" ? [FIELD[piece]] : []));
  if (new Set(fields).size !== fields.length || NEEDED.some((field) => !fields.includes(field))) return null;
  if (pieces.some((piece) => typeof piece !== "string" && /[A-SU-Za-su-z]/.test(piece.literal))) return null;
  const source = pieces.map((piece) => {
    if (typeof piece !== "string") return piece.literal.replace(/[.*+?^${}()|[\]\\/-]/, "\\$&");
    return piece.length === 1 ? "(\\d{1,2})" : `(\\d{${piece.length}})`;
  });
  const shape = new RegExp(`^${source.join("")}$`);
  return (text) => {
    const found = shape.exec(text);
    if (!found) return null;
    const parts: Parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0, millisecond: 0 };
    for (let index = 0; index < fields.length; index++) {
      const field = fields[index];
      if (field) parts[field] = Number(found[index + 1]);
    }
    const wall = toWall(parts);
    return wall === null ? null : { wall, isInstant: false };
  };
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/;

function readIso(text: string): ReadDate | null {
  const found = ISO.exec(text);
  if (!found) return null;
  const wall = toWall({
    year: Number(found[1]),
    month: Number(found[2]),
    day: Number(found[3]),
    hour: Number(found[4] ?? 0),
    minute: Number(found[5] ?? 0),
    second: Number(found[6] ?? 0),
    millisecond: Number((found[7] ?? "").slice(0, 3).padEnd(3, "0")),
  });
  if (wall === null) return null;
  const offset = found[8];
  if (!offset) return { wall, isInstant: false };
  if (offset === "Z") return { wall, isInstant: true };
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return { wall: wall - (offset.startsWith("-") ? -1 : 1) * minutes * 60_000, isInstant: true };
}

/** Patterns to offer, the commonest first; also what is tried when a mapping is guessed. */
export const COMMON_DATE_PATTERNS = [
  "ISO",
  "dd-MM-yyyy HH:mm",
  "dd-MM-yyyy HH:mm:ss",
  "dd.MM.yyyy HH:mm",
  "dd.MM.yyyy HH:mm:ss",
  "dd/MM/yyyy HH:mm",
  "dd/MM/yyyy HH:mm:ss",
  "MM/dd/yyyy HH:mm",
  "MM/dd/yyyy HH:mm:ss",
  "yyyy/MM/dd HH:mm",
  "yyyy/MM/dd HH:mm:ss",
  "dd-MM-yyyy",
  "dd.MM.yyyy",
  "dd/MM/yyyy",
  "MM/dd/yyyy",
] as const;

/** The first common pattern that all texts follow; null when none does or there is no text. */
export function guessDatePattern(texts: readonly string[]): string | null {
  if (texts.length === 0) return null;
  for (const pattern of COMMON_DATE_PATTERNS) {
    const read = compileDatePattern(pattern);
    if (read && texts.every((text) => read(text) !== null)) return pattern;
  }
  return null;
}
