import { Field, FieldRow } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ContactView } from "@/lib/vendors/schema";

export function ContactFields({ contact }: { contact?: ContactView }) {
  return (
    <>
      <FieldRow>
        <Field name="name" label="Name" required>
          <Input defaultValue={contact?.name} autoComplete="off" />
        </Field>
        <Field name="position" label="Position">
          <Input defaultValue={contact?.position} />
        </Field>
      </FieldRow>
      <FieldRow>
        <Field name="email" label="E-mail" required>
          <Input type="email" defaultValue={contact?.email} autoComplete="off" readOnly={contact?.hasAccount} />
        </Field>
        <Field name="phone" label="Phone">
          <Input type="tel" defaultValue={contact?.phone} autoComplete="off" />
        </Field>
      </FieldRow>
    </>
  );
}
