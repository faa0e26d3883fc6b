import "server-only";
import type { db, Transaction } from "@/lib/server/database";
import { isAboveLimit } from "@/lib/shared/approval-limit";
import { d } from "@/lib/shared/decimal";
import { findApprovalLimit } from "./approvals";
import { readStageFacts } from "./gate-facts";
import { type ApproverRole, gateApprover } from "./rules/gate-approval";
import { type GateCondition, gateConditions } from "./rules/gates";
import { nextStage, type Stage } from "./rules/stages";

export type GateSubject = {
  id: string;
  organizationId: string;
  stage: Stage;
  currency: string;
  estimatedYearlyValue: string | null;
};

export type Gate = {
  stage: Stage;
  next: Stage | null;
  conditions: GateCondition[];
  approver: ApproverRole | null;
  isLarge: boolean;
  /** What was compared with the approval limit; null: not known, which counts as above. */
  value: { amount: string; currency: string } | null;
};

/** The gate that an engagement stands at, read from what is in the database at this moment. */
export async function readGate(client: Transaction | typeof db, engagement: GateSubject): Promise<Gate> {
  const { stage } = engagement;
  const { facts, links, value: found } = await readStageFacts(client, engagement, stage);
  const limit = await findApprovalLimit(client, engagement.organizationId);
  const estimate = engagement.estimatedYearlyValue;
  const value = found ?? (estimate === null ? null : { amount: d(estimate), currency: engagement.currency });
  const isLarge = isAboveLimit(value, limit);
  return {
    stage,
    next: nextStage(stage),
    conditions: gateConditions(stage, facts, links),
    approver: gateApprover(stage, isLarge),
    isLarge,
    value: value && { amount: value.amount.toFixed(), currency: value.currency },
  };
}
