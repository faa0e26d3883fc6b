import { isDecider } from "@/lib/shared/approval-limit";
import type { GateCondition } from "./gates";
import type { Stage } from "./stages";

export type ApproverRole = "executive" | "operations" | "procurement";

/** Which role decides a stage's gate; null where the gate asks for nobody. */
export function gateApprover(stage: Stage, isLarge: boolean): ApproverRole | null {
  switch (stage) {
    case "assess":
      return "executive";
    case "scope":
    case "transition":
    case "exit":
      return "operations";
    case "source":
    case "contract":
      return isLarge ? "executive" : "procurement";
    case "operate":
    case "closed":
    case "cancelled":
      return null;
  }
}

export type GateRequest = {
  stage: Stage;
  isLarge: boolean;
  conditions: GateCondition[];
  requestedBy: string;
  waiverReason: string | null;
};

export type GateDecision = { isAllowed: true; isWaiver: boolean } | { isAllowed: false; reason: string };

const ROLE_WORDS: Record<ApproverRole, string> = {
  executive: "an executive",
  operations: "an operations manager",
  procurement: "procurement",
};

/**
 * Whether this person may pass this gate. Unmet conditions need a written reason (a waiver). Who asked for a waiver,
 * an award's gate or a contract above the limit cannot decide it alone.
 */
export function decideGate(request: GateRequest, person: { id: string; roles: readonly string[] }): GateDecision {
  const role = gateApprover(request.stage, request.isLarge);
  if (role !== null && !isDecider(role, person.roles)) {
    return { isAllowed: false, reason: `This gate is decided by ${ROLE_WORDS[role]}.` };
  }
  const unmet = request.conditions.filter((condition) => !condition.isMet);
  const isWaiver = unmet.length > 0;
  if (isWaiver && !request.waiverReason?.trim()) {
    const labels = unmet.map((condition) => condition.label).join("; ");
    return { isAllowed: false, reason: `Not met: ${labels}. Write down why the gate may be passed all the same.` };
  }
  const needsOther = isWaiver || request.stage === "source" || (request.stage === "contract" && request.isLarge);
  if (needsOther && person.id === request.requestedBy) {
    return { isAllowed: false, reason: "You asked for this. Somebody else has to decide it." };
  }
  return { isAllowed: true, isWaiver };
}
