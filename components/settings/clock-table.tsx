import { Play } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { InstantText } from "@/components/ui/date-text";
import type { ScheduledView } from "@/lib/schedule/queries";
import type { FormAction } from "@/lib/shared/action-state";
import type { Reader } from "@/lib/shared/format";
import { rhythmText } from "./job-name";
import { JobStatus } from "./job-status";

type ClockTableProps = { jobs: readonly ScheduledView[]; reader: Reader; run: FormAction | null };

const STATUS = { waiting: "queued", running: "running", done: "done", failed: "failed" } as const;

/** What happens because time passes, each with its last run. */
export function ClockTable({ jobs, reader, run }: ClockTableProps) {
  return (
    <Card>
      <CardHeader
        title="The clock"
        sub="What happens because time passes. After a stop the next run does all that became due in between, once."
      />
      <DataTable
        caption="Scheduled jobs"
        rows={jobs}
        rowKey={(job) => job.key}
        columns={[
          {
            key: "name",
            header: "Job",
            cell: (job) => (
              <span className="grid gap-0.5 py-1">
                <span className="font-medium">{job.name}</span>
                <span className="hidden max-w-prose font-normal text-ink-2 text-sm sm:block">{job.does}</span>
              </span>
            ),
          },
          { key: "rhythm", header: "Looks", cell: (job) => rhythmText(job), nowrap: true },
          { key: "state", header: "Last run", cell: (job) => <JobStatus state={STATUS[job.state]} /> },
          {
            key: "at",
            header: "At",
            cell: (job) => <InstantText instant={job.finishedAt ?? job.startedAt} reader={reader} missing="Not yet" />,
          },
          {
            key: "result",
            header: "Result",
            cell: (job) => <span className="whitespace-normal">{job.error ?? job.result}</span>,
          },
          ...(run
            ? [
                {
                  key: "run",
                  header: <span className="sr-only">Run</span>,
                  align: "right" as const,
                  cell: (job: ScheduledView) => (
                    <ActionButton
                      action={run}
                      fields={{ key: job.key }}
                      size="sm"
                      variant="quiet"
                      icon={<Play aria-hidden />}
                      aria-label={`Run now: ${job.name}`}
                    >
                      Run now
                    </ActionButton>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
