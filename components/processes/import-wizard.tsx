"use client";

import { Check, Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field, FieldRow } from "@/components/ui/field";
import { FileInput } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import {
  type CsvDelimiter,
  type CsvEncoding,
  csvDelimiters,
  csvEncodings,
  DELIMITER_NAMES,
} from "@/lib/exchange/csv/types";
import { type ImportMapping, missingColumns } from "@/lib/processes/import/columns";
import { ImportMappingFields } from "./import-mapping";
import { type ImportProblem, ImportProblems, type ImportReport } from "./import-report";

const PREVIEW_BYTES = 256 * 1024;
type Preview = {
  header: string[];
  rows: string[][];
  delimiter: CsvDelimiter;
  encoding: CsvEncoding;
  mapping: ImportMapping;
};
type PreviewAnswer = ({ ok: true } & Preview) | { ok: false; problems: ImportProblem[] };
type Format = { delimiter: CsvDelimiter | null; encoding: CsvEncoding | null };
type Busy = "preview" | "check" | "import" | null;

async function send<Answer>(path: string, query: Record<string, string>, body: Blob): Promise<Answer | string> {
  try {
    const answer = await fetch(`${path}?${new URLSearchParams(query)}`, {
      method: "POST",
      headers: { "Content-Type": "text/csv" },
      body,
    });
    return answer.ok ? ((await answer.json()) as Answer) : await answer.text();
  } catch {
    return "The file could not be sent. Is the connection still there?";
  }
}

function queryOf(format: Format): Record<string, string> {
  return {
    ...(format.delimiter ? { delimiter: format.delimiter } : {}),
    ...(format.encoding ? { encoding: format.encoding } : {}),
  };
}

