import { ListChecks, Plus } from "lucide-react";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FormDialog } from "@/components/ui/form-dialog";
import { Badge } from "@/components/ui/status";
import { PartButtons } from "@/components/vendors/part-buttons";
import { addRequirement, moveRequirement, removeRequirement, saveRequirement } from "@/lib/sourcing/scope/actions";
import { REQUIREMENT_KIND, REQUIREMENT_PRIORITY } from "@/lib/sourcing/scope/labels";
import type { RequirementView, ScopeView } from "@/lib/sourcing/scope/schema";
import { Outline } from "./outline";
import { bySection, MoveButtons, OutlineRow } from "./outline-row";
import { type ProcessOption, RequirementFields } from "./scope-fields";

type Props = { scope: ScopeView; processes: readonly ProcessOption[]; mayWrite: boolean };

/** The requirements as an outline: sections, order, priority. */
export function ScopeRequirements({ scope, processes, mayWrite }: Props) {
  const sections = bySection(scope.requirements);
  const names = sections.map((section) => section.title);
  const add = mayWrite ? (
    <FormDialog
      action={addRequirement}
      fields={{ scopeId: scope.id }}
      title="Add a requirement"
      submit="Add requirement"
      label="Add requirement"
      size="sm"
      icon={<Plus aria-hidden />}
      draftKey={`requirement:new:${scope.id}`}
    >
      <RequirementFields processes={processes} sections={names} />
    </FormDialog>
  ) : null;
  return (
    <Card id="requirements">
      <CardHeader
        title={`Requirements (${scope.requirements.length})`}
        sub={mayWrite ? "Alt with an arrow key moves the row that has the focus." : undefined}
        action={add}
      />
      {sections.length === 0 ? (
        <EmptyState icon={<ListChecks aria-hidden />} title="No requirement yet">
          Say what the vendor must do, section by section. Mandatory and scored ones become questions of the RFP.
        </EmptyState>
      ) : (
        <Outline
          label="Requirements"
          sections={sections.map((section) => ({
            title: section.title,
            rows: section.rows.map((requirement) => ({
              key: requirement.id,
              content: (
                <OutlineRow
                  code={requirement.code}
                  title={requirement.title}
                  sub={[requirement.description, requirement.process?.name].filter(Boolean).join(" · ")}
                  tags={<RequirementTags requirement={requirement} />}
                  actions={
                    mayWrite ? (
                      <>
                        <MoveButtons part={requirement} name={requirement.code} move={moveRequirement} />
                        <PartButtons
                          part={requirement}
                          name={requirement.code}
                          noun="requirement"
                          save={saveRequirement}
                          remove={removeRequirement}
                        >
                          <RequirementFields requirement={requirement} processes={processes} sections={names} />
                        </PartButtons>
                      </>
                    ) : null
                  }
                />
              ),
            })),
          }))}
        />
      )}
    </Card>
  );
}

function RequirementTags({ requirement }: { requirement: RequirementView }) {
  const priority = requirement.priority ? REQUIREMENT_PRIORITY[requirement.priority] : null;
  return (
    <>
      <Badge>{REQUIREMENT_KIND[requirement.kind]}</Badge>
      {priority ? <Badge tone={priority.tone}>{priority.label}</Badge> : <Badge tone="warn">No priority</Badge>}
    </>
  );
}
