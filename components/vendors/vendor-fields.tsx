import { Checkbox } from "@/components/ui/choice";
import { Field, FieldRow, FieldSet } from "@/components/ui/field";
import { DateInput, DecimalInput, Input, Textarea } from "@/components/ui/input";
import { optionsOf, SERVICE_LABEL } from "@/lib/vendors/labels";
import type { VendorView } from "@/lib/vendors/schema";

/** The fields of a vendor, empty for a new one. */
export function VendorFields({ vendor }: { vendor?: VendorView }) {
  return (
    <>
      <FieldRow>
        <Field name="legalName" label="Legal name" required>
          <Input defaultValue={vendor?.legalName} autoComplete="off" />
        </Field>
        <Field name="tradingName" label="Trading name">
          <Input defaultValue={vendor?.tradingName} />
        </Field>
      </FieldRow>
      <FieldRow columns={3}>
        <Field name="country" label="Country" help="Two capital letters, such as DE." required>
          <Input defaultValue={vendor?.country} maxLength={2} />
        </Field>
        <Field name="lei" label="LEI" help="20 capital letters and digits.">
          <Input defaultValue={vendor?.lei ?? ""} maxLength={20} />
        </Field>
        <Field name="registrationNumber" label="Registration number">
          <Input defaultValue={vendor?.registrationNumber ?? ""} />
        </Field>
      </FieldRow>
      <FieldRow columns={3}>
        <Field name="website" label="Website">
          <Input type="url" defaultValue={vendor?.website ?? ""} placeholder="https://" />
        </Field>
        <Field name="employees" label="Employees">
          <DecimalInput unit="people" inputMode="numeric" defaultValue={vendor?.employees ?? ""} />
        </Field>
        <Field name="industries" label="Industries" help="Separated by commas.">
          <Input defaultValue={vendor?.industries.join(", ")} />
        </Field>
      </FieldRow>
      <FieldSet legend="Services" help="What this vendor can do.">
        <input type="hidden" name="services[]" value="" />
        <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
          {optionsOf(SERVICE_LABEL).map((service) => (
            <Checkbox
              key={service.value}
              name="services[]"
              value={service.value}
              label={service.label}
              defaultChecked={vendor?.services.includes(service.value)}
            />
          ))}
        </div>
      </FieldSet>
      <Field name="description" label="Description">
        <Textarea defaultValue={vendor?.description} />
      </Field>
      <Field name="insurance" label="Insurance" help="Insurer, cover and the day it ends.">
        <Textarea rows={2} defaultValue={vendor?.insurance} />
      </Field>
      <FieldRow>
        <Field name="dueDiligenceScore" label="Due diligence score" help="0 to 100, from the last questionnaire.">
          <DecimalInput defaultValue={vendor?.dueDiligenceScore ?? ""} unit="of 100" />
        </Field>
        <Field name="reviewDate" label="Next review">
          <DateInput defaultValue={vendor?.reviewDate ?? ""} />
        </Field>
      </FieldRow>
    </>
  );
}
