import { d } from "@/lib/shared/decimal";

export type Rival = { names: string[]; prices: string[] };

/** Prices below this are too common as numbers (weights, scores, days) to be told apart from them. */
const TELLING = 100;

/** Numbers in a text as it may be written: `612,400.50`, `612.400,50`, `612 400`. */
const NUMBER = /\d(?:[\d.,'’\u00a0\u202f ]*\d)?/g;

/**
 * What a letter to one bidder says about another: a name or a price. Empty when it says nothing. A number counts as a
 * price when it equals one to the whole unit, however its thousands are set.
 */
export function findRivalFacts(text: string, rivals: readonly Rival[]): string[] {
  const words = ` ${plain(text)} `;
  const numbers = new Set([...text.matchAll(NUMBER)].flatMap(([found]) => readings(found)));
  const found = new Set<string>();
  for (const rival of rivals) {
    for (const name of rival.names) {
      const sought = plain(name);
      if (sought !== "" && words.includes(` ${sought} `)) found.add(name);
    }
    for (const price of rival.prices) {
      const whole = d(price).trunc();
      if (whole.gte(TELLING) && numbers.has(whole.toFixed())) found.add("a price of another bidder");
    }
  }
  return [...found];
}

function plain(text: string): string {
  return text
    .toLocaleLowerCase("en")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The whole units that a written number can mean: with its last group as decimals, and without. */
function readings(written: string): string[] {
  const groups = written.split(/[^\d]+/);
  const all = groups.join("");
  const withoutLast = groups.slice(0, -1).join("");
  const last = groups.at(-1) ?? "";
  const wholes = groups.length > 1 && last.length <= 2 ? [withoutLast, all] : [all, withoutLast];
  return wholes.filter(Boolean).map((digits) => BigInt(digits).toString());
}
