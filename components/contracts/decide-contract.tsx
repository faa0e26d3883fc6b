import { Note } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { FormAction } from "@/lib/shared/action-state";

type Props = {
  action: FormAction;
  fields: Record<string, string | number>;
  /** What waits: "This contract is above the approval limit." */
  text: string;
  mayDecide: boolean;
};

/** What waits for an executive, with the decision where the reader may take it. */
export function DecideNote({ action, fields, text, mayDecide }: Props) {
  return (
    <Note
      tone="warn"
      action={
        mayDecide ? (
          <FormDialog
            action={action}
            fields={fields}
            title="Decide"
            description={text}
            submit="Record decision"
            label="Decide"
            size="sm"
            variant="primary"
          >
            <Field name="decision" label="Decision" required>
              <Select
                placeholder="Choose…"
                options={[
                  { value: "approve", label: "Approve" },
                  { value: "reject", label: "Reject" },
                ]}
              />
            </Field>
            <Field name="reason" label="Reason" help="Needed for a rejection.">
              <Textarea rows={3} />
            </Field>
          </FormDialog>
        ) : null
      }
    >
      {text}
    </Note>
  );
}
