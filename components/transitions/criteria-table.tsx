import { Gavel, ListChecks, Trash2 } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { Dash } from "@/components/ui/dash";
import { DataTable } from "@/components/ui/data-table";
import { InstantText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Status } from "@/components/ui/status";
import type { Reader } from "@/lib/shared/format";
import { deleteCriterion, judge } from "@/lib/transitions/actions";
import { CRITERION_STATE } from "@/lib/transitions/labels";
import type { CriterionRecord } from "@/lib/transitions/queries";

type Props = { criteria: readonly CriterionRecord[]; reader: Reader; mayWrite: boolean };

export function CriteriaTable({ criteria, reader, mayWrite }: Props) {
  return (
    <DataTable
      caption="Go/no-go criteria"
      rows={criteria}
      rowKey={(criterion) => criterion.id}
      empty={
        <EmptyState icon={<ListChecks aria-hidden />} title="No criterion yet">
          Without criteria there is nothing to decide by.
        </EmptyState>
      }
      columns={[
        { key: "name", header: "Criterion", cell: (each) => each.name },
        {
          key: "state",
          header: "State",
          cell: (each) => <Status tone={CRITERION_STATE[each.state].tone}>{CRITERION_STATE[each.state].label}</Status>,
        },
        {
          key: "evidence",
          header: "Evidence or reason",
          cell: (each) =>
            each.waiverReason || each.evidence ? (
              <span className="text-pretty">{[each.waiverReason, each.evidence].filter(Boolean).join(" · ")}</span>
            ) : (
              <Dash />
            ),
        },
        {
          key: "by",
          header: "Judged",
          cell: (each) =>
            each.decidedByName ? (
              <>
                {each.decidedByName}
                <span className="block text-ink-3 text-xs">
                  <InstantText instant={each.decidedAt} reader={reader} />
                </span>
              </>
            ) : (
              <Dash />
            ),
        },
        {
          key: "actions",
          header: <span className="sr-only">Actions</span>,
          align: "right",
          cell: (each) => (mayWrite ? <CriterionButtons criterion={each} /> : null),
        },
      ]}
    />
  );
}

function CriterionButtons({ criterion }: { criterion: CriterionRecord }) {
  const fields = { id: criterion.id, version: criterion.version };
  return (
    <span className="inline-flex items-start gap-1">
      <FormDialog
        action={judge}
        fields={fields}
        title={criterion.name}
        submit="Save judgement"
        label="Judge"
        size="sm"
        icon={<Gavel aria-hidden />}
        aria-label={`Judge ${criterion.name}`}
      >
        <Field name="state" label="It is" required>
          <Select
            defaultValue={criterion.state}
            options={(["open", "met", "waived"] as const).map((value) => ({
              value,
              label: CRITERION_STATE[value].label,
            }))}
          />
        </Field>
        <Field name="evidence" label="Evidence" help="What shows that it is met.">
          <Textarea rows={2} defaultValue={criterion.evidence} />
        </Field>
        <Field
          name="waiverReason"
          label="Reason of a waiver"
          help="Needed if it is waived. Who waives does not decide on go-live."
        >
          <Textarea rows={2} defaultValue={criterion.waiverReason ?? ""} />
        </Field>
      </FormDialog>
      <ActionButton
        action={deleteCriterion}
        fields={fields}
        variant="quiet"
        size="icon"
        icon={<Trash2 aria-hidden />}
        aria-label={`Remove ${criterion.name}`}
        confirm={{ title: "Remove this criterion?", body: <p>{criterion.name}</p>, label: "Remove criterion" }}
      >
        {null}
      </ActionButton>
    </span>
  );
}
