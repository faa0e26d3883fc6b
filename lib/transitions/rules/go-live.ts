export type GoNoGoCriterion = {
  id: string;
  name: string;
  state: "open" | "met" | "waived";
  waiverReason: string | null;
};
export type GoNoGoResult = {
  decision: "go" | "noGo";
  open: string[];
  waived: { name: string; reason: string }[];
  reason: string;
};

/** Go when every criterion is met, or waived with a written reason. A plan without criteria is not ready. */
export function decideGoNoGo(criteria: GoNoGoCriterion[]): GoNoGoResult {
  const waived: GoNoGoResult["waived"] = [];
  const open: string[] = [];
  for (const { name, state, waiverReason } of criteria) {
    const reason = waiverReason?.trim() ?? "";
    if (state === "waived" && reason !== "") waived.push({ name, reason });
    else if (state !== "met") open.push(name);
  }
  if (criteria.length === 0) return { decision: "noGo", open, waived, reason: "There are no criteria to decide by." };
  if (open.length > 0) return { decision: "noGo", open, waived, reason: `Not met: ${open.join("; ")}.` };
  const met = criteria.length - waived.length;
  return { decision: "go", open, waived, reason: `${met} met, ${waived.length} waived.` };
}

export const TRANSITION_STAGES = ["plan", "knowledgeTransfer", "parallelRun", "goLive", "hypercare", "closed"] as const;
export type TransitionStage = (typeof TRANSITION_STAGES)[number];

export function nextTransitionStage(stage: TransitionStage): TransitionStage | null {
  return TRANSITION_STAGES[TRANSITION_STAGES.indexOf(stage) + 1] ?? null;
}
