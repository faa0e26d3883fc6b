const WORDS: Record<string, string> = {
  "engagement.create": "created the engagement",
  "engagement.update": "changed the engagement",
  "engagement.goBack": "moved it back to an earlier stage",
  "engagement.cancel": "cancelled the engagement",
  "gate.request": "asked to pass the gate",
  "gate.pass": "passed the gate",
  "gate.waive": "passed the gate with a waiver",
  "gate.reject": "rejected the request at the gate",
  "gate.withdraw": "took the request at the gate back",
  "approval.request": "asked for an approval",
  "approval.approve": "approved",
  "approval.reject": "rejected",
  "objective.create": "added an objective",
  "objective.update": "changed an objective",
  "objective.remove": "removed an objective",
  "exitChecklist.add": "added an item to the exit checklist",
  "exitChecklist.update": "changed an item of the exit checklist",
  "comment.create": "commented",
};

/** An audit event of an engagement in words; one that we have no words for by its own name. */
export function describeEvent(action: string): string {
  return WORDS[action] ?? action;
}
