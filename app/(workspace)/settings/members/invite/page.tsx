import type { Metadata } from "next";
import { RoleBoxes } from "@/components/settings/role-boxes";
import { SettingsPage } from "@/components/settings/settings-page";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field, FieldRow } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { FormLayout } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { requireMember } from "@/lib/access/session";
import { inviteMemberForm } from "@/lib/access/settings-actions";
import { hasMailServer } from "@/lib/server/outbox-list";

export const metadata: Metadata = { title: "Invite a member" };

export default async function InvitePage() {
  const member = await requireMember("member:manage");
  return (
    <SettingsPage member={member} current="/settings/members">
      <FormLayout>
        {hasMailServer() ? null : (
          <Note>
            There is no mail server. The invitation waits under Settings → Outbox, where you can copy its link.
          </Note>
        )}
        <Card>
          <CardHeader title="Invite a member" sub="A link by e-mail, good for 14 days and for one use." />
          <CardBody>
            <ActionForm action={inviteMemberForm} draftKey="invitation:new" label="Invite a member">
              <FieldRow>
                <Field name="name" label="Name" required>
                  <Input autoComplete="off" />
                </Field>
                <Field name="email" label="E-mail address" required>
                  <Input type="email" autoComplete="off" />
                </Field>
              </FieldRow>
              <RoleBoxes />
              <FormButtons>
                <SubmitButton>Send the invitation</SubmitButton>
                <LinkButton variant="quiet" href="/settings/members">
                  Cancel
                </LinkButton>
              </FormButtons>
            </ActionForm>
          </CardBody>
        </Card>
      </FormLayout>
    </SettingsPage>
  );
}
