import { ActionButton } from "@/components/ui/action-button";
import { CardRow } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import { saveExitItem } from "@/lib/engagements/actions";
import { checklistLabels } from "@/lib/engagements/labels";
import type { listExitChecklist } from "@/lib/engagements/queries";
import type { Reader } from "@/lib/shared/format";

type Item = Awaited<ReturnType<typeof listExitChecklist>>[number];

const TONES: Record<Item["state"], Tone> = { open: "neutral", met: "good", waived: "warn" };

/** One line of the checklist with what proves it; ticked off, waived with a reason, or opened again. */
export function ExitItem({ item, canWrite, reader }: { item: Item; canWrite: boolean; reader: Reader }) {
  const fields = { id: item.id, version: item.version };
  const proof = item.state === "waived" ? item.waiverReason : item.evidence;
  return (
    <CardRow
      sub={
        item.decidedBy ? (
          <>
            {proof ? `${proof} · ` : null}
            {item.decidedBy}, <InstantText instant={item.decidedAt} reader={reader} />
          </>
        ) : null
      }
      action={
        <span className="flex flex-wrap items-center justify-end gap-2">
          <Status tone={TONES[item.state]}>{checklistLabels[item.state]}</Status>
          {canWrite && item.state === "open" ? (
            <>
              <ActionButton
                action={saveExitItem}
                fields={{ ...fields, state: "waived" }}
                size="sm"
                variant="quiet"
                aria-label={`Waive: ${item.name}`}
                confirm={{
                  title: "Waive this item?",
                  body: (
                    <Field name="waiverReason" label="Why need it not be done?" required>
                      <Textarea rows={3} />
                    </Field>
                  ),
                  label: "Waive the item",
                }}
              >
                Waive
              </ActionButton>
              <ActionButton
                action={saveExitItem}
                fields={{ ...fields, state: "met" }}
                size="sm"
                aria-label={`Done: ${item.name}`}
                confirm={{
                  title: "Done?",
                  body: (
                    <Field name="evidence" label="What proves it" help="A protocol, a certificate, a ticket.">
                      <Textarea rows={3} />
                    </Field>
                  ),
                  label: "Mark as done",
                }}
              >
                Done
              </ActionButton>
            </>
          ) : null}
          {canWrite && item.state !== "open" ? (
            <ActionButton
              action={saveExitItem}
              fields={{ ...fields, state: "open" }}
              size="sm"
              variant="quiet"
              aria-label={`Open again: ${item.name}`}
            >
              Open again
            </ActionButton>
          ) : null}
        </span>
      }
    >
      {item.name}
    </CardRow>
  );
}
