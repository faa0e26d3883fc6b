type Ranked = { id: string; name: string; rank: number | null; status: "ranked" | "belowMinimum" };

export type Standing<Bid> = { bids: Bid[]; winner: string | null; tie: boolean };

/**
 * The ranking without the bids that are out because an award to them was cancelled: the places stay as they were
 * evaluated, and the best of the others is the next one to propose.
 */
export function standingBids<Bid extends Ranked>(ranked: readonly Bid[], out: ReadonlySet<string>): Standing<Bid> {
  const bids = ranked.filter((bid) => !out.has(bid.id));
  const best = Math.min(...bids.flatMap((bid) => (bid.rank === null ? [] : [bid.rank])));
  const first = bids.filter((bid) => bid.rank === best);
  return { bids, tie: first.length > 1, winner: first.length === 1 ? (first[0]?.id ?? null) : null };
}

/** Bids that rank before one that is awarded and are not awarded themselves. */
export function findPassedOver<Bid extends Ranked>(standing: readonly Bid[], awarded: readonly string[]): Bid[] {
  const chosen = standing.flatMap((bid) => (awarded.includes(bid.id) && bid.rank !== null ? [bid.rank] : []));
  const last = Math.max(...chosen);
  return standing.filter((bid) => bid.rank !== null && bid.rank < last && !awarded.includes(bid.id));
}
