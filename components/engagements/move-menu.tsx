import { Ban, Undo2 } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { moveEngagement } from "@/lib/engagements/actions";
import { stageLabels } from "@/lib/engagements/labels";
import { listMoves, type Stage } from "@/lib/engagements/rules/stages";

/** The ways back and out that the present stage has. */
export function MoveMenu({ engagement }: { engagement: { id: string; version: number; stage: Stage } }) {
  return listMoves(engagement.stage)
    .filter((move) => move.kind !== "forward")
    .map((move) => (
      <ActionButton
        key={move.to}
        action={moveEngagement}
        fields={{ id: engagement.id, version: engagement.version, to: move.to }}
        variant={move.kind === "cancel" ? "danger" : "quiet"}
        icon={move.kind === "cancel" ? <Ban aria-hidden /> : <Undo2 aria-hidden />}
        confirm={{
          title: move.kind === "cancel" ? "Cancel this engagement?" : `Back to ${stageLabels[move.to]}?`,
          body: (
            <>
              <p>
                {move.kind === "cancel"
                  ? "It stays readable with everything in it, and cannot be taken up again."
                  : `${move.label}. What was done stays; an open request at the gate is taken back.`}
              </p>
              <Field name="reason" label="Why?" required>
                <Textarea rows={3} />
              </Field>
            </>
          ),
          label: move.kind === "cancel" ? "Cancel the engagement" : `Go back to ${stageLabels[move.to]}`,
        }}
      >
        {move.kind === "cancel" ? "Cancel engagement" : `Back to ${stageLabels[move.to]}`}
      </ActionButton>
    ));
}
