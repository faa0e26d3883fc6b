import { Field, FieldRow, FieldSet } from "@/components/ui/field";
import { DateInput, DecimalInput, Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type AmendableTerm, contractOptions, RENEWAL, YEARLY_CAP_BASIS } from "@/lib/contracts/labels";

export type TermTexts = Partial<Record<AmendableTerm, string>>;

type Props = {
  /** Before each name: `changes.` in an amendment. */
  prefix?: string;
  values: TermTexts;
  currency: string;
};

/** The terms that an amendment can change too: one set of fields for both forms. */
export function TermFields({ prefix = "", values, currency }: Props) {
  const name = (term: AmendableTerm) => `${prefix}${term}`;
  return (
    <>
      <FieldSet legend="Term and renewal">
        <FieldRow columns={3}>
          <Field name={name("endDate")} label="Last day">
            <DateInput defaultValue={values.endDate} />
          </Field>
          <Field name={name("renewal")} label="Renewal" required>
            <Select options={contractOptions(RENEWAL)} defaultValue={values.renewal ?? "none"} />
          </Field>
          <Field name={name("renewalMonths")} label="Renews by">
            <DecimalInput unit="months" inputMode="numeric" defaultValue={values.renewalMonths} />
          </Field>
        </FieldRow>
        <FieldRow columns={2}>
          <Field name={name("clientNoticeMonths")} label="Our notice" help="Needed before the contract is activated.">
            <DecimalInput unit="months" inputMode="numeric" defaultValue={values.clientNoticeMonths} />
          </Field>
          <Field name={name("vendorNoticeMonths")} label="Vendor's notice">
            <DecimalInput unit="months" inputMode="numeric" defaultValue={values.vendorNoticeMonths} />
          </Field>
          <Field
            name={name("internalLeadDays")}
            label="Internal lead"
            help="What we need to decide before notice."
            required
          >
            <DecimalInput unit="days" inputMode="numeric" defaultValue={values.internalLeadDays ?? "30"} />
          </Field>
          <Field
            name={name("switchingLeadDays")}
            label="Time to switch"
            help="To procure again and hand over."
            required
          >
            <DecimalInput unit="days" inputMode="numeric" defaultValue={values.switchingLeadDays ?? "180"} />
          </Field>
        </FieldRow>
      </FieldSet>
      <FieldSet legend="Money">
        <FieldRow columns={2}>
          <Field name={name("yearlyValue")} label="Value a year" help="Expected charges, without tax.">
            <DecimalInput unit={currency} defaultValue={values.yearlyValue} />
          </Field>
          <Field name={name("liabilityCap")} label="Liability cap">
            <DecimalInput unit={currency} defaultValue={values.liabilityCap} />
          </Field>
          <Field name={name("atRiskPercent")} label="At risk" help="Most that credits of a month can be." required>
            <DecimalInput unit="% of charges" defaultValue={values.atRiskPercent ?? "10"} />
          </Field>
        </FieldRow>
        <FieldRow columns={3}>
          <Field name={name("yearlyCapBasis")} label="Yearly cap of credits is" required>
            <Select options={contractOptions(YEARLY_CAP_BASIS)} defaultValue={values.yearlyCapBasis ?? "plannedYear"} />
          </Field>
          <Field name={name("yearlyCapPercent")} label="Share" help="Where it is a share. Open: no yearly cap.">
            <DecimalInput unit="%" defaultValue={values.yearlyCapPercent} />
          </Field>
          <Field name={name("yearlyCapAmount")} label="Amount" help="Where it is an amount.">
            <DecimalInput unit={currency} defaultValue={values.yearlyCapAmount} />
          </Field>
        </FieldRow>
      </FieldSet>
      <FieldSet legend="Delivery">
        <Field name={name("coverageHours")} label="Hours of coverage">
          <Input defaultValue={values.coverageHours} />
        </Field>
        <Field name={name("deliveryLocations")} label="Delivery locations" help="Where the work may be done.">
          <Input defaultValue={values.deliveryLocations} />
        </Field>
        <Field name={name("staffingTerms")} label="Staffing" help="Named or dedicated people, languages, turnover.">
          <Textarea rows={3} defaultValue={values.staffingTerms} />
        </Field>
      </FieldSet>
      <FieldSet legend="Law and end">
        <Field name={name("governingLaw")} label="Governing law">
          <Input defaultValue={values.governingLaw} />
        </Field>
        <Field name={name("insurance")} label="Insurance">
          <Textarea rows={2} defaultValue={values.insurance} />
        </Field>
        <Field name={name("terminationRights")} label="Termination rights">
          <Textarea rows={3} defaultValue={values.terminationRights} />
        </Field>
        <Field name={name("exitPlan")} label="Exit plan" help="Needed before the contract is activated.">
          <Textarea rows={4} defaultValue={values.exitPlan} />
        </Field>
      </FieldSet>
    </>
  );
}
