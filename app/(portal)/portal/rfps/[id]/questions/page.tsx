import { MessageCircleQuestion } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Countdown } from "@/components/portal/countdown";
import { QuestionRow } from "@/components/portal/question-row";
import { RfpHeader } from "@/components/portal/rfp-header";
import { ActionForm } from "@/components/ui/action-form";
import { Note } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Page, Stack } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { requireVendor } from "@/lib/access/session";
import { askQuestionAction } from "@/lib/sourcing/portal/actions";
import { findClarifications, findInvitationTo } from "@/lib/sourcing/portal/queries";
import { isRecordId } from "@/lib/sourcing/record-id";

export const metadata: Metadata = { title: "Questions" };

export default async function PortalQuestionsPage({ params }: { params: Promise<{ id: string }> }) {
  const contact = await requireVendor();
  const { id } = await params;
  if (!isRecordId(id)) notFound();
  const [invitation, questions] = await Promise.all([findInvitationTo(contact, id), findClarifications(contact, id)]);
  if (!invitation) notFound();
  const { rfp, now, state } = invitation;
  const canAsk =
    rfp.state === "published" && rfp.questionsUntil !== null && now < rfp.questionsUntil && state !== "declined";
  return (
    <Page>
      <RfpHeader invitation={invitation} tab="/questions" />
      <Stack>
        {canAsk && rfp.questionsUntil ? (
          <Card>
            <CardHeader
              title="Ask a question"
              sub={
                <>
                  <Countdown serverNow={now} until={rfp.questionsUntil} /> to ask
                </>
              }
            />
            <CardBody>
              <ActionForm action={askQuestionAction} draftKey={`question:${id}`} clearWhenDone>
                <input type="hidden" name="rfpId" value={id} />
                <Field
                  name="question"
                  label="Your question"
                  required
                  help="The answer goes to all bidders, without saying who asked. Leave out what would tell who you are."
                >
                  <Textarea rows={3} />
                </Field>
                <FormButtons>
                  <SubmitButton>Send question</SubmitButton>
                </FormButtons>
              </ActionForm>
            </CardBody>
          </Card>
        ) : (
          <Note>The time for questions is over. Answers stay here.</Note>
        )}
        <Card>
          <CardHeader title="Questions and answers" />
          {questions.map((question) => (
            <QuestionRow key={question.id} question={question} reader={contact} />
          ))}
          {questions.length === 0 ? (
            <EmptyState icon={<MessageCircleQuestion aria-hidden />} title="No answers yet">
              Your questions stand here at once, those of others when they are answered.
            </EmptyState>
          ) : null}
        </Card>
      </Stack>
    </Page>
  );
}
