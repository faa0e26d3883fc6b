import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card, CardBody } from "@/components/ui/card";
import { Field, FieldRow } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { FormLayout } from "@/components/ui/page-layout";
import { Select } from "@/components/ui/select";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { exclusionKindOptions } from "@/lib/service-levels/labels";
import type { BoardContract } from "@/lib/service-levels/queries/board";
import type { Definition } from "@/lib/service-levels/queries/records";
import type { FormAction } from "@/lib/shared/action-state";
import { formatMonth, type Reader } from "@/lib/shared/format";

type Props = {
  contract: BoardContract;
  definitions: readonly Definition[];
  action: FormAction;
  cancelHref: string;
  reader: Reader;
};

/** What should not count, why, and where it can be seen; the same question from both sides. */
export function ExclusionForm({ contract, definitions, action, cancelHref, reader }: Props) {
  const levels = definitions.flatMap((kpi) => {
    const [newest] = kpi.serviceLevels;
    return newest ? [{ value: newest.id, label: `${kpi.code} ${kpi.name}` }] : [];
  });
  const hasCases = definitions.some((kpi) => kpi.method === "caseLog");
  // Also locked ones: what is approved for them is put to the other side as a restatement.
  const months = contract.periods
    .map((period) => ({ value: period.month, label: formatMonth(period.month, reader) }))
    .reverse();
  return (
    <FormLayout>
      <Card>
        <CardBody>
          <ActionForm action={action} draftKey={`exclusion:${contract.id}`}>
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
            {hasCases ? (
              <Field
                name="caseNumbers"
                label="Single cases"
                help="Their numbers, one per line. Left open: the whole month is excused."
              >
                <Textarea rows={3} />
              </Field>
            ) : null}
            <FormButtons>
              <SubmitButton>Request exclusion</SubmitButton>
              <LinkButton variant="quiet" href={cancelHref}>
                Cancel
              </LinkButton>
            </FormButtons>
          </ActionForm>
        </CardBody>
      </Card>
    </FormLayout>
  );
}
