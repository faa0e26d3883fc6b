import { Check, CopyPlus, Pencil, Send, Settings2, X } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { LinkButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { decideOnCase, reviseBusinessCase, submitBusinessCase, takeBackCase } from "@/lib/business-cases/actions";
import type { CaseRecord } from "@/lib/business-cases/queries";

type CaseActionsProps = { record: CaseRecord; canWrite: boolean; canDecide: boolean; here: string };

/** What can be done with a revision in its state: edit and submit, decide, or make a new one. */
export function CaseActions({ record, canWrite, canDecide, here }: CaseActionsProps) {
  const fields = { id: record.id, version: record.version };
  return (
    <div className="print-hidden flex flex-wrap gap-2">
      {record.state === "draft" && canWrite ? (
        <>
          <LinkButton href={`${here}/settings`} variant="quiet" icon={<Settings2 aria-hidden />}>
            Settings
          </LinkButton>
          <LinkButton href={`${here}/figures`} icon={<Pencil aria-hidden />}>
            Edit figures
          </LinkButton>
          {record.chosenOptionId ? (
            <ActionButton
              action={submitBusinessCase}
              fields={fields}
              variant="primary"
              icon={<Send aria-hidden />}
              confirm={{
                title: "Ask for the approval?",
                body: <p>The figures are frozen and go to an executive who did not prepare them.</p>,
                label: "Ask for the approval",
              }}
            >
              Submit for approval
            </ActionButton>
          ) : null}
        </>
      ) : null}
      {record.state === "submitted" && canWrite ? (
        <ActionButton action={takeBackCase} fields={fields} variant="quiet">
          Take back
        </ActionButton>
      ) : null}
      {record.state === "submitted" && canDecide ? (
        <>
          <ActionButton
            action={decideOnCase}
            fields={{ ...fields, isApproved: "false" }}
            variant="danger"
            icon={<X aria-hidden />}
            confirm={{
              title: "Reject this business case?",
              body: (
                <Field name="reason" label="Why?" required>
                  <Textarea rows={3} />
                </Field>
              ),
              label: "Reject the business case",
            }}
          >
            Reject
          </ActionButton>
          <ActionButton
            action={decideOnCase}
            fields={{ ...fields, isApproved: "true" }}
            variant="primary"
            icon={<Check aria-hidden />}
            confirm={{
              title: "Approve this business case?",
              body: (
                <>
                  <p>It is what results are measured against from now on. It cannot be changed any more.</p>
                  <Field name="reason" label="Remark">
                    <Textarea rows={2} />
                  </Field>
                </>
              ),
              label: "Approve the business case",
            }}
          >
            Approve
          </ActionButton>
        </>
      ) : null}
      {["approved", "rejected", "superseded"].includes(record.state) && canWrite ? (
        <ActionButton action={reviseBusinessCase} fields={fields} icon={<CopyPlus aria-hidden />}>
          New revision
        </ActionButton>
      ) : null}
    </div>
  );
}
