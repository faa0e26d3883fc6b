import { MessageCircleQuestion } from "lucide-react";
import { CardRow } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { Badge } from "@/components/ui/status";
import type { Reader } from "@/lib/shared/format";
import type { PortalClarification } from "@/lib/sourcing/portal/queries";

export function QuestionRow({ question, reader }: { question: PortalClarification; reader: Reader }) {
  return (
    <CardRow
      icon={<MessageCircleQuestion aria-hidden />}
      sub={
        question.answeredAt ? (
          <>
            Answered <InstantText instant={question.answeredAt} reader={reader} />
          </>
        ) : (
          <>
            Asked <InstantText instant={question.askedAt} reader={reader} />, waiting for an answer
          </>
        )
      }
      action={
        <span className="flex gap-1.5">
          {question.isOwn ? <Badge>Asked by you</Badge> : null}
          {question.isPrivate ? <Badge tone="accent">To you only</Badge> : null}
          {question.lateReason ? <Badge tone="warn">Answered late</Badge> : null}
        </span>
      }
    >
      <p className="whitespace-pre-line font-medium">{question.question}</p>
      {question.publishedQuestion ? (
        <p className="mt-1 whitespace-pre-line text-ink-2 text-sm">It went to all as: {question.publishedQuestion}</p>
      ) : null}
      {question.answer ? <p className="mt-1 whitespace-pre-line">{question.answer}</p> : null}
      {question.lateReason ? (
        <p className="mt-1 text-ink-2 text-sm">Answered after its time: {question.lateReason}</p>
      ) : null}
    </CardRow>
  );
}
