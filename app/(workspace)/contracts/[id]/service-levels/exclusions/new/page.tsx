import type { Metadata } from "next";
import { BoardFrame } from "@/components/service-levels/board-frame";
import { readBoardContract } from "@/components/service-levels/read-board";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card, CardBody } from "@/components/ui/card";
import { Field, FieldRow } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { FormLayout } from "@/components/ui/page-layout";
import { Select } from "@/components/ui/select";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { requireMember } from "@/lib/access/session";
import { askForExclusion } from "@/lib/service-levels/actions";
import { exclusionKindOptions } from "@/lib/service-levels/labels";
import { findDefinitions } from "@/lib/service-levels/queries/records";
import { formatMonth } from "@/lib/shared/format";

export const metadata: Metadata = { title: "Request exclusion" };

type Props = { params: Promise<{ id: string }> };

export default async function NewExclusionPage({ params }: Props) {
  const member = await requireMember("measurement:report");
  const contract = await readBoardContract(member.organizationId, (await params).id);
  const definitions = await findDefinitions(member.organizationId, contract.id);
  const levels = definitions.flatMap((kpi) => {
    const [newest] = kpi.serviceLevels;
    return newest ? [{ value: newest.id, label: `${kpi.code} ${kpi.name}` }] : [];
  });
  const months = contract.periods
    .filter((period) => period.state !== "locked")
    .map((period) => ({ value: period.month, label: formatMonth(period.month, member) }))
    .reverse();
  return (
    <BoardFrame contract={contract} tab="/exclusions" title="Request exclusion">
      <FormLayout>
        <Card>
          <CardBody>
            <ActionForm action={askForExclusion} draftKey={`exclusion:${contract.id}`}>
              <input type="hidden" name="contractId" value={contract.id} />
              <FieldRow>
                <Field name="month" label="Month" required>
                  <Select options={months} placeholder="Choose…" />
                </Field>
                <Field name="serviceLevelId" label="Service level" help="Left open: all of the contract.">
                  <Select options={levels} placeholder="All service levels" />
                </Field>
              </FieldRow>
              <Field name="kind" label="Cause" required>
                <Select options={exclusionKindOptions} placeholder="Choose…" />
              </Field>
              <Field name="reason" label="Reason" required>
                <Textarea />
              </Field>
              <Field name="evidence" label="Evidence" help="Where it can be seen: a ticket, a document, a date.">
                <Textarea rows={2} />
              </Field>
              <FormButtons>
                <SubmitButton>Request exclusion</SubmitButton>
                <LinkButton variant="quiet" href={`/contracts/${contract.id}/service-levels/exclusions`}>
                  Cancel
                </LinkButton>
              </FormButtons>
            </ActionForm>
          </CardBody>
        </Card>
      </FormLayout>
    </BoardFrame>
  );
}
