import { Card, CardHeader } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { KeyFacts } from "@/components/ui/key-facts";
import type { Reader } from "@/lib/shared/format";
import type { TaskRecord } from "@/lib/transitions/queries";

type Props = { task: TaskRecord; others: readonly TaskRecord[]; reader: Reader };

/** A task for those who only read it. */
export function TaskFacts({ task, others, reader }: Props) {
  const names = new Map(others.map((each) => [each.id, `${each.code} ${each.name}`]));
  const waits = task.predecessors.map(({ id, lagDays }) => `${names.get(id)}${lagDays ? `, ${lagDays} days` : ""}`);
  return (
    <Card>
      <CardHeader title="Task" />
      <KeyFacts
        facts={[
          { label: "Planned start", value: <DateText day={task.plannedStart} reader={reader} /> },
          { label: "Planned end", value: <DateText day={task.plannedEnd} reader={reader} /> },
          { label: "Began", value: <DateText day={task.actualStart} reader={reader} /> },
          { label: "Ended", value: <DateText day={task.actualEnd} reader={reader} /> },
          { label: "Progress", value: `${task.progress} %` },
          { label: "Our owner", value: task.clientOwnerName },
          { label: "Vendor's owner", value: task.vendorOwner || null },
          { label: "Waits for", value: waits.length > 0 ? waits.join("; ") : null },
        ]}
      />
    </Card>
  );
}
