import { Mail, Pencil } from "lucide-react";
import { Note } from "@/components/ui/callout";
import { Card, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Textarea } from "@/components/ui/input";
import { Badge } from "@/components/ui/status";
import { editLetterAction } from "@/lib/sourcing/awards/actions";
import type { LetterDraft } from "@/lib/sourcing/awards/letter-drafts";

type LetterDraftsProps = { awardId: string; letters: LetterDraft[]; canEdit: boolean };

function EditButton({ awardId, letter }: { awardId: string; letter: LetterDraft }) {
  return (
    <FormDialog
      action={editLetterAction}
      fields={{ id: awardId, vendorId: letter.vendorId, version: letter.version }}
      title={`Letter to ${letter.vendor}`}
      description="Head and end are written when it is sent. Empty it to get back what the system writes."
      submit="Keep the letter"
      label="Edit"
      size="sm"
      width="lg"
      icon={<Pencil aria-hidden />}
      aria-label={`Edit the letter to ${letter.vendor}`}
    >
      <Field name="text" label="Text" help="True, and nothing about the other bidders.">
        <Textarea rows={16} defaultValue={letter.text} />
      </Field>
    </FormDialog>
  );
}

/** What each bidder will read, before it is sent. */
export function LetterDrafts({ awardId, letters, canEdit }: LetterDraftsProps) {
  return (
    <Card label="Letters to be sent">
      <CardHeader title="Letters to be sent" sub="Read them first. Each bidder gets the own one only." />
      {letters.map((letter) => (
        <details
          key={letter.vendorId}
          open={letter.tellsOfOthers.length > 0}
          className="border-line border-t px-4 py-2.5 first:border-t-0"
        >
          <summary className="flex min-h-6 flex-wrap items-center gap-2">
            <Mail aria-hidden className="text-ink-2" />
            <span className="font-medium">{letter.vendor}</span>
            <Badge tone={letter.kind === "winner" ? "good" : "neutral"}>
              {letter.kind === "winner" ? "Awarded" : "Not chosen"}
            </Badge>
            {letter.editedBy ? <Badge tone="accent">Edited by {letter.editedBy}</Badge> : null}
            {letter.tellsOfOthers.length > 0 ? <Badge tone="warn">Tells about others</Badge> : null}
          </summary>
          <div className="mt-2 grid gap-3">
            {letter.tellsOfOthers.length > 0 ? (
              <Note tone="warn">
                It tells about other bidders and is not sent like this: {letter.tellsOfOthers.join(", ")}.
              </Note>
            ) : null}
            <p className="max-w-2xl whitespace-pre-line text-sm">{letter.body}</p>
            {canEdit ? (
              <span>
                <EditButton awardId={awardId} letter={letter} />
              </span>
            ) : null}
          </div>
        </details>
      ))}
    </Card>
  );
}
