import "server-only";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { done, type Outcome, refuseMissing } from "@/lib/shared/outcome";
import { sql } from "../database";

/** By kind of parent: who sees it of the client's people, and which of the vendors' (null: none). */
const PARENTS = {
  engagement: { member: "engagement WHERE id = $1 AND organization_id = $2", vendor: null },
  contract: {
    member: "contract WHERE id = $1 AND organization_id = $2",
    vendor: "contract WHERE id = $1 AND organization_id = $2 AND vendor_id = $3",
  },
  rfp: {
    member: "rfp WHERE id = $1 AND organization_id = $2",
    vendor: "rfp_invitation WHERE rfp_id = $1 AND organization_id = $2 AND vendor_id = $3 AND invited_at IS NOT NULL",
  },
  bid: {
    member: "bid WHERE id = $1 AND organization_id = $2",
    vendor: "bid WHERE id = $1 AND organization_id = $2 AND vendor_id = $3",
  },
} as const;

/** True where the caller may know that the record exists. */
export async function seesParent(
  actor: MemberActor | VendorActor,
  parent: keyof typeof PARENTS,
  id: string,
): Promise<boolean> {
  const from = PARENTS[parent][actor.kind];
  if (!from) return false;
  const values = [id, actor.organizationId, ...(actor.kind === "vendor" ? [actor.vendorId] : [])];
  return (await sql.rows(`SELECT 1 FROM ${from}`, values)).length > 0;
}

/**
 * What lies below a record that is not there, or is somebody else's, is not an empty list: it is not there either.
 */
export async function listBelow<Row>(
  actor: MemberActor | VendorActor,
  parent: keyof typeof PARENTS,
  id: string,
  read: () => Promise<Row[]>,
): Promise<Outcome<{ data: Row[]; nextCursor: null }>> {
  if (!(await seesParent(actor, parent, id))) return refuseMissing(parent === "rfp" ? "RFP" : parent);
  return done({ data: await read(), nextCursor: null });
}
