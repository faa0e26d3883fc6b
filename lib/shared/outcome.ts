/**
 * What a mutation answers. A refusal is expected and carries a sentence that a person can act on;
 * exceptions are for faults only.
 */
export type RefusalReason = "invalid" | "state" | "stale" | "notFound" | "forbidden" | "tooMany";

/** What stands in the record now, when somebody else changed it meanwhile. */
export type Current = { by: string; at: string; values: Record<string, string> };

export type Refusal = {
  ok: false;
  reason: RefusalReason;
  message: string;
  /** Messages by field path (`lines.0.amount`). */
  fields?: Record<string, string[]>;
  current?: Current;
};

export type Done<T> = { ok: true; value: T };
export type Outcome<T> = Done<T> | Refusal;

export function done(): Done<undefined>;
export function done<T>(value: T): Done<T>;
export function done<T>(value?: T): Done<T | undefined> {
  return { ok: true, value };
}

/** The state of things does not allow it (HTTP 409). */
export function refuse(message: string): Refusal {
  return { ok: false, reason: "state", message };
}

/** Values that are not acceptable, each message at its field (HTTP 422). */
export function refuseFields(
  fields: Record<string, string | string[]>,
  message = "Some entries need a look.",
): Refusal {
  const lists = Object.entries(fields).map(([path, text]) => [path, Array.isArray(text) ? text : [text]] as const);
  return { ok: false, reason: "invalid", message, fields: Object.fromEntries(lists) };
}

/** Not there, or somebody else's: both look the same from outside (HTTP 404). */
export function refuseMissing(what: string): Refusal {
  return { ok: false, reason: "notFound", message: `That ${what} does not exist.` };
}

/** The person's roles do not reach that far, or segregation of duties forbids it (HTTP 403). */
export function refuseForbidden(message: string): Refusal {
  return { ok: false, reason: "forbidden", message };
}

/** Changed by somebody else since it was read (HTTP 412). */
export function refuseStale(current?: Current): Refusal {
  const message = current
    ? `${current.by} changed this meanwhile. Nothing of yours is lost: compare and save again.`
    : "This was changed meanwhile. Load it again and repeat your change.";
  return { ok: false, reason: "stale", message, ...(current ? { current } : {}) };
}
