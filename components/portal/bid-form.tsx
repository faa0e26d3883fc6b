"use client";

import { Send } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { RecordLayout } from "@/components/ui/page-layout";
import { Progress } from "@/components/ui/progress";
import type { Reader } from "@/lib/shared/format";
import { submitBidAction } from "@/lib/sourcing/bids/actions";
import type { Asked } from "@/lib/sourcing/bids/asked";
import type { DraftContent } from "@/lib/sourcing/bids/schema";
import { checkCompleteness } from "@/lib/sourcing/rules/bid-completeness";
import { BidQuestion, Theirs } from "./bid-question";
import { answerKey, type DraftValues, priceKey, toValues } from "./draft-values";
import { PriceSheet } from "./price-sheet";
import { type SaveState, useBidDraft } from "./use-bid-draft";

type BidFormProps = {
  id: string;
  version: number;
  owner: string;
  content: DraftContent;
  asked: Asked;
  currency: string;
  termMonths: number;
  reader: Reader;
};

const SAVE_WORDS = { saved: "All changes saved, sealed", waiting: "Not saved yet", saving: "Saving…" } as const;

function SaveLine({ state }: { state: SaveState }) {
  const isFailed = state.kind === "failed";
  return (
    <p role="status" className={isFailed ? "text-bad text-sm" : "text-ink-2 text-sm"}>
      {isFailed ? state.message : SAVE_WORDS[state.kind]}
    </p>
  );
}

function sectionsOf(asked: Asked): [string, Asked["questions"]][] {
  const sections = new Map<string, Asked["questions"]>();
  for (const question of asked.questions) {
    sections.set(question.section, [...(sections.get(question.section) ?? []), question]);
  }
  return [...sections];
}

function draftOf(asked: Asked, values: DraftValues) {
  return {
    answers: new Map(asked.questions.map(({ id }) => [id, values[answerKey(id)] ?? ""])),
    prices: new Map(asked.prices.map(({ id }) => [id, values[priceKey(id)] ?? ""])),
  };
}

/** The bid for one lot, saved as it is typed. Two envelopes on one page: answers and prices. */
export function BidForm({ id, version: given, owner, content, asked, currency, termMonths, reader }: BidFormProps) {
  const draft = useBidDraft({ id, version: given, owner, initial: toValues(content) });
  const { values, theirs, state, version, set, dismiss } = draft;
  const { percent, problems } = checkCompleteness(asked, draftOf(asked, values));
  const names = new Map([
    ...asked.questions.map(({ id: key, text }) => [key, text] as const),
    ...asked.prices.map(({ id: key, name }) => [key, `Price of ${name}`] as const),
  ]);
  const textField = (name: "exceptions" | "valueAdded") => ({
    value: values[name] ?? "",
    theirs: theirs[name],
    onChange: (value: string) => set(name, value),
    onDismiss: () => dismiss(name),
  });
  return (
    <RecordLayout
      side={
        <Card>
          <CardHeader title="Completeness" action={<span className="tabular">{percent} %</span>} />
          <CardBody className="grid gap-3">
            <Progress value={percent} max={100} label="Filled in" tone={problems.length === 0 ? "good" : "accent"} />
            <SaveLine state={state} />
            {problems.length === 0 ? (
              <p className="text-ink-2">Everything that is needed is there.</p>
            ) : (
              <div className="grid gap-1.5">
                <p>{problems.length === 1 ? "1 entry needs a look:" : `${problems.length} entries need a look:`}</p>
                <ul className="grid max-h-80 gap-1.5 overflow-y-auto text-sm">
                  {problems.map((problem) => (
                    <li key={problem.id}>
                      <a href={`#${problem.id}`} className="text-accent underline underline-offset-3">
                        {names.get(problem.id)}
                      </a>
                      <span className="block text-ink-3 text-xs">{problem.message}</span>
                    </li>
                  ))}
                </ul>
              </div>
            )}
            <ActionButton
              action={submitBidAction}
              fields={{ id, version }}
              variant="primary"
              icon={<Send aria-hidden />}
              disabled={problems.length > 0 || state.kind !== "saved"}
              confirm={{
                title: "Submit this bid?",
                body: (
                  <p>
                    You get a receipt with the time and a fingerprint of the content. Until the deadline you can
                    withdraw the bid, change it and submit it again. Nobody at the client can read it before the
                    opening.
                  </p>
                ),
                label: "Submit the bid",
              }}
            >
              Submit the bid
            </ActionButton>
          </CardBody>
        </Card>
      }
    >
      {sectionsOf(asked).map(([section, questions]) => (
        <Card key={section}>
          <CardHeader title={section} sub="Technical envelope" />
          <CardBody className="grid gap-5">
            {questions.map((question) => {
              const key = answerKey(question.id);
              return (
                <BidQuestion
                  key={question.id}
                  question={question}
                  value={values[key] ?? ""}
                  theirs={theirs[key]}
                  onChange={(value) => set(key, value)}
                  onDismiss={() => dismiss(key)}
                />
              );
            })}
          </CardBody>
        </Card>
      ))}
      <Card>
        <CardHeader title="Terms and offers" sub="Technical envelope. Do not name prices here." />
        <CardBody className="grid gap-4">
          <Field
            name="exceptions"
            label="Exceptions to the terms"
            help="Each clause that you cannot accept, and what you propose."
          >
            <Textarea
              rows={3}
              value={values.exceptions ?? ""}
              onChange={(event) => set("exceptions", event.target.value)}
            />
          </Field>
          <Theirs {...textField("exceptions")} />
          <Field name="valueAdded" label="Value added" help="What you offer beyond what was asked for.">
            <Textarea
              rows={3}
              value={values.valueAdded ?? ""}
              onChange={(event) => set("valueAdded", event.target.value)}
            />
          </Field>
          <Theirs {...textField("valueAdded")} />
        </CardBody>
      </Card>
      <Card>
        <CardHeader title="Price sheet" sub="Price envelope: opened only after the technical scores are locked." />
        <PriceSheet
          items={asked.prices}
          values={values}
          theirs={theirs}
          set={set}
          dismiss={dismiss}
          currency={currency}
          termMonths={termMonths}
          reader={reader}
        />
      </Card>
    </RecordLayout>
  );
}
