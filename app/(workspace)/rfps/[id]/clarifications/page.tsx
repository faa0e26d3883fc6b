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
import { Status } from "@/components/ui/status";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { formatInstant } from "@/lib/shared/format";
import { answerClarification } from "@/lib/sourcing/clarifications/actions";
import { listClarifications } from "@/lib/sourcing/clarifications/queries";
import { readRfpOf } from "@/lib/sourcing/rfps/read";

export const metadata: Metadata = { title: "Questions of vendors" };

export default async function ClarificationsPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("rfp:read");
  const rfp = (await readRfpOf(member, (await params).id)) ?? notFound();
  const questions = await listClarifications(member.organizationId, rfp.id);
  const mayAnswer = rfp.state === "published" && may(member, "clarification:answer");
  const isLate = rfp.answersUntil !== null && Date.parse(rfp.now) > Date.parse(rfp.answersUntil);
  return (
    <RfpFrame rfp={rfp} member={member} tab="/clarifications">
      <Stack>
        {mayAnswer && isLate ? (
          <Note tone="warn">
            Answers were due until {formatInstant(rfp.answersUntil ?? "", member)}. A late answer still goes out and is
            marked as late in the audit log. Think about extending the deadline by an amendment.
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
                  <Status tone="good">
                    {question.visibility === "everyone" ? "Answered to all" : "Answered privately"}
                  </Status>
                ) : (
                  <Status tone="warn">To be answered</Status>
                )
              }
            />
            <CardBody className="grid gap-3">
              <p className="whitespace-pre-wrap text-pretty font-medium">{question.question}</p>
              {question.answer ? (
                <div className="border-line-strong border-l-2 pl-3">
                  <p className="whitespace-pre-wrap text-pretty">{question.answer}</p>
                  <p className="mt-1 text-ink-3 text-sm">
                    {question.answeredBy}, {formatInstant(question.answeredAt ?? "", member)}
                    {question.privateReason ? `. To the asker alone: ${question.privateReason}` : ""}
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
                    <AnswerFields />
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
