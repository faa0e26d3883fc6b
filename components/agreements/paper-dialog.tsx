import { Check } from "lucide-react";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { DateInput, Input } from "@/components/ui/input";
import type { FormAction } from "@/lib/shared/action-state";

type Props = { action: FormAction; id: string; sha256: string; today: string; title: string; label: string };

/** What a vendor without the portal signed on paper: the text of this page. */
export function PaperDialog({ action, id, sha256, today, title, label }: Props) {
  return (
    <FormDialog
      action={action}
      fields={{ id, sha256 }}
      title={title}
      description="The paper says what this page says. Store it among the documents too."
      submit="Record signature"
      label={label}
      icon={<Check aria-hidden />}
    >
      <Field name="name" label="Who signed for the vendor" required>
        <Input />
      </Field>
      <Field name="signedOn" label="On" required>
        <DateInput defaultValue={today} max={today} />
      </Field>
    </FormDialog>
  );
}
