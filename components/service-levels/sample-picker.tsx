"use client";

import { type ChangeEvent, useState } from "react";
import { Note } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { FileInput } from "@/components/ui/input";
import type { CaseLogMapping } from "@/lib/service-levels/case-log-schema";
import { guessFromSample } from "@/lib/service-levels/sample-action";
import { IDLE } from "@/lib/shared/action-state";

export type Sample = { header: string[]; rows: string[][]; mapping: CaseLogMapping };

// Enough for the widest header; only this much of the file leaves the browser here.
const SAMPLE_BYTES = 256 * 1024;

type SamplePickerProps = { sample: Sample | null; onRead: (sample: Sample) => void; isFirst: boolean };

/** Shows the first rows of a file and what each column seems to be. */
export function SamplePicker({ sample, onRead, isFirst }: SamplePickerProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isReading, setIsReading] = useState(false);

  async function read(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    if (!file) return;
    setIsReading(true);
    const form = new FormData();
    form.set("sample", new File([file.slice(0, SAMPLE_BYTES)], file.name));
    const state = await guessFromSample(IDLE, form);
    setIsReading(false);
    setProblem(state.status === "refused" ? state.message : null);
    if (state.status === "done") onRead(state.value as Sample);
  }

  return (
    <Card>
      <CardHeader
        title={isFirst ? "Show us a file" : "Try with a file"}
        sub="Only the first rows are read, to find the columns. Nothing is stored yet."
      />
      <CardBody className="grid gap-3">
        <div className="grid gap-1">
          <label htmlFor="sample-file" className="font-medium text-sm">
            Sample file
          </label>
          <FileInput
            id="sample-file"
            accept=".csv,.txt,.tsv,text/csv"
            onChange={(event) => void read(event)}
            hint="CSV of any size"
          />
        </div>
        <p role="status" className="text-ink-2 text-sm empty:hidden">
          {isReading ? "Reading the first rows…" : ""}
        </p>
        {problem ? <Note tone="bad">{problem}</Note> : null}
        {sample ? <SampleTable sample={sample} /> : null}
      </CardBody>
    </Card>
  );
}

function SampleTable({ sample }: { sample: Sample }) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label="First rows of the file"
      className="scroll-box relative overflow-x-auto rounded-md border border-line"
    >
      <table className="text-xs">
        <thead>
          <tr className="text-left text-ink-2">
            {sample.header.map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place is the column
              <th key={index} scope="col" className="whitespace-nowrap border-line border-b px-2 py-1.5 font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the row
            <tr key={index}>
              {sample.header.map((_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the place is the column
                <td key={at} className="max-w-48 truncate px-2 py-1">
                  {row[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
