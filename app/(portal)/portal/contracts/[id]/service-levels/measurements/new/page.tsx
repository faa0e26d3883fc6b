import { Gauge } from "lucide-react";
import type { Metadata } from "next";
import { readId, readMonth, readVendorBoardContract } from "@/components/service-levels/read-board";
import { VendorBoardFrame } from "@/components/service-levels/vendor-board-frame";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Field, FieldRow } from "@/components/ui/field";
import { DateInput, DecimalInput, Input, Textarea } from "@/components/ui/input";
import { FormLayout } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { Tabs } from "@/components/ui/tabs";
import { requireVendor } from "@/lib/access/session";
import { reportMeasurementAsVendor } from "@/lib/service-levels/actions";
import { findDefinitions } from "@/lib/service-levels/queries/records";

export const metadata: Metadata = { title: "Record figure" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** A figure of one KPI for one month, by the vendor. What is computed from cases is not asked for. */
export default async function VendorMeasurementPage({ params, searchParams }: Props) {
  const contact = await requireVendor();
  const contract = await readVendorBoardContract(contact, (await params).id);
  const query = await searchParams;
  const definitions = await findDefinitions(contact.organizationId, contract.id);
  const kpis = definitions.filter((kpi) => kpi.method !== "caseLog");
  const kpi = kpis.find((each) => each.id === readId(query.kpi)) ?? kpis[0];
  const month = readMonth(query.month) ?? "";
  const base = `/portal/contracts/${contract.id}/service-levels`;
  return (
    <VendorBoardFrame
      contract={contract}
      tab=""
      title="Record figure"
      subline="Figures are never overwritten: a correction is a further one, with its reason."
    >
      {kpi ? (
        <>
          {kpis.length > 1 ? (
            <Tabs
              label="KPIs"
              current={`${base}/measurements/new?kpi=${kpi.id}&month=${month}`}
              tabs={kpis.map((each) => ({
                href: `${base}/measurements/new?kpi=${each.id}&month=${month}`,
                label: each.name,
              }))}
            />
          ) : null}
          <FormLayout>
            <Card>
              <CardHeader title={`${kpi.code} ${kpi.name}`} sub={kpi.description} />
              <CardBody>
                <ActionForm action={reportMeasurementAsVendor} draftKey={`measurement:${kpi.id}`} key={kpi.id}>
                  <input type="hidden" name="kpiId" value={kpi.id} />
                  <Field name="month" label="Month" required>
                    <DateInput type="month" defaultValue={month} />
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
                    <LinkButton variant="quiet" href={base}>
                      Cancel
                    </LinkButton>
                  </FormButtons>
                </ActionForm>
              </CardBody>
            </Card>
          </FormLayout>
        </>
      ) : (
        <EmptyState
          icon={<Gauge aria-hidden />}
          title="Nothing to report by hand"
          action={
            <LinkButton variant="primary" href={`${base}/case-log`}>
              Upload cases
            </LinkButton>
          }
        >
          All KPIs of this contract are computed from your cases.
        </EmptyState>
      )}
    </VendorBoardFrame>
  );
}
