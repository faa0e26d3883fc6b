import "server-only";
import type { Actor } from "@/lib/access/actor";
import { databaseNow } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { done, type Outcome, type Refusal, refuse, refuseMissing } from "@/lib/shared/outcome";
import type { RfpState } from "../rules/states";
import { findRfp } from "./queries";
import type { RfpView } from "./schema";

export type HeldRfp = { rfp: RfpView; now: Date };

/**
 * Takes the row of an RFP and reads it: from here to the commit nobody else publishes, amends, closes or adds to it.
 * The first lock of every change of an RFP or its parts. The state is as of now, so a passed deadline is `closed`.
 */
export async function holdRfp(tx: Transaction, actor: Actor, id: string): Promise<Outcome<HeldRfp>> {
  await tx.$queryRaw`SELECT id FROM rfp WHERE id = ${id}::uuid AND organization_id = ${actor.organizationId}::uuid FOR UPDATE`;
  const rfp = await findRfp(actor.organizationId, id, tx);
  if (!rfp) return refuseMissing("RFP");
  return done({ rfp, now: await databaseNow(tx) });
}

/** The same, when the RFP is in one of these states. */
export async function holdRfpIn(
  tx: Transaction,
  actor: Actor,
  id: string,
  states: readonly RfpState[],
  otherwise: string,
): Promise<Outcome<HeldRfp>> {
  const held = await holdRfp(tx, actor, id);
  if (!held.ok) return held;
  return states.includes(held.value.rfp.state) ? held : refuse(otherwise);
}

export const LOCKED = "This RFP was published. What vendors have seen changes by an amendment only.";

export function holdDraftRfp(tx: Transaction, actor: Actor, id: string): Promise<Outcome<HeldRfp>> {
  return holdRfpIn(tx, actor, id, ["draft"], LOCKED);
}

export function rfpSubject(rfp: { id: string; code: string; title: string }) {
  return { type: "rfp", id: rfp.id, label: `${rfp.code} ${rfp.title}` };
}

/** A change that was made on an older version, with what stands there now for the fields of that form. */
export function refuseRfpChanged(
  tx: Transaction,
  actor: Actor,
  rfp: RfpView,
  values: Record<string, string | number | boolean | null> = {},
): Promise<Refusal> {
  return refuseChanged(
    tx,
    { organizationId: actor.organizationId, type: "rfp", id: rfp.id },
    { ...values, version: rfp.version },
  );
}
