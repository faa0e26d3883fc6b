import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/shared/action-state";

type Props = {
  title: string;
  /** What the name means, in a sentence. */
  text: string;
  action: FormAction;
  id: string;
  sha256: string;
  submit: string;
  children?: ReactNode;
};

/** A typed name under the text of this page, whose hash goes with it. */
export function SignCard({ title, text, action, id, sha256, submit, children }: Props) {
  return (
    <Card>
      <CardHeader title={title} />
      <CardBody>
        <ActionForm action={action}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="sha256" value={sha256} />
          <p className="text-ink-2 text-sm">{text}</p>
          <Field name="name" label="Your full name" required>
            <Input autoComplete="name" />
          </Field>
          <div className="flex flex-wrap items-center gap-2">
            <SubmitButton>{submit}</SubmitButton>
            {children}
          </div>
        </ActionForm>
      </CardBody>
    </Card>
  );
}
