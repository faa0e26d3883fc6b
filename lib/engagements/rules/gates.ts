import type { Stage } from "./stages";

export type ConditionKey =
  | "assessment"
  | "businessCase"
  | "risks"
  | "requirements"
  | "proposedServiceLevels"
  | "award"
  | "standstill"
  | "shares"
  | "signatures"
  | "charges"
  | "serviceLevels"
  | "noticePeriod"
  | "exitPlan"
  | "goNoGo"
  | "exitChecklist";

export type GateCondition = { key: ConditionKey; label: string; isMet: boolean; detail: string; href?: string };

type ChecklistFact = { name: string; state: "open" | "met" | "waived"; waiverReason: string | null };

/** What is known about an engagement, as far as its present gate asks for it. Names are shown to people. */
export type GateFacts = {
  processes: {
    name: string;
    isCritical: boolean;
    isAssessed: boolean;
    serviceLevels: { name: string; hasBaseline: boolean; isBaselineUnknown: boolean }[];
  }[];
  businessCase: { hasChosenOption: boolean } | null;
  highRisks: { name: string; hasMitigation: boolean }[];
  requirements: { name: string; hasPriority: boolean }[];
  awards: {
    lot: string;
    state: "proposed" | "approved" | "standstill" | "final" | "cancelled" | "rejected" | null;
    isStandstillOver: boolean;
  }[];
  contracts: {
    name: string;
    isClientSigned: boolean;
    isVendorSigned: boolean;
    charges: number;
    serviceLevels: number;
    hasNoticePeriod: boolean;
    hasExitPlan: boolean;
  }[];
  /** Every share of the awards, and whether a contract carries it. */
  shares: { name: string; hasContract: boolean }[];
  goNoGo: ChecklistFact[];
  exitChecklist: ChecklistFact[];
};

export type GateLinks = Partial<Record<ConditionKey, string>>;

/** Met when there is something and nothing of it is missing; the detail names what is. */
function listCondition(
  key: ConditionKey,
  label: string,
  names: string[],
  missing: string[],
  nothing: string,
): GateCondition {
  if (names.length === 0) return { key, label, isMet: false, detail: nothing };
  if (missing.length === 0) return { key, label, isMet: true, detail: `${names.length} of ${names.length}` };
  const more = missing.length > 5 ? ` and ${missing.length - 5} more` : "";
  return { key, label, isMet: false, detail: `Missing: ${missing.slice(0, 5).join(", ")}${more}` };
}

function checklistCondition(key: ConditionKey, label: string, items: ChecklistFact[], nothing: string): GateCondition {
  return listCondition(
    key,
    label,
    items.map((item) => item.name),
    items.filter(isStillOpen).map((item) => item.name),
    nothing,
  );
}

/** A waiver counts only with its reason. */
function isStillOpen(item: ChecklistFact): boolean {
  return item.state === "open" || (item.state === "waived" && !item.waiverReason?.trim());
}

function assessConditions(facts: GateFacts): GateCondition[] {
  const chosen = facts.businessCase?.hasChosenOption ?? false;
  const unmitigated = facts.highRisks.filter((risk) => !risk.hasMitigation).map((risk) => risk.name);
  const risks = "Every risk rated high has a mitigation";
  return [
    listCondition(
      "assessment",
      "Every process has a complete suitability assessment",
      facts.processes.map((process) => process.name),
      facts.processes.filter((process) => !process.isAssessed).map((process) => process.name),
      "No process belongs to this engagement yet",
    ),
    {
      key: "businessCase",
      label: "A business case has a chosen option",
      isMet: chosen,
      detail:
        facts.businessCase === null ? "There is no business case" : chosen ? "Option chosen" : "No option is chosen",
    },
    facts.highRisks.length === 0
      ? { key: "risks", label: risks, isMet: true, detail: "No risk is rated high" }
      : listCondition(
          "risks",
          risks,
          facts.highRisks.map((risk) => risk.name),
          unmitigated,
          "",
        ),
  ];
}

