import { MessageCircleQuestion, Reply } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnswerFields } from "@/components/sourcing/answer-fields";
import { RfpFrame } from "@/components/sourcing/rfp-frame";
import { Note } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FormDialog } from "@/components/ui/form-dialog";
import { Stack } from "@/components/ui/page-layout";
import { Badge, Status } from "@/components/ui/status";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { formatInstant } from "@/lib/shared/format";
import { answerClarification } from "@/lib/sourcing/clarifications/actions";
import { listClarifications } from "@/lib/sourcing/clarifications/queries";
import { readRfpOf } from "@/lib/sourcing/rfps/read";
import { canBeAnswered, isLateAnswer } from "@/lib/sourcing/rules/late-answer";

export const metadata: Metadata = { title: "Questions of vendors" };

export default async function ClarificationsPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("rfp:read");
  const rfp = (await readRfpOf(member, (await params).id)) ?? notFound();
  const questions = await listClarifications(member, rfp.id);
  const mayAnswer = canBeAnswered(rfp.state) && may(member, "clarification:answer");
  const isLate = isLateAnswer(rfp, rfp.now);
  return (
    <RfpFrame rfp={rfp} member={member} tab="/clarifications">
      <Stack>
        {mayAnswer && isLate && rfp.openClarifications > 0 ? (
          <Note tone="warn">
            {rfp.answersUntil ? `Answers were due until ${formatInstant(rfp.answersUntil, member)}. ` : ""}A late answer
            still goes out, with the reason why it comes late; vendors see both.
            {rfp.state === "published" ? " Think about extending the deadline by an amendment." : ""}
          </Note>
        ) : null}
        {questions.length === 0 ? (
          <Card>
            <EmptyState icon={<MessageCircleQuestion aria-hidden />} title="No question yet">
              Invited vendors ask in the portal
              {rfp.questionsUntil ? ` until ${formatInstant(rfp.questionsUntil, member)}` : ""}. You answer here, to all
              of them or to the asker alone.
            </EmptyState>
          </Card>
        ) : null}
        {questions.map((question) => (
          <Card key={question.id} label={`Question of ${question.vendor.name}`}>
            <CardHeader
              title={question.vendor.name}
              sub={`Asked ${formatInstant(question.askedAt, member)}. Other vendors do not see who asked.`}
              action={
                question.answeredAt ? (
                  <span className="flex flex-wrap gap-1.5">
                    {question.lateReason ? <Badge tone="warn">Late</Badge> : null}
                    <Status tone="good">
                      {question.visibility === "everyone" ? "Answered to all" : "Answered privately"}
                    </Status>
                  </span>
                ) : (
                  <Status tone="warn">To be answered</Status>
                )
              }
            />
            <CardBody className="grid gap-3">
              <p className="whitespace-pre-wrap text-pretty font-medium">{question.question}</p>
              {question.original ? (
                <div className="rounded-md bg-sunken px-3 py-2">
                  <p className="text-ink-3 text-xs">The original, which did not go to the others</p>
                  <p className="whitespace-pre-wrap text-pretty">{question.original}</p>
                </div>
              ) : null}
              {question.answer ? (
                <div className="border-line-strong border-l-2 pl-3">
                  <p className="whitespace-pre-wrap text-pretty">{question.answer}</p>
                  <p className="mt-1 text-ink-3 text-sm">
                    {question.answeredBy}, {formatInstant(question.answeredAt ?? "", member)}
                    {question.privateReason ? `. To the asker alone: ${question.privateReason}` : ""}
                    {question.lateReason ? `. Late: ${question.lateReason}` : ""}
                  </p>
                </div>
              ) : mayAnswer ? (
                <span>
                  <FormDialog
                    action={answerClarification}
                    fields={{ id: question.id, version: question.version }}
                    title="Answer the question"
                    description={question.question}
                    submit="Send answer"
                    label="Answer"
                    icon={<Reply aria-hidden />}
                    draftKey={`answer:${question.id}`}
                  >
                    <AnswerFields question={question.question} isLate={isLate} />
                  </FormDialog>
                </span>
              ) : null}
            </CardBody>
          </Card>
        ))}
      </Stack>
    </RfpFrame>
  );
}
