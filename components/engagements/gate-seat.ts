import { type MemberActor, may } from "@/lib/access/actor";
import type { Gate } from "@/lib/engagements/gate";
import { decideGate } from "@/lib/engagements/rules/gate-approval";
import { isDecider } from "@/lib/shared/approval-limit";
import type { GateSeat } from "./gate-card";

/** What this person may do at the gate, by the same rules that the mutations check again. */
export function findGateSeat(
  member: MemberActor,
  gate: Gate,
  request: { requestedById: string; waiverReason: string | null } | null,
): GateSeat {
  const canRequest = may(member, "gate:request");
  const person = { id: member.memberId, roles: member.roles };
  const alone = decideGate({ ...gate, requestedBy: member.memberId, waiverReason: null }, person);
  const isApprover = gate.approver === null || isDecider(gate.approver, member.roles);
  // A waiver's reason can be written while deciding, so its absence bars nobody.
  const judged = request
    ? decideGate({ ...gate, requestedBy: request.requestedById, waiverReason: request.waiverReason ?? "later" }, person)
    : null;
  return {
    canRequest,
    canPass: canRequest && alone.isAllowed,
    canDecide: may(member, "gate:decide") && isApprover,
    mayNotDecide: judged && !judged.isAllowed ? judged.reason : null,
  };
}
