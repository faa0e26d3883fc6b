import { CircleDashed, FileClock, Flag, Lock, ShieldCheck } from "lucide-react";
import { Status } from "@/components/ui/status";
import { attainmentLabels, periodStateLabels, restatementStateLabels } from "@/lib/service-levels/labels";
import type { Attainment } from "@/lib/service-levels/rules/attainment";
import type { PeriodState } from "@/lib/service-levels/rules/period-states";

export function AttainmentText({ status }: { status: Attainment }) {
  const { label, tone } = attainmentLabels[status];
  return <Status tone={tone}>{label}</Status>;
}

const ICONS = { open: CircleDashed, reported: FileClock, verified: ShieldCheck, disputed: Flag, locked: Lock };

export function PeriodStateText({ state }: { state: PeriodState }) {
  const { label, tone } = periodStateLabels[state];
  const Icon = ICONS[state];
  return (
    <Status tone={tone} icon={<Icon aria-hidden />}>
      {label}
    </Status>
  );
}

export function RestatementStateText({ state }: { state: keyof typeof restatementStateLabels }) {
  const { label, tone } = restatementStateLabels[state];
  return <Status tone={tone}>{label}</Status>;
}
