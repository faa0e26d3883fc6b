"use client";

import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Note } from "@/components/ui/callout";
import { SubmitButton } from "@/components/ui/submit-button";
import { verifyChainForm } from "@/lib/server/settings-actions";

type Report = { ok: true; events: string; head: string } | { ok: false; sequence: string; problem: string };

function isReport(value: unknown): value is Report {
  return typeof value === "object" && value !== null && "ok" in value;
}

/** Runs the check of the whole chain and says what came out, the first broken link included. */
export function VerifyChain() {
  const [report, setReport] = useState<Report | null>(null);
  return (
    <div className="grid gap-3">
      <ActionForm
        action={verifyChainForm}
        onDone={(state) => setReport(isReport(state.value) ? state.value : null)}
        className="flex flex-wrap items-center gap-3"
        label="Verify"
      >
        <p className="min-w-0 flex-1 text-pretty text-ink-2">
          Every event is sealed with the one before it. A row that was changed, removed or added behind the app breaks
          the chain.
        </p>
        <SubmitButton icon={<ShieldCheck aria-hidden />} variant="secondary">
          Verify
        </SubmitButton>
      </ActionForm>
      <div role="status">{report ? <ReportNote report={report} /> : null}</div>
    </div>
  );
}

function ReportNote({ report }: { report: Report }) {
  if (!report.ok) {
    return (
      <Note tone="bad">
        The chain is broken at event {report.sequence}: {report.problem}.
      </Note>
    );
  }
  return (
    <Note tone="good">
      The chain is whole: {report.events} events. Head{" "}
      <code className="break-all font-mono text-xs">{report.head}</code>
    </Note>
  );
}
