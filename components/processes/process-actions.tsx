import { Archive, ArchiveRestore, ClipboardCheck, FolderTree, Pencil, Split } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { LinkButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { type MemberActor, may } from "@/lib/access/actor";
import { moveProcess, restore, retire } from "@/lib/processes/actions";
import { start } from "@/lib/processes/assessments/actions";
import type { ProcessView } from "@/lib/processes/schema";
import { ProcessPicker } from "./process-picker";

type ProcessActionsProps = { process: ProcessView; member: MemberActor; draftHref: string | null };

/** What can be done with a process now; the assessment is the step that leads on. */
export function ProcessActions({ process, member, draftHref }: ProcessActionsProps) {
  const { id, version, name, state } = process;
  const mayUpdate = may(member, "process:update");
  if (state === "retired") {
    return mayUpdate ? (
      <ActionButton action={restore} fields={{ id, version }} icon={<ArchiveRestore aria-hidden />} variant="primary">
        Restore process
      </ActionButton>
    ) : null;
  }
  return (
    <>
      {mayUpdate ? (
        <>
          <ActionButton
            action={retire}
            fields={{ id, version }}
            icon={<Archive aria-hidden />}
            confirm={{
              title: `Retire ${name}?`,
              body: "It stays on record with everything about it, and can be restored. It cannot be assessed or taken into an engagement meanwhile.",
              label: "Retire process",
            }}
          >
            Retire
          </ActionButton>
          <ActionButton
            action={moveProcess}
            fields={{ id, version }}
            icon={<FolderTree aria-hidden />}
            confirm={{
              title: `Move ${name}`,
              body: (
                <Field name="parentCode" label="Part of" help="Left empty it becomes a process of its own.">
                  <ProcessPicker defaultValue={process.parent?.code ?? ""} placeholder="Type a code or a name" />
                </Field>
              ),
              label: "Move process",
            }}
          >
            Move
          </ActionButton>
        </>
      ) : null}
      {may(member, "process:create") ? (
        <LinkButton href={`/processes/${id}/split`} icon={<Split aria-hidden />}>
          Split
        </LinkButton>
      ) : null}
      {mayUpdate ? (
        <LinkButton href={`/processes/${id}/edit`} icon={<Pencil aria-hidden />}>
          Edit
        </LinkButton>
      ) : null}
      {may(member, "assessment:write") ? (
        draftHref ? (
          <LinkButton variant="primary" href={draftHref} icon={<ClipboardCheck aria-hidden />}>
            Continue assessment
          </LinkButton>
        ) : (
          <ActionButton
            action={start}
            fields={{ processId: id }}
            variant={process.score === null && process.recommendation === null ? "primary" : "secondary"}
            icon={<ClipboardCheck aria-hidden />}
          >
            {process.recommendation === null ? "Assess process" : "Assess again"}
          </ActionButton>
        )
      ) : null}
    </>
  );
}
