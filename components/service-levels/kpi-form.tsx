"use client";

import { type ReactNode, useRef, useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button, LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/callout";
import { Field, FieldRow } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { previewKpi } from "@/lib/service-levels/actions";
import type { KpiDefinition } from "@/lib/service-levels/kpi-schema";
import { directionOptions, methodOptions } from "@/lib/service-levels/labels";
import { type FormAction, IDLE } from "@/lib/shared/action-state";
import { DefinitionFields } from "./definition-fields";
import { type Preview, PreviewTable } from "./preview-table";

export type KpiValues = {
  code: string;
  name: string;
  description: string;
  unit: string;
  direction: "higher" | "lower";
  decimals: number | null;
  method: "reported" | "ratio" | "caseLog";
  caseLogId: string | null;
  definition: KpiDefinition | null;
};
type KpiFormProps = {
  action: FormAction;
  fields: Record<string, string | number>;
  contractId: string;
  kpi: KpiValues | null;
  caseLogs: readonly { id: string; name: string; attributes: readonly string[] }[];
  cancelHref: string;
  locale: string;
  /** It is named by its code: what is written anew is this KPI, not another one. */
  hasFixedCode?: boolean;
};

/** What is measured and how; a computed KPI can be tried on the last twelve months before it is saved. */
export function KpiForm({
  action,
  fields,
  contractId,
  kpi,
  caseLogs,
  cancelHref,
  locale,
  hasFixedCode = false,
}: KpiFormProps) {
  const [method, setMethod] = useState<string>(kpi?.method ?? (caseLogs.length > 0 ? "caseLog" : "ratio"));
  const [logId, setLogId] = useState(kpi?.caseLogId ?? caseLogs[0]?.id ?? "");
  const log = caseLogs.find((each) => each.id === logId);
  return (
    <ActionForm action={action}>
      {Object.entries(fields).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <FieldRow columns={3}>
        <Field name="code" label="Code" required>
          <Input defaultValue={kpi?.code ?? ""} readOnly={hasFixedCode} />
        </Field>
        <Field name="name" label="Name" required className="sm:col-span-2">
          <Input defaultValue={kpi?.name ?? ""} />
        </Field>
      </FieldRow>
      <Field name="description" label="In short" help="Shown under the name, such as: share of incidents, critical.">
        <Textarea rows={2} defaultValue={kpi?.description ?? ""} />
      </Field>
      <FieldRow columns={3}>
        <Field name="unit" label="Unit" required help="%, h, min, cases…">
          <Input defaultValue={kpi?.unit ?? "%"} />
        </Field>
        <Field name="direction" label="Better is" required>
          <Select options={directionOptions} defaultValue={kpi?.direction ?? "higher"} />
        </Field>
        <Field name="decimals" label="Decimals" help="The contract rounds to so many before it compares.">
          <Input inputMode="numeric" defaultValue={kpi?.decimals ?? ""} />
        </Field>
      </FieldRow>
      <Field name="method" label="How it is measured" required>
        <Select options={methodOptions} value={method} onChange={(event) => setMethod(event.target.value)} />
      </Field>
      {method === "caseLog" && caseLogs.length === 0 ? (
        <Note tone="warn">This contract has no case log yet. Create one first, on the tab Case log.</Note>
      ) : null}
      {method === "caseLog" && caseLogs.length > 0 ? (
        <>
          <Field name="caseLogId" label="Case log" required>
            <Select
              options={caseLogs.map((each) => ({ value: each.id, label: each.name }))}
              value={logId}
              onChange={(event) => setLogId(event.target.value)}
            />
          </Field>
          <DefinitionFields key={logId} definition={kpi?.definition ?? null} attributes={log?.attributes ?? []} />
          <PreviewPart contractId={contractId} locale={locale} />
        </>
      ) : null}
      <FormButtons>
        <SubmitButton>Save KPI</SubmitButton>
        <LinkButton variant="quiet" href={cancelHref}>
          Cancel
        </LinkButton>
      </FormButtons>
    </ActionForm>
  );
}

/** Runs the definition as it stands in the form, without saving it. */
function PreviewPart({ contractId, locale }: { contractId: string; locale: string }) {
  const button = useRef<HTMLButtonElement>(null);
  const [shown, setShown] = useState<ReactNode>(null);
  const [isRunning, setIsRunning] = useState(false);

  async function preview() {
    const form = button.current?.form;
    if (!form) return;
    setIsRunning(true);
    const wanted = new FormData();
    for (const [name, value] of new FormData(form))
      if (name.startsWith("definition.") || name === "caseLogId") wanted.append(name, value);
    wanted.set("contractId", contractId);
    const state = await previewKpi(IDLE, wanted);
    setIsRunning(false);
    if (state.status === "done") setShown(<PreviewTable preview={state.value as Preview} locale={locale} />);
    else if (state.status === "refused") {
      const messages = Object.values(state.fields ?? {}).flat();
      setShown(<Note tone="bad">{[state.message, ...messages].join(" ")}</Note>);
    }
  }

  return (
    <div className="grid gap-3 rounded-md bg-sunken p-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-ink-2 text-sm">Try the definition on the last twelve months of the log. Nothing is saved.</p>
        <Button ref={button} size="sm" pending={isRunning} onClick={() => void preview()}>
          Preview values
        </Button>
      </div>
      <div role="status" className="empty:hidden">
        {shown}
      </div>
    </div>
  );
}