/** Choose a file, look at its columns, check it, import it: each step says what it found. */
export function ImportWizard() {
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [format, setFormat] = useState<Format>({ delimiter: null, encoding: null });
  const [preview, setPreview] = useState<Preview | null>(null);
  const [mapping, setMapping] = useState<ImportMapping>({});
  const [problems, setProblems] = useState<{ count: number; first: ImportProblem[] } | null>(null);
  const [checked, setChecked] = useState<ImportReport | null>(null);
  const [imported, setImported] = useState<ImportReport | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState<Busy>(null);

  function forget() {
    setProblems(null);
    setChecked(null);
    setImported(null);
    setFailure(null);
  }

  async function look(chosen: File, wanted: Format) {
    forget();
    setPreview(null);
    setBusy("preview");
    const answer = await send<PreviewAnswer>(
      "/processes/import/preview",
      queryOf(wanted),
      chosen.slice(0, PREVIEW_BYTES),
    );
    setBusy(null);
    if (typeof answer === "string") return setFailure(answer);
    if (!answer.ok) return setProblems({ count: answer.problems.length, first: answer.problems });
    setPreview(answer);
    setMapping(answer.mapping);
  }

  async function run(mode: "check" | "import") {
    if (!file) return;
    forget();
    setBusy(mode);
    const query = { ...queryOf(format), mode, name: file.name.slice(0, 200), mapping: JSON.stringify(mapping) };
    const report = await send<ImportReport>("/processes/import/run", query, file);
    setBusy(null);
    if (typeof report === "string") return setFailure(report);
    if (report.problems.count > 0) return setProblems(report.problems);
    if (mode === "check") return setChecked(report);
    setImported(report);
    router.refresh();
  }

  function choose(chosen: File | null) {
    setFile(chosen);
    if (chosen) void look(chosen, format);
    else setPreview(null);
  }

  function changeFormat(next: Format) {
    setFormat(next);
    if (file) void look(file, next);
  }

  if (imported) return <Imported report={imported} again={() => [forget(), setPreview(null), setFile(null)]} />;
  const missing = missingColumns(mapping);
  return (
    <div className="grid gap-4">
      <Card>
        <CardHeader title="File" />
        <CardBody className="grid gap-4">
          <Field name="file" label="CSV file" required>
            <FileInput
              accept=".csv,text/csv,text/plain"
              hint="With a header line. Up to 500,000 rows."
              onChange={(event) => choose(event.currentTarget.files?.[0] ?? null)}
            />
          </Field>
          <FieldRow>
            <Field name="delimiter" label="Delimiter" required>
              <Select
                placeholder={preview ? `Found: ${DELIMITER_NAMES[preview.delimiter]}` : "Found out from the file"}
                options={csvDelimiters.map((value) => ({ value, label: DELIMITER_NAMES[value] }))}
                value={format.delimiter ?? ""}
                onChange={(event) =>
                  changeFormat({ ...format, delimiter: (event.currentTarget.value || null) as CsvDelimiter | null })
                }
              />
            </Field>
            <Field name="encoding" label="Encoding" required>
              <Select
                placeholder={preview ? `Found: ${preview.encoding}` : "Found out from the file"}
                options={csvEncodings.map((value) => ({ value, label: value }))}
                value={format.encoding ?? ""}
                onChange={(event) =>
                  changeFormat({ ...format, encoding: (event.currentTarget.value || null) as CsvEncoding | null })
                }
              />
            </Field>
          </FieldRow>
        </CardBody>
      </Card>
      {preview ? (
        <Card>
          <CardHeader
            title="Columns"
            sub="Which column of the file is taken for what. What is not mapped stays as it is."
          />
          <CardBody className="grid gap-4">
            <ImportMappingFields
              header={preview.header}
              rows={preview.rows}
              mapping={mapping}
              onChange={(next) => [forget(), setMapping(next)]}
            />
          </CardBody>
        </Card>
      ) : null}
      <div aria-live="polite" className="grid gap-4">
        {failure ? <Note tone="bad">{failure}</Note> : null}
        {problems ? <ImportProblems problems={problems.first} count={problems.count} /> : null}
        {checked ? (
          <Note tone="good">
            {checked.rows.toLocaleString()} rows are fine: {checked.created.toLocaleString()} new,{" "}
            {checked.updated.toLocaleString()} that exist already.
          </Note>
        ) : null}
        {busy === "check" || busy === "import" ? (
          <Note>
            {busy === "check" ? "Checking every row…" : "Importing. All of it is stored at once, at the end."}
          </Note>
        ) : null}
      </div>
      {preview ? (
        <div className="flex flex-wrap gap-2">
          {checked ? (
            <Button
              variant="primary"
              icon={<Upload aria-hidden />}
              pending={busy === "import"}
              onClick={() => (busy ? undefined : run("import"))}
            >
              Import {checked.rows.toLocaleString()} rows
            </Button>
          ) : (
            <Button
              variant="primary"
              icon={<Check aria-hidden />}
              pending={busy === "check"}
              disabled={missing.length > 0}
              onClick={() => (busy ? undefined : run("check"))}
            >
              Check file
            </Button>
          )}
          <LinkButton variant="quiet" href="/processes">
            Cancel
          </LinkButton>
        </div>
      ) : null}
    </div>
  );
}

function Imported({ report, again }: { report: ImportReport; again: () => void }) {
  return (
    <Card>
      <CardHeader title="Imported" />
      <CardBody className="grid gap-3">
        <Note tone="good">
          {report.created.toLocaleString()} created, {report.updated.toLocaleString()} changed,{" "}
          {report.unchanged.toLocaleString()} left as they were.
        </Note>
        <p className="text-ink-3 text-sm">
          The import stands in the audit log with the file's SHA-256: <span className="break-all">{report.sha256}</span>
        </p>
        <div className="flex flex-wrap gap-2">
          <LinkButton variant="primary" href="/processes">
            To the processes
          </LinkButton>
          <Button onClick={again}>Import another file</Button>
        </div>
      </CardBody>
    </Card>
  );
}
