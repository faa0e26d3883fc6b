"use client";

import { Note } from "@/components/ui/callout";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";

export type ImportProblem = { line: number; column: string | null; reason: string };
export type ImportReport = {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  sha256: string;
  problems: { count: number; first: ImportProblem[] };
};

/** What is wrong with a file: line, column, reason. */
export function ImportProblems({ problems, count }: { problems: readonly ImportProblem[]; count: number }) {
  return (
    <div className="grid gap-4" role="alert">
      <Note tone="bad">
        <strong className="font-semibold">{count === 1 ? "One problem." : `${count} problems.`}</strong> Nothing was
        imported. Correct the file and choose it again.
      </Note>
      <Card>
        <CardHeader
          title="What has to be corrected"
          sub={count > problems.length ? `The first ${problems.length} of ${count}.` : null}
        />
        <DataTable
          caption="Problems in the file"
          rows={problems}
          rowKey={(problem) => `${problem.line}-${problem.column}-${problem.reason}`}
          columns={[
            { key: "line", header: "Line", cell: (problem) => problem.line },
            { key: "column", header: "Column", cell: (problem) => problem.column ?? "whole line", nowrap: true },
            { key: "reason", header: "Reason", cell: (problem) => problem.reason },
          ]}
        />
      </Card>
    </div>
  );
}
