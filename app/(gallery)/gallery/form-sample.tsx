"use client";

import { Trash2 } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Checkbox, RadioGroup } from "@/components/ui/choice";
import { Field, FieldRow } from "@/components/ui/field";
import { DateInput, DecimalInput, FileInput, Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import type { ActionState } from "@/lib/shared/action-state";

/** Answers in each of the ways an action can, without a server: which one is chosen in the form. */
async function answer(_: ActionState, form: FormData): Promise<ActionState> {
  await new Promise((resolve) => setTimeout(resolve, 300));
  if (form.get("answer") === "conflict" && form.get("version") !== "8") {
    return {
      status: "refused",
      message: "Choose what to keep.",
      conflict: {
        by: "Tomas Okoro",
        at: "2026-11-04T08:12:00Z",
        current: { title: "Payroll, six countries", unit: "finance", version: "8" },
      },
    };
  }
  if (String(form.get("title")).length < 3) {
    return {
      status: "refused",
      message: "Two things are missing.",
      fields: { title: ["Give it at least three letters."], scale: ["Choose one."] },
    };
  }
  return { status: "done", message: `Saved with “${form.get("then")}”` };
}

async function refuse(): Promise<ActionState> {
  return { status: "refused", message: "October is locked. Restate it instead." };
}

export function FormSample() {
  return (
    <ActionForm action={answer} draftKey="gallery" label="Sample form">
      <input type="hidden" name="version" value="7" />
      <Field name="title" label="Title" required help="As people call it.">
        <Input defaultValue="" />
      </Field>
      <FieldRow columns={3}>
        <Field name="unit" label="Unit" required>
          <Select
            placeholder="Choose…"
            options={[
              { value: "finance", label: "Finance" },
              { value: "people", label: "People" },
            ]}
          />
        </Field>
        <Field name="amount" label="Cost a year" required>
          <DecimalInput unit="EUR" defaultValue="84000.00" />
        </Field>
        <Field name="due" label="Due">
          <DateInput />
        </Field>
      </FieldRow>
      <Field name="scale" label="How well is it documented?" group required>
        <RadioGroup layout="row" options={["1", "2", "3", "4", "5"].map((value) => ({ value, label: value }))} />
      </Field>
      <Field name="note" label="Note">
        <Textarea rows={2} />
      </Field>
      <Field name="file" label="Evidence">
        <FileInput hint="PDF or CSV, at most 10 MB" />
      </Field>
      <Field name="answer" label="What the action answers" required>
        <Select
          options={[
            { value: "done", label: "Done" },
            { value: "conflict", label: "Conflict" },
          ]}
        />
      </Field>
      <Checkbox name="core" label="A core process" help="Stays in the house." />
      <FormButtons>
        <SubmitButton name="then" value="save">
          Save process
        </SubmitButton>
        <SubmitButton variant="secondary" name="then" value="another">
          Save and add another
        </SubmitButton>
        <Button variant="quiet">Cancel</Button>
      </FormButtons>
    </ActionForm>
  );
}

export function ButtonSample() {
  return (
    <div className="flex flex-wrap items-start gap-2">
      <ActionButton
        action={refuse}
        fields={{ id: "1", version: 3 }}
        variant="danger"
        icon={<Trash2 aria-hidden />}
        confirm={{
          title: "Cancel this RFP?",
          body: <p>Four vendors get a message. Their drafts are closed and cannot be reopened.</p>,
          label: "Cancel the RFP",
        }}
      >
        Cancel RFP
      </ActionButton>
      <ActionButton action={refuse}>Lock October</ActionButton>
    </div>
  );
}
