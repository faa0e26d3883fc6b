import { Gauge, Plus } from "lucide-react";
import { Card, CardHeader } from "@/components/ui/card";
import { Dash } from "@/components/ui/dash";
import { DataTable } from "@/components/ui/data-table";
import { DecimalText } from "@/components/ui/decimal-text";
import { EmptyState } from "@/components/ui/empty-state";
import { FormDialog } from "@/components/ui/form-dialog";
import { Badge } from "@/components/ui/status";
import { PartButtons } from "@/components/vendors/part-buttons";
import type { Reader } from "@/lib/shared/format";
import { addProposedLevel, removeProposedLevel, saveProposedLevel } from "@/lib/sourcing/scope/actions";
import { DIRECTION_LABEL } from "@/lib/sourcing/scope/labels";
import type { ProposedLevelView, ScopeView } from "@/lib/sourcing/scope/schema";
import { type ProcessOption, ProposedLevelFields } from "./scope-fields";

type Props = { scope: ScopeView; processes: readonly ProcessOption[]; mayWrite: boolean; reader: Reader };

/** The service levels that the client proposes, with what is reached today. */
export function ScopeLevels({ scope, processes, mayWrite, reader }: Props) {
  const value = (level: ProposedLevelView, text: string | null) =>
    text === null ? <Dash /> : <DecimalText value={text} reader={reader} unit={level.unit} />;
  const add = mayWrite ? (
    <FormDialog
      action={addProposedLevel}
      fields={{ scopeId: scope.id }}
      title="Propose a service level"
      submit="Propose service level"
      label="Propose service level"
      size="sm"
      icon={<Plus aria-hidden />}
    >
      <ProposedLevelFields processes={processes} />
    </FormDialog>
  ) : null;
  return (
    <Card id="service-levels">
      <CardHeader
        title="Proposed service levels"
        sub="Each critical process needs one with a baseline, or the word that it is unknown."
        action={add}
      />
      <DataTable
        caption="Proposed service levels"
        rows={scope.proposedServiceLevels}
        rowKey={(level) => level.id}
        empty={
          <EmptyState icon={<Gauge aria-hidden />} title="No service level proposed yet">
            Say what good looks like, what is the least you accept and what is reached today.
          </EmptyState>
        }
        columns={[
          {
            key: "name",
            header: "Service level",
            cell: (level) => (
              <span className="inline-flex flex-wrap items-center gap-2">
                {level.name}
                {level.isCritical ? <Badge tone="warn">Critical</Badge> : null}
              </span>
            ),
          },
          { key: "process", header: "Process", cell: (level) => level.process?.name ?? "All" },
          { key: "direction", header: "Direction", cell: (level) => DIRECTION_LABEL[level.direction] },
          {
            key: "expected",
            header: "Expected",
            align: "right",
            strong: true,
            cell: (level) => value(level, level.expected),
          },
          { key: "minimum", header: "Minimum", align: "right", cell: (level) => value(level, level.minimum) },
          {
            key: "baseline",
            header: "Today",
            align: "right",
            cell: (level) => (level.isBaselineUnknown ? "Unknown" : value(level, level.baseline)),
          },
          {
            key: "actions",
            header: <span className="sr-only">Actions</span>,
            align: "right",
            cell: (level) =>
              mayWrite ? (
                <PartButtons
                  part={level}
                  name={level.name}
                  noun="service level"
                  save={saveProposedLevel}
                  remove={removeProposedLevel}
                >
                  <ProposedLevelFields level={level} processes={processes} />
                </PartButtons>
              ) : null,
          },
        ]}
      />
    </Card>
  );
}
