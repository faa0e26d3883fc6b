import { ListChecks, Plus, Sparkles } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Outline } from "@/components/sourcing/outline";
import { bySection, MoveButtons, OutlineRow } from "@/components/sourcing/outline-row";
import { QuestionFields } from "@/components/sourcing/question-fields";
import { RfpFrame } from "@/components/sourcing/rfp-frame";
import { ActionButton } from "@/components/ui/action-button";
import { Note } from "@/components/ui/callout";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FormDialog } from "@/components/ui/form-dialog";
import { Badge } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { PartButtons } from "@/components/vendors/part-buttons";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import {
  addQuestion,
  generateQuestions,
  moveQuestion,
  removeQuestion,
  saveQuestion,
} from "@/lib/sourcing/rfps/actions";
import { QUESTION_KIND } from "@/lib/sourcing/rfps/labels";
import { readRfpOf } from "@/lib/sourcing/rfps/read";

export const metadata: Metadata = { title: "Questions of an RFP" };

export default async function QuestionsPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("rfp:read");
  const rfp = (await readRfpOf(member, (await params).id)) ?? notFound();
  const isOpen = rfp.state === "draft" && may(member, "rfp:write");
  const sections = bySection(rfp.questions);
  const names = sections.map((section) => section.title);
  const generate = (
    <ActionButton action={generateQuestions} fields={{ id: rfp.id }} size="sm" icon={<Sparkles aria-hidden />}>
      Make from requirements
    </ActionButton>
  );
  const add = (
    <FormDialog
      action={addQuestion}
      fields={{ rfpId: rfp.id }}
      title="Add a question"
      submit="Add question"
      label="Add question"
      size="sm"
      icon={<Plus aria-hidden />}
      draftKey={`question:new:${rfp.id}`}
    >
      <QuestionFields criteria={rfp.criteria} sections={names} />
    </FormDialog>
  );
  const criteria = new Map(rfp.criteria.map((criterion) => [criterion.id, criterion.name]));
  return (
    <RfpFrame rfp={rfp} member={member} tab="/questions">
      <Note>
        The requirements stand in the{" "}
        <TextLink href={`/engagements/${rfp.engagement.id}/scope?revision=${rfp.scope.revision}`}>
          scope, revision {rfp.scope.revision}
        </TextLink>
        . A mandatory one is asked as a yes or no that must be yes; a scored one as a text under a criterion.
      </Note>
      <Card>
        <CardHeader
          title={`Questions (${rfp.questions.length})`}
          sub={isOpen ? "Alt with an arrow key moves the row that has the focus." : undefined}
          action={
            isOpen ? (
              <>
                {generate}
                {add}
              </>
            ) : null
          }
        />
        {sections.length === 0 ? (
          <EmptyState icon={<ListChecks aria-hidden />} title="No question yet">
            Make them from the requirements, then edit them and say under which criterion each is scored.
          </EmptyState>
        ) : (
          <Outline
            label="Questions"
            sections={sections.map((section) => ({
              title: section.title,
              rows: section.rows.map((question) => {
                const number = `${rfp.questions.indexOf(question) + 1}`;
                const criterion = question.criterionId ? criteria.get(question.criterionId) : null;
                return {
                  key: question.id,
                  content: (
                    <OutlineRow
                      code={number}
                      title={question.text}
                      sub={
                        question.requirement ? `From ${question.requirement.code} ${question.requirement.title}` : null
                      }
                      tags={
                        <>
                          <Badge>{QUESTION_KIND[question.kind]}</Badge>
                          {question.isMandatory ? <Badge tone="bad">Mandatory</Badge> : null}
                          {criterion ? <Badge tone="accent">{criterion}</Badge> : null}
                        </>
                      }
                      actions={
                        isOpen ? (
                          <>
                            <MoveButtons part={question} name={`question ${number}`} move={moveQuestion} />
                            <PartButtons
                              part={question}
                              name={`question ${number}`}
                              noun="question"
                              save={saveQuestion}
                              remove={removeQuestion}
                            >
                              <QuestionFields question={question} criteria={rfp.criteria} sections={names} />
                            </PartButtons>
                          </>
                        ) : null
                      }
                    />
                  ),
                };
              }),
            }))}
          />
        )}
      </Card>
    </RfpFrame>
  );
}
