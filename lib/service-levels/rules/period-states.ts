/** `open → reported → verified | disputed → locked`; a dispute ends with a new report. */
export const periodStates = ["open", "reported", "verified", "disputed", "locked"] as const;
export type PeriodState = (typeof periodStates)[number];
export const periodVerbs = ["report", "verify", "dispute", "lock"] as const;
export type PeriodVerb = (typeof periodVerbs)[number];

const ALLOWED: Record<PeriodVerb, readonly PeriodState[]> = {
  report: ["open", "disputed"],
  verify: ["reported", "disputed"],
  dispute: ["reported", "verified"],
  lock: ["verified"],
};

export function allows(verb: PeriodVerb, state: PeriodState): boolean {
  return ALLOWED[verb].includes(state);
}

/** States from which a verb leads on: for the condition of the update that decides a race. */
export function statesFor(verb: PeriodVerb): PeriodState[] {
  return [...ALLOWED[verb]];
}
