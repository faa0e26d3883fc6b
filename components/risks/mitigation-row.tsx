import { Check, CircleDashed, ClockAlert, Trash2 } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { CardRow } from "@/components/ui/card";
import type { Option } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { deleteMitigation, saveMitigation } from "@/lib/risks/actions";
import type { RiskRecord } from "@/lib/risks/queries";
import { formatDate, type Reader } from "@/lib/shared/format";
import { MitigationFields } from "./mitigation-fields";

type Mitigation = RiskRecord["mitigations"][number];
type MitigationRowProps = {
  mitigation: Mitigation;
  owners: readonly Option[];
  canWrite: boolean;
  today: string;
  reader: Reader;
};

/** One mitigation with its date; opens in place to be changed. */
export function MitigationRow({ mitigation, owners, canWrite, today, reader }: MitigationRowProps) {
  const isOverdue = !mitigation.doneOn && mitigation.dueDate !== null && mitigation.dueDate < today;
  const icon = mitigation.doneOn ? (
    <Check aria-hidden className="text-good" />
  ) : isOverdue ? (
    <ClockAlert aria-hidden className="text-bad" />
  ) : (
    <CircleDashed aria-hidden />
  );
  const when = mitigation.doneOn
    ? `done ${formatDate(mitigation.doneOn, reader)}`
    : mitigation.dueDate
      ? `${isOverdue ? "overdue since" : "due"} ${formatDate(mitigation.dueDate, reader)}`
      : "no date yet";
  return (
    <CardRow icon={icon} sub={[when, mitigation.owner].filter(Boolean).join(" · ")}>
      {mitigation.description}
      {canWrite ? (
        <details className="mt-1">
          <summary className="inline-flex min-h-6 items-center rounded text-ink-2 text-sm underline decoration-line-strong underline-offset-3 hover:text-ink">
            Change
          </summary>
          <div className="mt-2 grid gap-3">
            <ActionForm action={saveMitigation} label="Change the mitigation">
              <input type="hidden" name="id" value={mitigation.id} />
              <input type="hidden" name="version" value={mitigation.version} />
              <MitigationFields mitigation={mitigation} owners={owners} />
              <div>
                <SubmitButton variant="secondary">Save mitigation</SubmitButton>
              </div>
            </ActionForm>
            <div>
              <ActionButton
                action={deleteMitigation}
                fields={{ id: mitigation.id, version: mitigation.version }}
                variant="danger"
                size="sm"
                icon={<Trash2 aria-hidden />}
                confirm={{
                  title: "Remove this mitigation?",
                  body: <p>It stays in the audit log, and nowhere else.</p>,
                }}
              >
                Remove
              </ActionButton>
            </div>
          </div>
        </details>
      ) : null}
    </CardRow>
  );
}