function scopeConditions(facts: GateFacts): GateCondition[] {
  const critical = facts.processes.filter((process) => process.isCritical);
  const uncovered = critical.filter(
    (process) => !process.serviceLevels.some((level) => level.hasBaseline || level.isBaselineUnknown),
  );
  const label = "Each critical process has a proposed service level with a baseline or an explicit unknown";
  return [
    listCondition(
      "requirements",
      "Every requirement has a priority",
      facts.requirements.map((requirement) => requirement.name),
      facts.requirements.filter((requirement) => !requirement.hasPriority).map((requirement) => requirement.name),
      "The scope has no requirements",
    ),
    critical.length === 0
      ? { key: "proposedServiceLevels", label, isMet: true, detail: "No process is marked critical" }
      : listCondition(
          "proposedServiceLevels",
          label,
          critical.map((process) => process.name),
          uncovered.map((process) => process.name),
          "",
        ),
  ];
}

function sourceConditions(facts: GateFacts): GateCondition[] {
  const lots = facts.awards.map((award) => award.lot);
  const approved = ["approved", "standstill", "final"];
  const undecided = facts.awards.filter((award) => award.state === null || !approved.includes(award.state));
  const waiting = facts.awards.filter((award) => award.state !== "final" && !award.isStandstillOver);
  return [
    listCondition(
      "award",
      "An award is approved for every lot",
      lots,
      undecided.map((award) => award.lot),
      "There is no RFP with lots",
    ),
    listCondition(
      "standstill",
      "Standstill has passed",
      lots,
      waiting.map((award) => award.lot),
      "There is no award",
    ),
  ];
}

function contractConditions(facts: GateFacts): GateCondition[] {
  const names = facts.contracts.map((contract) => contract.name);
  const check = (key: ConditionKey, label: string, isPresent: (contract: GateFacts["contracts"][number]) => boolean) =>
    listCondition(
      key,
      label,
      names,
      facts.contracts.filter((one) => !isPresent(one)).map((one) => one.name),
      "There is no contract",
    );
  const shares = facts.shares.map((share) => share.name);
  const open = facts.shares.filter((share) => !share.hasContract).map((share) => share.name);
  return [
    ...(shares.length > 0
      ? [listCondition("shares", "Every awarded share has its contract", shares, open, "Nothing is awarded")]
      : []),
    check("signatures", "Signed by both parties", (contract) => contract.isClientSigned && contract.isVendorSigned),
    check("charges", "Charges are present", (contract) => contract.charges > 0),
    check("serviceLevels", "Service levels are present", (contract) => contract.serviceLevels > 0),
    check("noticePeriod", "The notice period is present", (contract) => contract.hasNoticePeriod),
    check("exitPlan", "The exit plan is present", (contract) => contract.hasExitPlan),
  ];
}

/** What the gate out of a stage checks, each condition met or not with what is missing. `operate` checks nothing. */
export function gateConditions(stage: Stage, facts: GateFacts, links: GateLinks = {}): GateCondition[] {
  return listConditions(stage, facts).map((condition) => {
    const href = links[condition.key];
    return href === undefined ? condition : { ...condition, href };
  });
}

function listConditions(stage: Stage, facts: GateFacts): GateCondition[] {
  switch (stage) {
    case "assess":
      return assessConditions(facts);
    case "scope":
      return scopeConditions(facts);
    case "source":
      return sourceConditions(facts);
    case "contract":
      return contractConditions(facts);
    case "transition": {
      const label = "Every go/no-go criterion is met or waived with a reason";
      return [checklistCondition("goNoGo", label, facts.goNoGo, "The transition plan has no go/no-go criteria")];
    }
    case "exit":
      return [
        checklistCondition(
          "exitChecklist",
          "The exit checklist is complete",
          facts.exitChecklist,
          "There is no exit checklist",
        ),
      ];
    case "operate":
    case "closed":
    case "cancelled":
      return [];
  }
}
