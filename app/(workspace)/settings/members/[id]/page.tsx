import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { RoleBoxes } from "@/components/settings/role-boxes";
import { SettingsPage } from "@/components/settings/settings-page";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { FormLayout } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { findMember } from "@/lib/access/find-member";
import { requireMember } from "@/lib/access/session";
import { changeMemberRolesForm, removeMemberForm } from "@/lib/access/settings-actions";

export const metadata: Metadata = { title: "Member" };

export default async function MemberPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireMember("member:manage");
  const id = z.uuid().safeParse((await params).id);
  const member = id.success ? await findMember(actor, id.data) : null;
  if (!member) notFound();
  const { name, email } = member.person;
  return (
    <SettingsPage member={actor} current="/settings/members">
      <FormLayout>
        <Card>
          <CardHeader title={name} sub={email} />
          <CardBody>
            <ActionForm action={changeMemberRolesForm} label={`Roles of ${name}`}>
              <input type="hidden" name="id" value={member.id} />
              <input type="hidden" name="version" value={member.version} />
              <RoleBoxes chosen={member.roles} />
              <p className="text-ink-3 text-sm">Who loses a role is signed out at once.</p>
              <FormButtons>
                <SubmitButton>Save roles</SubmitButton>
                <LinkButton variant="quiet" href="/settings/members">
                  Cancel
                </LinkButton>
              </FormButtons>
            </ActionForm>
          </CardBody>
        </Card>
        <Card>
          <CardHeader title="Remove from the organization" />
          <CardBody className="grid justify-items-start gap-3">
            <p className="text-ink-2">Sessions and tokens end at once. What {name} did keeps the name.</p>
            <ActionButton
              action={removeMemberForm}
              fields={{ id: member.id, version: member.version }}
              variant="danger"
              confirm={{
                title: `Remove ${name}?`,
                body: `${name} is signed out at once and gets in again only with a new invitation.`,
                label: "Remove the member",
              }}
            >
              Remove {name}
            </ActionButton>
          </CardBody>
        </Card>
      </FormLayout>
    </SettingsPage>
  );
}
