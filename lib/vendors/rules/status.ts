export const VENDOR_STATUSES = ["prospect", "qualified", "approved", "suspended", "retired"] as const;
export type VendorStatus = (typeof VENDOR_STATUSES)[number];

export const VENDOR_MOVES = ["qualify", "approve", "suspend", "reinstate", "retire"] as const;
export type VendorMove = (typeof VENDOR_MOVES)[number];

type Move = { from: readonly VendorStatus[]; to: VendorStatus; needsReason: boolean };

/** prospect → qualified → approved → suspended → retired; a suspended vendor can come back, a retired one cannot. */
const MOVES: Record<VendorMove, Move> = {
  qualify: { from: ["prospect"], to: "qualified", needsReason: false },
  approve: { from: ["qualified"], to: "approved", needsReason: false },
  suspend: { from: ["qualified", "approved"], to: "suspended", needsReason: true },
  reinstate: { from: ["suspended"], to: "approved", needsReason: true },
  retire: { from: ["prospect", "qualified", "approved", "suspended"], to: "retired", needsReason: true },
};

/** What can be done with a vendor in this status. */
export function listVendorMoves(status: VendorStatus): VendorMove[] {
  return VENDOR_MOVES.filter((move) => MOVES[move].from.includes(status));
}

/** Whoever keeps the record may qualify it; every other move is a decision of its own right. */
export function vendorMoveRight(move: VendorMove): "vendor:write" | "vendor:approve" {
  return move === "qualify" ? "vendor:write" : "vendor:approve";
}

export type VendorMoveCheck =
  | { isAllowed: true; to: VendorStatus }
  | { isAllowed: false; reason: string; isReasonMissing: boolean };

export function checkVendorMove(status: VendorStatus, move: VendorMove, reason: string | null): VendorMoveCheck {
  const { from, to, needsReason } = MOVES[move];
  if (!from.includes(status))
    return {
      isAllowed: false,
      reason: `A vendor that is ${status} is not one to ${move}.`,
      isReasonMissing: false,
    };
  if (needsReason && !reason?.trim())
    return { isAllowed: false, reason: "Say why, in a sentence.", isReasonMissing: true };
  return { isAllowed: true, to };
}

export function moveNeedsReason(move: VendorMove): boolean {
  return MOVES[move].needsReason;
}

/** A suspended or retired vendor is not invited to anything new. */
export function isInvitable(status: VendorStatus): boolean {
  return status !== "suspended" && status !== "retired";
}
