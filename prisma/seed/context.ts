import type { MemberActor } from "@/lib/access/actor";
import { addMonths, type Month } from "@/lib/shared/month";
import type { Outcome } from "@/lib/shared/outcome";

/** What every part of the sample needs to know: who acts, and what "now" is. Months and days are counted from it. */
export type Sample = {
  organizationId: string;
  members: Record<string, MemberActor>;
  today: Temporal.PlainDate;
  /** Ids by the keys and codes of `content/`. */
  processes: Map<string, string>;
  vendors: Map<string, string>;
  engagements: Map<string, string>;
};

/** In the sample a refusal is a mistake of the sample. */
export function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`The sample was refused: ${outcome.message} ${JSON.stringify(outcome.fields ?? {})}`);
}

export function idOf(ids: Map<string, string>, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`The sample has no "${key}".`);
  return id;
}

export function memberOf(sample: Pick<Sample, "members">, key: string): MemberActor {
  const member = sample.members[key];
  if (!member) throw new Error(`The sample has no member "${key}".`);
  return member;
}

/** `monthsAgo(sample, 0)` is the running month. */
export function monthsAgo(sample: Pick<Sample, "today">, count: number): Month {
  return addMonths(sample.today.toPlainYearMonth().toString(), -count);
}

/** A day before (or, negative, after) today as `YYYY-MM-DD`. */
export function daysAgo(sample: Pick<Sample, "today">, days: number): string {
  return sample.today.subtract({ days }).toString();
}

/**
 * Repeatable noise between −1 and 1: the sample is the same on every machine. A linear congruential generator
 * (constants of Numerical Recipes), good enough for curves that look alive.
 */
export function noise(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 0xffffffff) * 2 - 1;
  };
}
