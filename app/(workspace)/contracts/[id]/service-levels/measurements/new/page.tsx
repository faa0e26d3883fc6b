import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BoardFrame } from "@/components/service-levels/board-frame";
import { readBoardContract, readId } from "@/components/service-levels/read-board";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card, CardBody } from "@/components/ui/card";
import { Field, FieldRow } from "@/components/ui/field";
import { DateInput, DecimalInput, Input, Textarea } from "@/components/ui/input";
import { FormLayout } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { requireMember } from "@/lib/access/session";
import { reportMeasurement } from "@/lib/service-levels/actions";
import { findKpi } from "@/lib/service-levels/queries/records";

export const metadata: Metadata = { title: "Record figure" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function NewMeasurementPage({ params, searchParams }: Props) {
  const member = await requireMember("measurement:report");
  const contract = await readBoardContract(member.organizationId, (await params).id);
  const kpiId = readId((await searchParams).kpi) ?? notFound();
  const kpi = (await findKpi({ organizationId: member.organizationId }, kpiId)) ?? notFound();
  if (kpi.contractId !== contract.id || kpi.method === "caseLog") notFound();
  return (
    <BoardFrame
      contract={contract}
      tab="/definitions"
      title={`Record figure: ${kpi.name}`}
      subline="Figures are never overwritten: a correction is a further one, with its reason."
    >
      <FormLayout>
        <Card>
          <CardBody>
            <ActionForm action={reportMeasurement} draftKey={`measurement:${kpi.id}`}>
              <input type="hidden" name="kpiId" value={kpi.id} />
              <Field name="month" label="Month" required>
                <DateInput type="month" />
              </Field>
              {kpi.method === "ratio" ? (
                <FieldRow>
                  <Field name="numerator" label="Numerator" required>
                    <DecimalInput />
                  </Field>
                  <Field name="denominator" label="Denominator" required>
                    <DecimalInput />
                  </Field>
                </FieldRow>
              ) : (
                <FieldRow>
                  <Field name="value" label="Value" required>
                    <DecimalInput unit={kpi.unit} />
                  </Field>
                  <Field name="cases" label="Cases behind it">
                    <Input inputMode="numeric" />
                  </Field>
                </FieldRow>
              )}
              <Field name="note" label="Note" help="Needed when the month has a figure already.">
                <Textarea rows={2} />
              </Field>
              <FormButtons>
                <SubmitButton>Record figure</SubmitButton>
                <LinkButton variant="quiet" href={`/contracts/${contract.id}/service-levels/definitions`}>
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
