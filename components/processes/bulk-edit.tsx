"use client";

import { Pencil } from "lucide-react";
import { useEffect, useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { changeMany } from "@/lib/processes/actions";
import { categoryLabels } from "@/lib/processes/labels";
import { toOptions } from "@/lib/shared/options";

const PICK = "process-pick";

function readPicked(): string[] {
  return [...document.querySelectorAll<HTMLInputElement>(`input[name="${PICK}"]:checked`)].map((box) => box.value);
}

/** The box at the end of a row. */
export function PickBox({ id, name }: { id: string; name: string }) {
  return (
    <label className="relative z-1 grid size-6 place-items-center">
      <input type="checkbox" name={PICK} value={id} aria-label={`Choose ${name}`} className="size-4 accent-accent" />
    </label>
  );
}

/** Appears when rows are chosen: sets owner, category or unit of all of them at once, or compares them. */
export function BulkEdit({ owners }: { owners: readonly { id: string; name: string }[] }) {
  const [ids, setIds] = useState<string[]>([]);
  const [isOpen, setIsOpen] = useState(false);

  useEffect(() => {
    const follow = (event: Event) => {
      if (event.target instanceof HTMLInputElement && event.target.name === PICK) setIds(readPicked());
    };
    setIds(readPicked());
    document.addEventListener("change", follow);
    return () => document.removeEventListener("change", follow);
  }, []);

  function finish() {
    setIsOpen(false);
    for (const box of document.querySelectorAll<HTMLInputElement>(`input[name="${PICK}"]`)) box.checked = false;
    setIds([]);
  }

  if (ids.length === 0) return null;
  const what = ids.length === 1 ? "1 process" : `${ids.length} processes`;
  return (
    <>
      <a
        href={`/processes/compare?ids=${ids.slice(0, 12).join(",")}`}
        className="inline-flex h-8 items-center rounded-md px-2.5 font-medium text-ink-2 hover:bg-sunken hover:text-ink"
      >
        Compare {what}
      </a>
      <Button icon={<Pencil aria-hidden />} onClick={() => setIsOpen(true)}>
        Change {what}
      </Button>
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title={`Change ${what}`}>
        <ActionForm action={changeMany} onDone={finish} refusedTitle="Not changed">
          {ids.map((id) => (
            <input key={id} type="hidden" name="ids[]" value={id} />
          ))}
          <p className="text-ink-2">What is left empty stays as it is in each of them.</p>
          <Field name="ownerId" label="Owner">
            <Select
              options={owners.map((owner) => ({ value: owner.id, label: owner.name }))}
              placeholder="Leave as it is"
            />
          </Field>
          <Field name="category" label="Category">
            <Select options={toOptions(categoryLabels)} placeholder="Leave as it is" />
          </Field>
          <Field name="businessUnit" label="Business unit">
            <Input maxLength={120} />
          </Field>
          <div className="flex justify-end gap-2">
            <Button onClick={() => setIsOpen(false)}>Cancel</Button>
            <SubmitButton>Change {what}</SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
    </>
  );
}
