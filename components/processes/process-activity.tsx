import { MessageSquare, PencilLine } from "lucide-react";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { Timeline } from "@/components/ui/timeline";
import type { ActivityEntry } from "@/lib/processes/activity";
import type { FormAction } from "@/lib/shared/action-state";
import type { Reader } from "@/lib/shared/format";

type ProcessActivityProps = {
  processId: string;
  entries: readonly ActivityEntry[];
  reader: Reader;
  /** Left out for those who only read. */
  comment?: FormAction;
};

/** Changes and comments, the newest first. */
export function ProcessActivity({ processId, entries, reader, comment }: ProcessActivityProps) {
  return (
    <Card>
      <CardHeader title="Activity" />
      {comment ? (
        <CardBody className="border-line border-b">
          <ActionForm action={comment} clearWhenDone draftKey={`comment:${processId}`} className="grid gap-2">
            <input type="hidden" name="subjectType" value="process" />
            <input type="hidden" name="subjectId" value={processId} />
            <Field name="body" label="Comment" hideLabel required>
              <Textarea rows={2} placeholder="Write a comment" maxLength={5000} />
            </Field>
            <div>
              <SubmitButton variant="secondary">Add comment</SubmitButton>
            </div>
          </ActionForm>
        </CardBody>
      ) : null}
      <Timeline
        events={entries.map((entry) => ({
          key: entry.id,
          icon: entry.body === null ? <PencilLine aria-hidden /> : <MessageSquare aria-hidden />,
          title: (
            <>
              <strong className="font-medium">{entry.who}</strong> {entry.what}
            </>
          ),
          when: <InstantText instant={entry.at} reader={reader} />,
          ...(entry.body === null ? {} : { body: entry.body }),
        }))}
      />
    </Card>
  );
}
