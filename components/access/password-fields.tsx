import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SHORTEST_PASSWORD } from "@/lib/access/rules/password";

export function PasswordField({ label = "Password", name = "password" }: { label?: string; name?: string }) {
  return (
    <Field name={name} label={label} required>
      <Input type="password" autoComplete="current-password" />
    </Field>
  );
}

export function NewPasswordField({ label = "New password" }: { label?: string }) {
  return (
    <Field
      name="password"
      label={label}
      required
      help={`At least ${SHORTEST_PASSWORD} characters. A few unrelated words are easy to keep and hard to guess.`}
    >
      <Input type="password" autoComplete="new-password" />
    </Field>
  );
}
