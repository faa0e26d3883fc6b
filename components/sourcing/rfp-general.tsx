import { Pencil } from "lucide-react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field, FieldRow } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { DecimalInput, Input, Textarea } from "@/components/ui/input";
import { saveGeneral } from "@/lib/sourcing/rfps/actions";
import type { RfpView } from "@/lib/sourcing/rfps/schema";

/** What vendors read first. */
export function RfpGeneral({ rfp, mayWrite }: { rfp: RfpView; mayWrite: boolean }) {
  const edit =
    mayWrite && rfp.state === "draft" ? (
      <FormDialog
        action={saveGeneral}
        fields={{ id: rfp.id, version: rfp.version }}
        title="Edit the RFP"
        submit="Save RFP"
        label="Edit"
        size="sm"
        icon={<Pencil aria-hidden />}
        width="lg"
        draftKey={`rfp:general:${rfp.id}`}
      >
        <Field name="title" label="Title" required>
          <Input defaultValue={rfp.title} />
        </Field>
        <Field name="description" label="Introduction" help="What vendors read first.">
          <Textarea rows={6} defaultValue={rfp.description} />
        </Field>
        <FieldRow columns={3}>
          <Field name="currency" label="Currency" required>
            <Input defaultValue={rfp.currency} maxLength={3} />
          </Field>
          <Field name="termMonths" label="Term" required>
            <DecimalInput unit="months" inputMode="numeric" defaultValue={rfp.termMonths} />
          </Field>
          <Field name="standstillDays" label="Standstill" required>
            <DecimalInput unit="days" inputMode="numeric" defaultValue={rfp.standstillDays} />
          </Field>
        </FieldRow>
      </FormDialog>
    ) : null;
  return (
    <Card>
      <CardHeader title="Introduction" action={edit} />
      <CardBody className="whitespace-pre-wrap text-pretty">
        {rfp.description || <span className="text-ink-3">Not written yet</span>}
      </CardBody>
    </Card>
  );
}
