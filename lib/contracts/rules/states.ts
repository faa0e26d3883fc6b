export type ContractState = "draft" | "inReview" | "signed" | "active" | "expiring" | "expired" | "terminated";

export type ContractAction =
  | "submit"
  | "returnToDraft"
  | "sign"
  | "reopen"
  | "activate"
  | "markExpiring"
  | "renew"
  | "expire"
  | "terminate";

/** From each state, what can be done and where it leads. */
export const contractTransitions: Record<ContractState, Partial<Record<ContractAction, ContractState>>> = {
  draft: { submit: "inReview" },
  inReview: { returnToDraft: "draft", sign: "signed" },
  signed: { reopen: "inReview", activate: "active", terminate: "terminated" },
  active: { markExpiring: "expiring", renew: "active", expire: "expired", terminate: "terminated" },
  expiring: { renew: "active", expire: "expired", terminate: "terminated" },
  expired: {},
  terminated: {},
};

/** Where an action leads, or null where the state does not allow it. */
export function nextContractState(state: ContractState, action: ContractAction): ContractState | null {
  return contractTransitions[state][action] ?? null;
}

/** Before it runs a contract changes freely, at the price of the signatures under it; then by amendments alone. */
export function areTermsEditable(state: ContractState): boolean {
  return state === "draft" || state === "inReview" || state === "signed";
}

/** What was agreed in a running contract changes by amendments. */
export function isRunning(state: ContractState): boolean {
  return state === "active" || state === "expiring";
}

export type ActivationFacts = {
  state: ContractState;
  isClientSigned: boolean;
  isVendorSigned: boolean;
  chargeLines: number;
  serviceLevels: number;
  startDate: string | null;
  endDate: string | null;
  clientNoticeMonths: number | null;
  exitPlan: string;
  isAboveLimit: boolean;
  /** Who approved it, where the value asks for that; never the one who prepared it. */
  approvedBy: string | null;
  preparedBy: string;
};

export type ActivationCheck = { key: string; label: string; isMet: boolean };

/** What has to be there before a contract becomes active. The approval stands only in the list above the limit. */
export function checkActivation(facts: ActivationFacts): ActivationCheck[] {
  const { startDate, endDate } = facts;
  const hasTerm = startDate !== null && endDate !== null && startDate <= endDate;
  const checks: ActivationCheck[] = [
    { key: "state", label: "The contract is signed and not yet active", isMet: facts.state === "signed" },
    { key: "clientSignature", label: "Signed by us", isMet: facts.isClientSigned },
    { key: "vendorSignature", label: "Signed by the vendor", isMet: facts.isVendorSigned },
    { key: "term", label: "Start and end are set, in this order", isMet: hasTerm },
    { key: "charges", label: "At least one charge line", isMet: facts.chargeLines > 0 },
    { key: "serviceLevels", label: "At least one service level", isMet: facts.serviceLevels > 0 },
    { key: "notice", label: "Our notice period is set", isMet: facts.clientNoticeMonths !== null },
    { key: "exitPlan", label: "The exit plan is written", isMet: facts.exitPlan.trim() !== "" },
  ];
  if (facts.isAboveLimit) {
    const isMet = facts.approvedBy !== null && facts.approvedBy !== facts.preparedBy;
    checks.push({ key: "approval", label: "Approved by an executive who did not prepare it", isMet });
  }
  return checks;
}
