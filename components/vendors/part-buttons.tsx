import { Pencil, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { ActionButton } from "@/components/ui/action-button";
import { FormDialog } from "@/components/ui/form-dialog";
import type { FormAction } from "@/lib/shared/action-state";

type PartButtonsProps = {
  part: { id: string; version: number };
  /** What it is called, for the names of the buttons: "Kraków". */
  name: string;
  /** What it is: "location". */
  noun: string;
  save: FormAction;
  remove: FormAction;
  effect?: ReactNode;
  children: ReactNode;
};

/** Edit and remove, at the end of a row. */
export function PartButtons({ part, name, noun, save, remove, effect, children }: PartButtonsProps) {
  const fields = { id: part.id, version: part.version };
  return (
    <span className="inline-flex items-start gap-1">
      <FormDialog
        action={save}
        fields={fields}
        title={`Edit ${noun}`}
        submit={`Save ${noun}`}
        variant="quiet"
        size="icon"
        icon={<Pencil aria-hidden />}
        aria-label={`Edit ${name}`}
      >
        {children}
      </FormDialog>
      <ActionButton
        action={remove}
        fields={fields}
        variant="quiet"
        size="icon"
        icon={<Trash2 aria-hidden />}
        aria-label={`Remove ${name}`}
        confirm={{
          title: `Remove ${name}?`,
          label: `Remove ${noun}`,
          body: <p>{effect ?? `This ${noun} is taken off the record. The audit log keeps it.`}</p>,
        }}
      >
        {null}
      </ActionButton>
    </span>
  );
}
