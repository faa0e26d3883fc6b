"use client";

import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Note } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { sendResetLink } from "@/lib/access/sign-in-actions";

/** Asks for a reset link and then says where to look for it. */
export function SentForm({ hasMailServer }: { hasMailServer: boolean }) {
  const [answer, setAnswer] = useState<string | null>(null);
  if (answer) {
    return (
      <div role="status">
        <Note tone="good">
          {answer}
          {hasMailServer
            ? null
            : " This Steward has no mail server: your administrator finds it under Settings → Outbox."}
        </Note>
      </div>
    );
  }
  return (
    <ActionForm
      action={sendResetLink}
      onDone={(state) => setAnswer(typeof state.value === "string" ? state.value : null)}
      label="Send a link"
    >
      <Field name="email" label="E-mail address" required>
        <Input type="email" autoComplete="username" />
      </Field>
      <div>
        <SubmitButton>Send the link</SubmitButton>
      </div>
    </ActionForm>
  );
}
