import { Callout } from "@/components/ui/callout";
import { StepsDialog } from "@/components/ui/steps-dialog";
import { healthLabels } from "@/lib/engagements/labels";
import type { Health, HealthSignal } from "@/lib/engagements/rules/health";
import { healthTones } from "./tones";

const TARGETS: Record<string, string> = {
  belowMinimum: "service-levels",
  criticalBelowMinimum: "service-levels",
  trend: "service-levels",
  severeIssues: "governance",
  overdueTasks: "transition",
  overdueActions: "governance",
  satisfaction: "governance",
  budget: "business-case",
  renewal: "contracts",
  watermelon: "governance",
};

type HealthCalloutProps = { engagementId: string; health: Health; signals: HealthSignal[]; asOf: string | null };

/** Why the engagement has its colour: the signals that give it, with value and threshold; all of them as the working. */
export function HealthCallout({ engagementId, health, signals, asOf }: HealthCalloutProps) {
  const telling = signals.filter((signal) => signal.state === "red" || signal.state === "amber");
  telling.sort((a, b) => (a.state === b.state ? 0 : a.state === "red" ? -1 : 1));
  const word = healthLabels[health].toLowerCase();
  return (
    <Callout
      title={health === "grey" ? "No health yet" : `Why it is ${word}`}
      action={
        signals.length > 0 ? (
          <StepsDialog
            title="Health of this engagement"
            steps={signals.map((signal) => ({
              label: signal.label,
              value: `${signal.value} · ${healthLabels[signal.state].toLowerCase()}`,
              source: signal.threshold,
            }))}
            total={{ label: "The worst signal decides", value: healthLabels[health] }}
            note={
              asOf ? `As of ${asOf.slice(0, 16).replace("T", " ")} UTC. Signals without data do not count.` : undefined
            }
          />
        ) : null
      }
      reasons={
        telling.length > 0
          ? telling.map((signal) => ({
              key: signal.key,
              tone: healthTones[signal.state],
              href: `/engagements/${engagementId}/${TARGETS[signal.key] ?? ""}`,
              sub: signal.threshold,
              children: (
                <>
                  <strong className="font-semibold">{signal.label}</strong>: {signal.value}
                </>
              ),
            }))
          : [
              {
                key: "none",
                tone: health === "green" ? ("good" as const) : ("neutral" as const),
                children:
                  health === "green"
                    ? "All signals with data are fine."
                    : "No signal has data yet. Health appears with the first actions, surveys or measurements.",
              },
            ]
      }
    />
  );
}
