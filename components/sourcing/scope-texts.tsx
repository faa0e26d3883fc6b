import { Pencil } from "lucide-react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Textarea } from "@/components/ui/input";
import { saveScope } from "@/lib/sourcing/scope/actions";
import type { ScopeView } from "@/lib/sourcing/scope/schema";

const TEXTS = [
  { name: "inScope", label: "In scope" },
  { name: "outOfScope", label: "Out of scope" },
  { name: "retainedResponsibilities", label: "Retained by the client" },
] as const;

/** What is handed over, what is not, and what stays. */
export function ScopeTexts({ scope, mayWrite }: { scope: ScopeView; mayWrite: boolean }) {
  const edit = mayWrite ? (
    <FormDialog
      action={saveScope}
      fields={{ id: scope.id, version: scope.version }}
      title="Edit the scope"
      submit="Save scope"
      label="Edit"
      size="sm"
      icon={<Pencil aria-hidden />}
      width="lg"
      draftKey={`scope:${scope.id}`}
    >
      {TEXTS.map(({ name, label }) => (
        <Field key={name} name={name} label={label} help="One activity per line.">
          <Textarea rows={5} defaultValue={scope[name]} />
        </Field>
      ))}
    </FormDialog>
  ) : null;
  return (
    <Card>
      <CardHeader title="Scope" action={edit} />
      <CardBody className="grid gap-5 md:grid-cols-3">
        {TEXTS.map(({ name, label }) => (
          <div key={name} className="min-w-0">
            <h3 className="mb-1 font-medium text-ink-3 text-sm">{label}</h3>
            <p className="whitespace-pre-wrap text-pretty">
              {scope[name] || <span className="text-ink-3">Not written yet</span>}
            </p>
          </div>
        ))}
      </CardBody>
    </Card>
  );
}
