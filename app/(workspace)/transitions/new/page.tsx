import type { Metadata } from "next";
import { PlanFields } from "@/components/transitions/plan-fields";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choice";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { FormLayout, Page } from "@/components/ui/page-layout";
import { Select } from "@/components/ui/select";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { requireMember } from "@/lib/access/session";
import { startTransition } from "@/lib/transitions/actions";
import { listTransitionChoices } from "@/lib/transitions/queries";

export const metadata: Metadata = { title: "Plan a transition" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewTransitionPage({ searchParams }: Props) {
  const member = await requireMember("transition:write");
  const { engagement } = await searchParams;
  const engagements = await listTransitionChoices(member.organizationId);
  const chosen = engagements.find((each) => each.id === engagement);
  const contracts = (chosen ? [chosen] : engagements).flatMap((each) => each.contracts);
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: "Transitions", href: "/transitions" }, { label: "New" }]}
        title="Plan a transition"
        subline="It can be prepared while the contract is made."
      />
      <FormLayout>
        {engagements.length === 0 ? (
          <Card>
            <EmptyState title="No engagement has come this far">
              Transitions belong to engagements at the stages “Contract” and “Transition”. Pass the gates of one first.
            </EmptyState>
          </Card>
        ) : (
          <ActionForm action={startTransition} draftKey="transition:new">
            <Field name="engagementId" label="Engagement" required>
              <Select
                placeholder="Choose…"
                defaultValue={chosen?.id ?? ""}
                options={engagements.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
              />
            </Field>
            <PlanFields
              contracts={contracts.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
            />
            <input type="hidden" name="useTemplate" value="false" />
            <Checkbox
              name="useTemplate"
              value="true"
              defaultChecked
              label="Begin with the usual plan"
              help="15 tasks with their dependencies between start and go-live, 7 go/no-go criteria, one knowledge item per process."
            />
            <FormButtons>
              <SubmitButton>Create plan</SubmitButton>
              <LinkButton variant="quiet" href="/transitions">
                Cancel
              </LinkButton>
            </FormButtons>
          </ActionForm>
        )}
      </FormLayout>
    </Page>
  );
}
