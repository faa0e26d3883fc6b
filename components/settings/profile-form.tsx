import { ActionForm } from "@/components/ui/action-form";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field, FieldRow } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { LOCALES } from "@/lib/access/schema";
import type { FormAction } from "@/lib/shared/action-state";
import { localeOptions, timeZoneOptions } from "./zone-options";

type Profile = {
  id: string;
  name: string;
  email: string;
  timeZone: string | null;
  locale: string | null;
  version: number;
};

type ProfileFormProps = { action: FormAction; profile: Profile; organizationZone: string };

export function ProfileForm({ action, profile, organizationZone }: ProfileFormProps) {
  return (
    <Card>
      <CardHeader title="Profile" sub={`You sign in as ${profile.email}.`} />
      <CardBody>
        <ActionForm action={action} draftKey={`profile:${profile.id}`} label="Profile">
          <input type="hidden" name="version" value={profile.version} />
          <Field name="name" label="Name" required>
            <Input defaultValue={profile.name} autoComplete="name" />
          </Field>
          <FieldRow>
            <Field name="timeZone" label="Time zone" help="Instants are shown in it.">
              <Select
                defaultValue={profile.timeZone ?? ""}
                placeholder={`As the organization (${organizationZone})`}
                options={timeZoneOptions()}
              />
            </Field>
            <Field name="locale" label="Numbers and dates">
              <Select
                defaultValue={profile.locale ?? ""}
                placeholder="As the organization"
                options={localeOptions(LOCALES)}
              />
            </Field>
          </FieldRow>
          <FormButtons>
            <SubmitButton>Save profile</SubmitButton>
          </FormButtons>
        </ActionForm>
      </CardBody>
    </Card>
  );
}
