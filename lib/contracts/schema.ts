import { z } from "zod";
import { currencyCode, dateText, moneyShape, percentText } from "@/lib/shared/fields";
import {
  choice,
  choices,
  flag,
  freeText,
  optionalAmount,
  optionalDate,
  optionalPercent,
  optionalRecordId,
  optionalWholeNumber,
  recordId,
  requiredText,
  timeZoneName,
  versionNumber,
  wholeNumber,
} from "@/lib/shared/inputs";
import { CONTRACT_STATES, CONTRACT_TYPES, DATA_TERMS, RENEWALS, YEARLY_CAP_BASES } from "./labels";

/** What an amendment can change too. */
export const amendable = {
  endDate: optionalDate.meta({ description: "Last day of the term" }),
  renewal: choice(RENEWALS).meta({ description: "What happens at the end of the term" }),
  renewalMonths: optionalWholeNumber(1, 120).meta({ description: "Months by which a renewal prolongs the term" }),
  clientNoticeMonths: optionalWholeNumber(0, 60).meta({ description: "Our notice period in months" }),
  vendorNoticeMonths: optionalWholeNumber(0, 60).meta({ description: "The vendor's notice period in months" }),
  internalLeadDays: wholeNumber(0, 730).meta({ description: "Days that we need to decide before notice" }),
  switchingLeadDays: wholeNumber(0, 1460).meta({ description: "Days to procure again and hand over" }),
  yearlyValue: optionalAmount.meta({ description: "Expected charges a year" }),
  atRiskPercent: percentText.meta({ description: "Most that service credits of a month can be, in % of its charges" }),
  yearlyCapBasis: choice(YEARLY_CAP_BASES).meta({ description: "What the yearly cap of credits is a share of" }),
  yearlyCapPercent: optionalPercent.meta({
    description: "Most that credits of a year can be, as a share of the basis",
  }),
  yearlyCapAmount: optionalAmount.meta({ description: "Most that credits of a year can be, where it is an amount" }),
  liabilityCap: optionalAmount.meta({ description: "Most that the vendor is liable for" }),
  governingLaw: freeText(500),
  coverageHours: freeText(500),
  deliveryLocations: freeText(2000),
  staffingTerms: freeText(),
  insurance: freeText(2000),
  terminationRights: freeText(),
  exitPlan: freeText(20_000),
};

const terms = {
  title: requiredText(200),
  type: choice(CONTRACT_TYPES),
  currency: currencyCode,
  timeZone: timeZoneName.meta({ description: "Months and days of the contract are counted in this zone" }),
  startDate: optionalDate.meta({ description: "First day of the term" }),
  dataProtectionTerms: choices(DATA_TERMS),
  ...amendable,
};

export const contractTermsSchema = z.strictObject({
  ...terms,
  yearlyCapBasis: terms.yearlyCapBasis.default("plannedYear"),
});
export type ContractTerms = z.output<typeof contractTermsSchema>;

export const createContractSchema = z
  .strictObject({
    engagementId: recordId,
    vendorId: recordId,
    ...terms,
    renewal: terms.renewal.default("none"),
    internalLeadDays: terms.internalLeadDays.default(30),
    switchingLeadDays: terms.switchingLeadDays.default(180),
    atRiskPercent: terms.atRiskPercent.default("10"),
    yearlyCapBasis: terms.yearlyCapBasis.default("plannedYear"),
  })
  .meta({ description: "A contract written by hand, for example one that existed before" });
export type CreateContract = z.output<typeof createContractSchema>;

export const createFromAwardSchema = z
  .strictObject({
    awardId: recordId,
    vendorId: optionalRecordId.meta({ description: "Needed where the award is shared by several vendors" }),
    startDate: dateText.meta({ description: "First day of the term; its length comes from the RFP" }),
  })
  .meta({ description: "A contract made from a final award" });
export type CreateFromAward = z.output<typeof createFromAwardSchema>;

export const patchContractSchema = contractTermsSchema.partial().meta({ description: "The terms to change" });
export type ContractPatch = z.output<typeof patchContractSchema>;

export const saveContractSchema = contractTermsSchema.extend({ id: recordId, version: versionNumber });

export const contractStepSchema = z.strictObject({ id: recordId, version: versionNumber });

export const reasonBody = z.strictObject({ reason: requiredText(2000) });
export const reasonSchema = reasonBody.extend({ id: recordId, version: versionNumber });

export const noticeBody = z.strictObject({
  givenOn: dateText,
  givenBy: choice(["client", "vendor"]),
  isLateAccepted: flag.meta({
    description: "Take notice after its last day: the term renews, the notice ends the next",
  }),
});
export const noticeSchema = noticeBody.extend({ id: recordId, version: versionNumber });

export const decisionBody = z.strictObject({
  decision: choice(["approve", "reject"]),
  reason: freeText(2000).meta({ description: "Needed for a rejection" }),
});
export const decisionSchema = decisionBody.extend({ id: recordId, version: versionNumber });

const optionalDay = z.string().nullable();
export const contractShape = z
  .strictObject({
    id: z.uuid(),
    code: z.string().meta({ example: "CTR-0012" }),
    title: z.string(),
    type: z.enum(CONTRACT_TYPES),
    state: z.enum(CONTRACT_STATES).meta({ description: "As the calendar gives it today" }),
    engagementId: z.uuid(),
    vendor: z.strictObject({ id: z.uuid(), name: z.string() }),
    awardId: z.uuid().nullable(),
    currency: currencyCode,
    timeZone: z.string(),
    startDate: optionalDay,
    endDate: optionalDay.meta({ description: "End of the running term, amendments and renewals included" }),
    noticeBy: optionalDay,
    decideBy: optionalDay.meta({ description: "Last safe decision date" }),
    value: moneyShape.nullable().meta({ description: "Value a year" }),
    atRiskPercent: z.string(),
    yearlyCapBasis: z.enum(YEARLY_CAP_BASES),
    yearlyCapPercent: z.string().nullable(),
    yearlyCapAmount: z.string().nullable(),
    signedAt: z.string().nullable().meta({ description: "Since when both sides have signed the text that holds" }),
    approvedAt: z.string().nullable(),
    activatedAt: z.string().nullable(),
    version: z.int(),
  })
  .meta({ description: "A contract" });

export const termsAsOfQuery = z.object({ asOf: dateText.optional().meta({ description: "Left out: today" }) });
export const termsAsOfShape = z.strictObject({
  asOf: z.string(),
  terms: z.record(
    z.string(),
    z.strictObject({
      value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
      amendment: z.int().meta({ description: "Number of the amendment it comes from; 0: the contract itself" }),
    }),
  ),
});

export const contractParams = z.object({ id: recordId });
export const contractKey = z.strictObject({ id: z.uuid(), code: z.string(), version: z.int() });
export const versionShape = z.strictObject({ id: z.uuid(), version: z.int() });
