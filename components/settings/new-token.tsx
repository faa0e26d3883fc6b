"use client";

import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choice";
import { CopyButton } from "@/components/ui/copy-button";
import { Field, FieldRow } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { createTokenForm } from "@/lib/access/settings-actions";

type Scope = { value: string; subject: string; verb: string };

const DAYS = [
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "One year" },
];

/** Makes a token and shows it this one time. */
export function NewToken({ scopes }: { scopes: readonly Scope[] }) {
  const [token, setToken] = useState<string | null>(null);
  return (
    <Card>
      <CardHeader title="New token" />
      <CardBody>
        {token ? (
          <TokenOnce token={token} onSeen={() => setToken(null)} />
        ) : (
          <ActionForm
            action={createTokenForm}
            onDone={(state) => setToken(typeof state.value === "string" ? state.value : null)}
            label="New token"
          >
            <FieldRow>
              <Field name="name" label="Name" required help="What will use it.">
                <Input autoComplete="off" />
              </Field>
              <Field name="days" label="Expires after" required>
                <Select defaultValue="90" options={DAYS} />
              </Field>
            </FieldRow>
            <Field name="scopes" label="Only these rights" group help="None chosen: everything that you may do.">
              <ScopeBoxes scopes={scopes} />
            </Field>
            <FormButtons>
              <SubmitButton>Make the token</SubmitButton>
            </FormButtons>
          </ActionForm>
        )}
      </CardBody>
    </Card>
  );
}

function ScopeBoxes({ scopes }: { scopes: readonly Scope[] }) {
  return (
    <details className="rounded-md border border-line px-3 py-2">
      <summary className="min-h-6 cursor-pointer font-medium text-sm">Choose rights</summary>
      <div className="grid gap-1 pt-2 sm:grid-cols-2 lg:grid-cols-3">
        {scopes.map((scope) => (
          <Checkbox key={scope.value} name="scopes[]" value={scope.value} label={`${scope.subject}: ${scope.verb}`} />
        ))}
      </div>
    </details>
  );
}

function TokenOnce({ token, onSeen }: { token: string; onSeen: () => void }) {
  return (
    <div className="grid gap-3" role="status">
      <p>Copy the token now. It is not stored and cannot be shown again.</p>
      <div className="flex flex-wrap items-center gap-2">
        <code className="select-all break-all rounded bg-sunken px-2 py-1 font-mono text-sm">{token}</code>
        <CopyButton text={token} />
      </div>
      <div>
        <Button onClick={onSeen}>I have copied it</Button>
      </div>
    </div>
  );
}
