import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { db, type Prisma, type Transaction } from "@/lib/server/database";
import { type Refusal, refuseForbidden } from "@/lib/shared/outcome";
import { checkIndependence, type DecidingAct } from "../rules/duties";

/** Whose bids are decided about: one bidder, those of a lot, those of the RFP, or whoever may have bid. */
export type Concerned = { rfpId: string } & (
  | { vendorId: string }
  | { lotId: string }
  | { of: "bidders" }
  | { of: "invited" }
);

const OPENED = ["opened", "valid", "rejected"] as const;

function vendorsOf(concerned: Concerned): Prisma.EvaluatorConflictWhereInput {
  if ("vendorId" in concerned) return { vendorId: concerned.vendorId };
  if ("lotId" in concerned) {
    return { vendor: { bids: { some: { lotId: concerned.lotId, state: { in: [...OPENED] } } } } };
  }
  if (concerned.of === "invited") return {};
  return { vendor: { bids: { some: { rfpId: concerned.rfpId, state: { in: [...OPENED, "submitted"] } } } } };
}

/** Names of the bidders concerned of whom this person declared not to be independent. */
export async function findConflictsOf(
  actor: MemberActor,
  concerned: Concerned,
  from: Transaction | typeof db = db,
): Promise<string[]> {
  const rows = await from.evaluatorConflict.findMany({
    where: {
      organizationId: actor.organizationId,
      rfpId: concerned.rfpId,
      memberId: actor.memberId,
      ...vendorsOf(concerned),
    },
    orderBy: { vendor: { legalName: "asc" } },
    select: { vendor: { select: { legalName: true } } },
  });
  return rows.map((row) => row.vendor.legalName);
}

/** Null for who is independent. Call with the RFP's row held: a conflict that is being declared comes before or after. */
export async function refuseBiased(
  tx: Transaction,
  actor: MemberActor,
  act: DecidingAct,
  concerned: Concerned,
): Promise<Refusal | null> {
  const check = checkIndependence(act, await findConflictsOf(actor, concerned, tx));
  return check.isAllowed ? null : refuseForbidden(check.reason);
}
