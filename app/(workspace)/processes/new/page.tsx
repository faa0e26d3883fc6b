import type { Metadata } from "next";
import { ProcessFields } from "@/components/processes/process-fields";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { FormLayout, Page } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { requireMember } from "@/lib/access/session";
import { addProcess } from "@/lib/processes/actions";
import { listBusinessUnits, listOwners } from "@/lib/processes/queries";

export const metadata: Metadata = { title: "New process" };

type Props = { searchParams: Promise<{ parent?: string }> };

export default async function NewProcessPage({ searchParams }: Props) {
  const member = await requireMember("process:create");
  const { parent } = await searchParams;
  const [owners, units] = await Promise.all([
    listOwners(member.organizationId),
    listBusinessUnits(member.organizationId),
  ]);
  const parentCode = typeof parent === "string" ? parent.slice(0, 40) : undefined;
  return (
    <Page>
      <PageHeader crumbs={[{ label: "Processes", href: "/processes" }, { label: "New" }]} title="New process" />
      <FormLayout>
        <ActionForm action={addProcess} draftKey="process:new" className="grid gap-6">
          <ProcessFields
            {...(parentCode ? { parentCode } : {})}
            owners={owners}
            units={units}
            currency={member.organization.currency}
          />
          <FormButtons>
            <SubmitButton>Create process</SubmitButton>
            <LinkButton variant="quiet" href="/processes">
              Cancel
            </LinkButton>
          </FormButtons>
        </ActionForm>
      </FormLayout>
    </Page>
  );
}
