import { ActionForm } from "@/components/ui/action-form";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Status } from "@/components/ui/status";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import type { Reader } from "@/lib/shared/format";
import { answerExplanationAction } from "@/lib/sourcing/explanations/actions";
import type { OwnExplanation } from "@/lib/sourcing/explanations/queries";
import { Countdown } from "./countdown";

type ExplanationCardProps = { explanation: OwnExplanation; now: string; reader: Reader };

const STATE = {
  requested: { tone: "warn", label: "Waits for you" },
  answered: { tone: "accent", label: "Sent" },
  accepted: { tone: "good", label: "Accepted" },
  rejected: { tone: "bad", label: "Not accepted" },
} as const;

/** The client asks how the own price comes about; one answer, until the day that was given. */
export function ExplanationCard({ explanation, now, reader }: ExplanationCardProps) {
  const { id, version, state, request, dueAt, answer, answeredAt, decisionReason } = explanation;
  const isOpen = state === "requested" && now < dueAt;
  return (
    <Card label="Explain your price">
      <CardHeader
        title="Explain your price"
        sub={
          <>
            {explanation.lot}. Until <InstantText instant={dueAt} reader={reader} />
            {isOpen ? (
              <>
                , <Countdown serverNow={now} until={dueAt} />
              </>
            ) : null}
          </>
        }
        action={
          <Status tone={STATE[state].tone}>
            {state === "requested" && !isOpen ? "The time is over" : STATE[state].label}
          </Status>
        }
      />
      <CardBody className="grid gap-3">
        <p className="max-w-2xl whitespace-pre-line text-pretty">{request}</p>
        {answer && answeredAt ? (
          <div className="border-line-strong border-l-2 pl-3">
            <p className="max-w-2xl whitespace-pre-line text-pretty">{answer}</p>
            <p className="mt-1 text-ink-3 text-sm">
              Sent <InstantText instant={answeredAt} reader={reader} />
            </p>
          </div>
        ) : null}
        {decisionReason ? <p className="max-w-2xl whitespace-pre-line">Decision: {decisionReason}</p> : null}
        {isOpen ? (
          <ActionForm action={answerExplanationAction} draftKey={`explanation:${id}`}>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={version} />
            <Field name="answer" label="Your explanation" required help="It is sent once and cannot be changed.">
              <Textarea rows={8} />
            </Field>
            <FormButtons>
              <SubmitButton>Send the explanation</SubmitButton>
            </FormButtons>
          </ActionForm>
        ) : null}
      </CardBody>
    </Card>
  );
}
