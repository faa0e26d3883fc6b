import "server-only";
import type { VendorActor } from "@/lib/access/actor";
import { databaseNow } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import { done, type Outcome, refuse, refuseMissing } from "@/lib/shared/outcome";
import { acceptsBids } from "../rules/timetable";
import { lockBid, shareRfp } from "./locks";

export const rfpFields = {
  id: true,
  code: true,
  title: true,
  state: true,
  currency: true,
  bidsUntil: true,
} as const;

const bidFields = {
  id: true,
  rfpId: true,
  lotId: true,
  vendorId: true,
  state: true,
  sealedTechnical: true,
  sealedPrice: true,
  submissions: true,
  version: true,
  lot: { select: { number: true } },
  rfp: { select: rfpFields },
} as const;

/** The bidder's own bid, locked, with the moment on the database's clock after the locks were had. */
export async function lockOwnBid(tx: Transaction, actor: VendorActor, id: string) {
  const where = { id, organizationId: actor.organizationId, vendorId: actor.vendorId };
  const found = await tx.bid.findFirst({ where, select: { rfpId: true } });
  if (!found) return null;
  await shareRfp(tx, found.rfpId);
  await lockBid(tx, id);
  const bid = await tx.bid.findFirstOrThrow({ where, select: bidFields });
  return { bid, now: await databaseNow(tx) };
}

export type OwnBid = NonNullable<Awaited<ReturnType<typeof lockOwnBid>>>["bid"];

export function bidSubject(bid: { id: string; rfp: { code: string }; lot: { number: number } }) {
  return { type: "bid", id: bid.id, label: `${bid.rfp.code} lot ${bid.lot.number}` };
}

/** Only before the deadline, by the clock of the database. */
export function checkOpenForBids(
  rfp: { state: Parameters<typeof acceptsBids>[0]; bidsUntil: Date | null },
  now: Date,
): Outcome<undefined> {
  if (rfp.bidsUntil && acceptsBids(rfp.state, rfp.bidsUntil.toISOString(), now.toISOString())) return done();
  const isLate = rfp.bidsUntil !== null && now >= rfp.bidsUntil;
  return refuse(isLate ? "The deadline has passed. Nothing is accepted any more." : "This RFP does not take bids now.");
}

/** The invitation must stand: a company that was never asked sees nothing, one that declined says so first. */
export async function checkInvited(tx: Transaction, actor: VendorActor, rfpId: string): Promise<Outcome<undefined>> {
  const invitation = await tx.rfpInvitation.findFirst({
    where: { rfpId, vendorId: actor.vendorId, organizationId: actor.organizationId, invitedAt: { not: null } },
    select: { state: true },
  });
  if (!invitation) return refuseMissing("RFP");
  if (invitation.state !== "declined") return done();
  return refuse("Your company has declined. Say that you intend to bid first.");
}
