import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Badge } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import type { Lot, QuestionAnswers } from "@/lib/sourcing/evaluation/queries";

type Bid = Lot["bids"][number];
type Row = { id: string; title: React.ReactNode; answerOf: (bid: Bid) => React.ReactNode };

function sectionsOf(questions: QuestionAnswers[]): { name: string; questions: QuestionAnswers[] }[] {
  const names = [...new Set(questions.map((question) => question.section))];
  return names.map((name) => ({ name, questions: questions.filter((question) => question.section === name) }));
}

function answerOf(question: QuestionAnswers, bid: Bid) {
  const found = question.bidAnswers.find((each) => each.bidId === bid.id);
  return (
    <>
      <span className="whitespace-pre-line">{found?.answer || <span className="text-ink-3">Not answered</span>}</span>
      {found?.isMet === false ? (
        <span className="mt-1 block">
          <Badge tone="bad">Not met</Badge>
        </span>
      ) : null}
    </>
  );
}

/** One row per question and one column per bidder; what lies beyond the questions comes last. */
export function AnswersTable({ lot, questions }: { lot: Lot; questions: QuestionAnswers[] }) {
  const sections = sectionsOf(questions).map(({ name, questions: own }) => ({
    name,
    rows: own.map((question): Row => {
      const requirement = question.requirement;
      const title = (
        <>
          {question.text}
          {requirement ? (
            <span className="block font-normal text-ink-3 text-xs">
              {requirement.code}
              {requirement.priority === "mandatory" ? ", mandatory" : ""}
            </span>
          ) : null}
        </>
      );
      return { id: question.id, title, answerOf: (bid) => answerOf(question, bid) };
    }),
  }));
  const beyond: Row[] = [
    { id: "exceptions", title: "Exceptions to the terms", answerOf: (bid) => <Text text={bid.exceptions} /> },
    { id: "valueAdded", title: "Offers beyond what was asked for", answerOf: (bid) => <Text text={bid.valueAdded} /> },
  ];
  if (lot.bids.length === 0) {
    return (
      <Card>
        <EmptyState title="No bid was submitted">There is nothing to compare.</EmptyState>
      </Card>
    );
  }
  return [...sections, { name: "Beyond the questions", rows: beyond }].map(({ name, rows }) => (
    <Card key={name} label={name}>
      <CardHeader title={name} />
      <DataTable
        caption={`Answers: ${name}`}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: "question", header: "Question", cell: (row) => <span className="block min-w-48">{row.title}</span> },
          ...lot.bids.map((bid) => ({
            key: bid.id,
            header: <TextLink href={`/evaluations/${lot.id}/bids/${bid.id}`}>{bid.name}</TextLink>,
            cell: (row: Row) => <div className="min-w-64 max-w-xl text-pretty">{row.answerOf(bid)}</div>,
          })),
        ]}
      />
    </Card>
  ));
}

function Text({ text }: { text: string | null }) {
  return text ? <span className="whitespace-pre-line">{text}</span> : <span className="text-ink-3">None</span>;
}
