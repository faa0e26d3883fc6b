import { Note } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import type { findJob } from "@/lib/service-levels/queries/records";

type Job = NonNullable<Awaited<ReturnType<typeof findJob>>>;
type Problem = { line: number; column: string | null; reason: string };

/** What an import answered, and its problems by line and column. */
export function ImportErrors({ job }: { job: Job }) {
  const problems = (job.errors as unknown as Problem[]) ?? [];
  const tone = job.state === "done" ? "good" : job.state === "failed" ? "bad" : "neutral";
  return (
    <Card>
      <CardHeader
        title="Result of the import"
        {...(problems.length >= 100 ? { sub: "The first hundred problems." } : {})}
      />
      <CardBody>
        <Note tone={tone}>{job.message ?? "Not finished yet."}</Note>
      </CardBody>
      {problems.length > 0 ? (
        <DataTable
          caption="Problems by line"
          rows={problems.map((problem, index) => ({ ...problem, index }))}
          rowKey={(row) => String(row.index)}
          columns={[
            { key: "line", header: "Line", nowrap: true, cell: (row) => row.line },
            { key: "column", header: "Column", cell: (row) => row.column ?? "—" },
            { key: "reason", header: "What is wrong", cell: (row) => row.reason },
          ]}
        />
      ) : null}
    </Card>
  );
}
