import type { ContractState } from "./rules/states";

type Tone = "good" | "warn" | "bad" | "neutral" | "accent";
type Shown = { label: string; tone: Tone };

export const CONTRACT_STATES = [
  "draft",
  "inReview",
  "signed",
  "active",
  "expiring",
  "expired",
  "terminated",
] as const satisfies readonly ContractState[];

export const CONTRACT_STATE: Record<ContractState, Shown> = {
  draft: { label: "Draft", tone: "neutral" },
  inReview: { label: "In review", tone: "accent" },
  signed: { label: "Signed", tone: "accent" },
  active: { label: "Active", tone: "good" },
  expiring: { label: "Expiring", tone: "warn" },
  expired: { label: "Expired", tone: "bad" },
  terminated: { label: "Terminated", tone: "neutral" },
};

export const CONTRACT_TYPES = ["fixedPrice", "timeAndMaterials", "performanceBased", "mixed"] as const;
export type ContractType = (typeof CONTRACT_TYPES)[number];
export const CONTRACT_TYPE: Record<ContractType, string> = {
  fixedPrice: "Fixed price",
  timeAndMaterials: "Time and materials",
  performanceBased: "Performance based",
  mixed: "A mix, by charge line",
};

export const RENEWALS = ["none", "tacit", "option"] as const;
export const RENEWAL: Record<(typeof RENEWALS)[number], string> = {
  none: "No renewal",
  tacit: "Renews by itself unless notice is given",
  option: "By our option",
};

export const DATA_TERMS = [
  "processingAgreement",
  "subprocessorList",
  "breachNotice",
  "deletionAtEnd",
  "auditRight",
  "transferOutside",
] as const;
export const DATA_TERM: Record<(typeof DATA_TERMS)[number], string> = {
  processingAgreement: "Data processing agreement is attached",
  subprocessorList: "Subprocessors are named and need our consent",
  breachNotice: "Breaches are reported within a fixed time",
  deletionAtEnd: "Data is returned and deleted at the end",
  auditRight: "We may audit",
  transferOutside: "Transfers to other countries are settled",
};

/** What the yearly cap of credits is: a share of something, or an amount. */
export const YEARLY_CAP_BASES = ["plannedYear", "chargesToDate", "amount"] as const;
export const YEARLY_CAP_BASIS: Record<(typeof YEARLY_CAP_BASES)[number], string> = {
  plannedYear: "a share of the planned year",
  chargesToDate: "a share of the year’s charges so far",
  amount: "an amount",
};

/** Terms that an amendment can change, in the order in which they are read. */
export const AMENDABLE_TERMS = [
  "endDate",
  "renewal",
  "renewalMonths",
  "clientNoticeMonths",
  "vendorNoticeMonths",
  "internalLeadDays",
  "switchingLeadDays",
  "yearlyValue",
  "atRiskPercent",
  "yearlyCapBasis",
  "yearlyCapPercent",
  "yearlyCapAmount",
  "liabilityCap",
  "governingLaw",
  "coverageHours",
  "deliveryLocations",
  "staffingTerms",
  "insurance",
  "terminationRights",
  "exitPlan",
] as const;
export type AmendableTerm = (typeof AMENDABLE_TERMS)[number];

export const TERM_LABEL: Record<AmendableTerm, string> = {
  endDate: "End of the term",
  renewal: "Renewal",
  renewalMonths: "Renewal period, months",
  clientNoticeMonths: "Client's notice, months",
  vendorNoticeMonths: "Vendor's notice, months",
  internalLeadDays: "Internal lead, days",
  switchingLeadDays: "Time to switch, days",
  yearlyValue: "Value a year",
  atRiskPercent: "At risk, % of charges",
  yearlyCapBasis: "Yearly cap of credits is",
  yearlyCapPercent: "Yearly cap of credits, %",
  yearlyCapAmount: "Yearly cap of credits, amount",
  liabilityCap: "Liability cap",
  governingLaw: "Governing law",
  coverageHours: "Hours of coverage",
  deliveryLocations: "Delivery locations",
  staffingTerms: "Staffing",
  insurance: "Insurance",
  terminationRights: "Termination rights",
  exitPlan: "Exit plan",
};

/** What the vendor reads: how long we need for ourselves is no term between the parties. */
export type SharedTerm = Exclude<AmendableTerm, "internalLeadDays" | "switchingLeadDays">;
export const withoutInternalTerms: readonly SharedTerm[] = AMENDABLE_TERMS.filter(
  (term): term is SharedTerm => term !== "internalLeadDays" && term !== "switchingLeadDays",
);

/** These move money or risk: changed in a contract above the limit, they wait for an executive. */
export const WEIGHTY_TERMS: readonly AmendableTerm[] = [
  "endDate",
  "renewal",
  "renewalMonths",
  "yearlyValue",
  "atRiskPercent",
  "yearlyCapBasis",
  "yearlyCapPercent",
  "yearlyCapAmount",
  "liabilityCap",
];

export function contractOptions<Key extends string>(
  labels: Record<Key, string | Shown>,
): { value: Key; label: string }[] {
  return (Object.entries(labels) as [Key, string | Shown][]).map(([value, label]) => ({
    value,
    label: typeof label === "string" ? label : label.label,
  }));
}

const EVENT: Record<string, string> = {
  "contract.create": "created the contract",
  "contract.update": "changed the terms",
  "contract.submit": "sent it into review",
  "contract.return": "returned it to draft",
  "contract.sign": "signed it",
  "contract.recordSignature": "recorded the vendor's signature on paper",
  "contract.activate": "activated it",
  "contract.text": "gave it another text",
  "contract.signed": "made it signed by both",
  "contract.showText": "read its text",
  "contract.creditTerms": "changed the table of points",
  "contract.amend": "proposed an amendment",
  "amendment.assent": "recorded the vendor's assent to an amendment",
  "amendment.enforce": "brought an amendment into force",
  "amendment.rejected": "rejected an amendment",
  "amendment.declined": "declined an amendment",
  "amendment.withdrawn": "withdrew an amendment",
  "contract.giveNotice": "recorded notice",
  "contract.terminate": "terminated it",
  "contract.addDocument": "stored a document",
  "approval.request": "asked for approval",
  "approval.approve": "approved it",
  "approval.reject": "rejected it",
};

/** An audit event of a contract as the end of a sentence that begins with who did it. */
export function describeContractEvent(action: string): string {
  return EVENT[action] ?? `did ${action}`;
}
