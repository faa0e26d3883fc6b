"use client";

import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Badge } from "@/components/ui/status";
import type { Asked } from "@/lib/sourcing/bids/asked";
import { answerKey } from "./draft-values";

type Question = Asked["questions"][number];
type FieldProps = { value: string; theirs?: string; onChange: (value: string) => void; onDismiss: () => void };

/** What somebody else of the company wrote into the same field meanwhile. */
export function Theirs({ theirs, onChange, onDismiss }: Omit<FieldProps, "value">) {
  if (theirs === undefined) return null;
  return (
    <div className="grid gap-2 rounded-md bg-warn-soft px-3 py-2 text-sm" role="status">
      <p>
        Somebody of your company wrote here meanwhile: <q className="whitespace-pre-line">{theirs}</q>
      </p>
      <div className="flex gap-2">
        <Button
          size="sm"
          onClick={() => {
            onChange(theirs);
            onDismiss();
          }}
        >
          Take theirs
        </Button>
        <Button size="sm" variant="quiet" onClick={onDismiss}>
          Keep mine
        </Button>
      </div>
    </div>
  );
}

const YES_NO = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];

function Control({ question, value, onChange }: { question: Question } & Pick<FieldProps, "value" | "onChange">) {
  if (question.kind === "yesNo" || question.kind === "choice") {
    const options = question.kind === "yesNo" ? YES_NO : question.choices.map((text) => ({ value: text, label: text }));
    return <RadioGroup options={options} value={value} onValueChange={onChange} layout="row" />;
  }
  if (question.kind === "number") {
    return <Input inputMode="decimal" value={value} onChange={(event) => onChange(event.target.value)} />;
  }
  return <Textarea rows={3} value={value} onChange={(event) => onChange(event.target.value)} />;
}

export function BidQuestion({ question, ...field }: { question: Question } & FieldProps) {
  const isGroup = question.kind === "yesNo" || question.kind === "choice";
  return (
    <div id={question.id} className="grid scroll-mt-4 gap-2">
      <Field
        name={answerKey(question.id)}
        label={
          <>
            {question.text}{" "}
            {question.requirement?.priority === "mandatory" ? <Badge tone="warn">Must be met</Badge> : null}
            {question.criterionId ? <Badge tone="accent">Scored</Badge> : null}
          </>
        }
        required={question.isMandatory}
        group={isGroup}
        {...(question.requirement ? { help: `${question.requirement.code} ${question.requirement.title}` } : {})}
      >
        <Control question={question} value={field.value} onChange={field.onChange} />
      </Field>
      <Theirs {...field} />
    </div>
  );
}
