import { NewPasswordField, PasswordField } from "@/components/access/password-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { FieldRow } from "@/components/ui/field";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/shared/action-state";

export function PasswordForm({ action, email }: { action: FormAction; email: string }) {
  return (
    <Card>
      <CardHeader title="Password" sub="Changing it ends your other sessions." />
      <CardBody>
        <ActionForm action={action} clearWhenDone label="Password">
          <span className="sr-only">For {email}</span>
          <FieldRow>
            <PasswordField name="current" label="Present password" />
            <NewPasswordField />
          </FieldRow>
          <FormButtons>
            <SubmitButton>Change password</SubmitButton>
          </FormButtons>
        </ActionForm>
      </CardBody>
    </Card>
  );
}
