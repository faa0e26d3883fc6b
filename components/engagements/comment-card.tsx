import { MessageSquare } from "lucide-react";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { Timeline } from "@/components/ui/timeline";
import { saveComment } from "@/lib/engagements/actions";
import type { CommentSubject, listComments } from "@/lib/engagements/comments";
import type { Reader } from "@/lib/shared/format";

type CommentCardProps = {
  subject: { type: CommentSubject; id: string };
  comments: Awaited<ReturnType<typeof listComments>>;
  canWrite: boolean;
  reader: Reader;
};

export function CommentCard({ subject, comments, canWrite, reader }: CommentCardProps) {
  return (
    <Card>
      <CardHeader title="Comments" />
      {comments.length > 0 ? (
        <Timeline
          label="Comments"
          events={comments.map((comment) => ({
            key: comment.id,
            icon: <MessageSquare aria-hidden />,
            title: <strong className="font-semibold">{comment.author}</strong>,
            when: <InstantText instant={comment.createdAt} reader={reader} />,
            body: comment.body,
          }))}
        />
      ) : (
        <CardBody className="text-ink-3">No comments yet.</CardBody>
      )}
      {canWrite ? (
        <CardBody className="border-line border-t">
          <ActionForm
            action={saveComment}
            draftKey={`comment:${subject.id}`}
            clearWhenDone
            className="grid gap-3"
            label="Add a comment"
          >
            <input type="hidden" name="subjectType" value={subject.type} />
            <input type="hidden" name="subjectId" value={subject.id} />
            <Field name="body" label="Comment" required>
              <Textarea rows={2} />
            </Field>
            <div>
              <SubmitButton variant="secondary">Add comment</SubmitButton>
            </div>
          </ActionForm>
        </CardBody>
      ) : null}
    </Card>
  );
}
