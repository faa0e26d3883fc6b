import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import { actionStateLabels, issueStateLabels, severityLabels } from "@/lib/governance/labels";

const SEVERITY: Record<keyof typeof severityLabels, Tone> = {
  low: "neutral",
  medium: "warn",
  high: "warn",
  severe: "bad",
};
const ISSUE: Record<keyof typeof issueStateLabels, Tone> = { open: "accent", resolved: "good", closed: "neutral" };
const ACTION: Record<keyof typeof actionStateLabels, Tone> = { open: "accent", done: "good", cancelled: "neutral" };

export function SeverityMark({ severity }: { severity: keyof typeof severityLabels }) {
  return <Status tone={SEVERITY[severity]}>{severityLabels[severity]}</Status>;
}

export function IssueMark({ state }: { state: keyof typeof issueStateLabels }) {
  return <Status tone={ISSUE[state]}>{issueStateLabels[state]}</Status>;
}

export function ActionMark({ state, isOverdue }: { state: keyof typeof actionStateLabels; isOverdue: boolean }) {
  return isOverdue ? (
    <Status tone="bad">Overdue</Status>
  ) : (
    <Status tone={ACTION[state]}>{actionStateLabels[state]}</Status>
  );
}
