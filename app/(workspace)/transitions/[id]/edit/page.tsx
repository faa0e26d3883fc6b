import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PlanFields } from "@/components/transitions/plan-fields";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { FormLayout, Page } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { requireMember } from "@/lib/access/session";
import { savePlan } from "@/lib/transitions/actions";
import { listContractsOf } from "@/lib/transitions/queries";
import { readTransitionOf } from "@/lib/transitions/read";

export const metadata: Metadata = { title: "Edit transition" };

export default async function EditTransitionPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("transition:write");
  const plan = (await readTransitionOf(member, (await params).id)) ?? notFound();
  const contracts = await listContractsOf(member.organizationId, plan.engagement.id);
  const base = `/transitions/${plan.id}`;
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: "Transitions", href: "/transitions" }, { label: plan.code, href: base }, { label: "Edit" }]}
        title={`Edit ${plan.name}`}
        subline="Moving go-live does not move the tasks."
      />
      <FormLayout>
        <ActionForm action={savePlan} draftKey={`transition:${plan.id}`}>
          <input type="hidden" name="id" value={plan.id} />
          <input type="hidden" name="version" value={plan.version} />
          <PlanFields
            plan={plan}
            contracts={contracts.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
          />
          <FormButtons>
            <SubmitButton>Save transition</SubmitButton>
            <LinkButton variant="quiet" href={base}>
              Cancel
            </LinkButton>
          </FormButtons>
        </ActionForm>
      </FormLayout>
    </Page>
  );
}
