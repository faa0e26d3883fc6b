import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProcessFields } from "@/components/processes/process-fields";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { FormLayout, Page } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { requireMember } from "@/lib/access/session";
import { saveProcess } from "@/lib/processes/actions";
import { listBusinessUnits, listOwners } from "@/lib/processes/queries";
import { readProcessOf } from "@/lib/processes/read";

export const metadata: Metadata = { title: "Edit process" };

export default async function EditProcessPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("process:update");
  const process = (await readProcessOf(member, (await params).id)) ?? notFound();
  const [members, units] = await Promise.all([
    listOwners(member.organizationId),
    listBusinessUnits(member.organizationId),
  ]);
  const { owner } = process;
  // Somebody who has left stays shown until another is named.
  const owners = owner && !members.some((each) => each.id === owner.id) ? [...members, owner] : members;
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: "Processes", href: "/processes" },
          { label: process.name, href: `/processes/${process.id}` },
          { label: "Edit" },
        ]}
        title={`Edit ${process.name}`}
      />
      <FormLayout>
        <ActionForm action={saveProcess} draftKey={`process:${process.id}`} className="grid gap-6">
          <input type="hidden" name="id" value={process.id} />
          <input type="hidden" name="version" value={process.version} />
          <ProcessFields process={process} owners={owners} units={units} currency={member.organization.currency} />
          <FormButtons>
            <SubmitButton>Save process</SubmitButton>
            <LinkButton variant="quiet" href={`/processes/${process.id}`}>
              Cancel
            </LinkButton>
          </FormButtons>
        </ActionForm>
      </FormLayout>
    </Page>
  );
}
