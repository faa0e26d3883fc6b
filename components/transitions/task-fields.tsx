"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Field, FieldRow, FieldSet } from "@/components/ui/field";
import { DateInput, DecimalInput, Input } from "@/components/ui/input";
import { type Option, Select } from "@/components/ui/select";
import { WORKSTREAM_OPTIONS, type Workstream } from "@/lib/transitions/labels";

type Task = {
  workstream: Workstream;
  name: string;
  plannedStart: string;
  plannedEnd: string;
  actualStart: string | null;
  actualEnd: string | null;
  progress: number;
  isMilestone: boolean;
  clientOwnerId: string | null;
  vendorOwner: string;
  predecessors: { id: string; lagDays: number }[];
};

type Props = { task?: Task; people: readonly Option[]; others: readonly Option[]; plannedStart: string };

export function TaskFields({ task, people, others, plannedStart }: Props) {
  return (
    <>
      <FieldRow columns={2}>
        <Field name="name" label="Task" required>
          <Input defaultValue={task?.name} />
        </Field>
        <Field name="workstream" label="Workstream" required>
          <Select options={WORKSTREAM_OPTIONS} placeholder="Choose…" defaultValue={task?.workstream ?? ""} />
        </Field>
        <Field name="plannedStart" label="Planned start" required>
          <DateInput defaultValue={task?.plannedStart ?? plannedStart} />
        </Field>
        <Field name="plannedEnd" label="Planned end" required>
          <DateInput defaultValue={task?.plannedEnd ?? plannedStart} />
        </Field>
        <Field name="clientOwnerId" label="Our owner">
          <Select options={people} placeholder="Nobody yet" defaultValue={task?.clientOwnerId ?? ""} />
        </Field>
        <Field name="vendorOwner" label="Vendor's owner" help="A name on the vendor's side.">
          <Input defaultValue={task?.vendorOwner} />
        </Field>
      </FieldRow>
      <input type="hidden" name="isMilestone" value="false" />
      <Checkbox
        name="isMilestone"
        value="true"
        label="A milestone"
        help="It takes no time and stands on its planned end."
        defaultChecked={task?.isMilestone}
      />
      <FieldSet legend="What happened">
        <FieldRow columns={3}>
          <Field name="actualStart" label="Began">
            <DateInput defaultValue={task?.actualStart ?? undefined} />
          </Field>
          <Field name="actualEnd" label="Ended">
            <DateInput defaultValue={task?.actualEnd ?? undefined} />
          </Field>
          <Field name="progress" label="Progress" required>
            <DecimalInput unit="%" inputMode="numeric" defaultValue={String(task?.progress ?? 0)} />
          </Field>
        </FieldRow>
      </FieldSet>
      <Predecessors predecessors={task?.predecessors ?? []} others={others} />
    </>
  );
}

type Row = { key: number; id: string; lagDays: number };

function Predecessors({ predecessors, others }: { predecessors: Task["predecessors"]; others: readonly Option[] }) {
  const [rows, setRows] = useState<Row[]>(() => predecessors.map((each, key) => ({ key, ...each })));
  const add = () =>
    setRows((now) => [...now, { key: Math.max(-1, ...now.map(({ key }) => key)) + 1, id: "", lagDays: 0 }]);
  return (
    <FieldSet legend="Waits for" help="It begins when these have ended, plus the days between.">
      {rows.map(({ key, id, lagDays }, index) => (
        <div key={key} className="flex items-start gap-2">
          <Field name={`predecessors.${index}.id`} label="Task" required className="flex-1">
            <Select options={others} placeholder="Choose…" defaultValue={id} />
          </Field>
          <Field name={`predecessors.${index}.lagDays`} label="Days between" required className="w-32">
            <DecimalInput unit="days" inputMode="numeric" defaultValue={String(lagDays)} />
          </Field>
          <Button
            variant="quiet"
            size="icon"
            className="mt-6"
            icon={<X aria-hidden />}
            aria-label={`Remove dependency ${index + 1}`}
            onClick={() => setRows((now) => now.filter((each) => each.key !== key))}
          />
        </div>
      ))}
      <div>
        <Button size="sm" icon={<Plus aria-hidden />} onClick={add} disabled={others.length === 0}>
          Add dependency
        </Button>
      </div>
    </FieldSet>
  );
}
