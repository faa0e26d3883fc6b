import { ActionForm } from "@/components/ui/action-form";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field, FieldRow, FieldSet } from "@/components/ui/field";
import { DecimalInput, Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import type { OrganizationInput } from "@/lib/access/organization";
import { LOCALES } from "@/lib/access/schema";
import { updateOrganizationForm } from "@/lib/access/settings-actions";
import { currencyOptions, localeOptions, timeZoneOptions } from "./zone-options";

type OrganizationFormProps = { organization: OrganizationInput & { id: string } };

export function OrganizationForm({ organization }: OrganizationFormProps) {
  return (
    <Card>
      <CardHeader title="Organization" />
      <CardBody>
        <ActionForm action={updateOrganizationForm} draftKey={`organization:${organization.id}`} label="Organization">
          <input type="hidden" name="version" value={organization.version} />
          <Field name="name" label="Name" required>
            <Input defaultValue={organization.name} autoComplete="organization" />
          </Field>
          <FieldRow>
            <Field name="currency" label="Currency" required help="For new records; present ones keep theirs.">
              <Select defaultValue={organization.currency} options={currencyOptions()} />
            </Field>
            <Field name="timeZone" label="Time zone" required>
              <Select defaultValue={organization.timeZone} options={timeZoneOptions()} />
            </Field>
          </FieldRow>
          <Field name="locale" label="Numbers and dates" required>
            <Select defaultValue={organization.locale} options={localeOptions(LOCALES)} />
          </Field>
          <FieldSet legend="Decisions">
            <Field
              name="approvalLimit"
              label="Approval limit"
              required
              help="Above this total value an executive approves the award and the contract."
            >
              <DecimalInput unit={organization.currency} defaultValue={organization.approvalLimit} />
            </Field>
            <FieldRow>
              <Field
                name="creditLimit"
                label="Limit for credits"
                required
                help="Above this credit of a month, who verified it does not lock it."
              >
                <DecimalInput unit={organization.currency} defaultValue={organization.creditLimit} />
              </Field>
              <Field
                name="watermelonFall"
                label="Watermelon from"
                required
                help="Fall of satisfaction over three surveys while every service level is met."
              >
                <DecimalInput unit="points of 5" defaultValue={organization.watermelonFall} />
              </Field>
            </FieldRow>
            <FieldRow columns={3}>
              <Field name="outsourceAt" label="Outsource from" required help="Score of an assessment, 1 to 100.">
                <DecimalInput unit="points" inputMode="numeric" defaultValue={organization.outsourceAt} />
              </Field>
              <Field name="considerAt" label="Consider from" required help="Below it: keep in house.">
                <DecimalInput unit="points" inputMode="numeric" defaultValue={organization.considerAt} />
              </Field>
              <Field
                name="standstillDays"
                label="Standstill"
                required
                help="Between the award letters and the contract."
              >
                <DecimalInput unit="days" inputMode="numeric" defaultValue={organization.standstillDays} />
              </Field>
            </FieldRow>
          </FieldSet>
          <FormButtons>
            <SubmitButton>Save organization</SubmitButton>
          </FormButtons>
        </ActionForm>
      </CardBody>
    </Card>
  );
}
