import type { Stage as RailStage } from "@/components/ui/stage-rail";
import { stageLabels } from "@/lib/engagements/labels";
import { STAGES, type Stage } from "@/lib/engagements/rules/stages";
import type { StageOutcomes } from "@/lib/engagements/stage-rail";
import { formatDate, type Reader } from "@/lib/shared/format";
import { monthsBetween } from "@/lib/shared/month";
import { countDaysUntil } from "@/lib/shared/renewal";

type Given = {
  id: string;
  stage: Stage;
  /** For a cancelled engagement: where it stood. */
  lastStage: Stage;
  outcomes: StageOutcomes;
  today: string;
  reader: Reader;
  ending: string | null;
  decideBy: string | null;
};

/** The rail of an engagement: where it stands, and what came out of each stage. */
export function listRailStages(given: Given): RailStage[] {
  const at = STAGES.indexOf((given.stage === "cancelled" ? given.lastStage : given.stage) as (typeof STAGES)[number]);
  return STAGES.filter((stage) => stage !== "closed" || given.stage === "closed").map((stage, index) => {
    const isCurrent = index === at && given.stage !== "cancelled";
    const state = index < at || given.stage === "closed" ? "done" : isCurrent ? "current" : "upcoming";
    const sub = given.stage === "cancelled" && index === at ? "cancelled here" : subOf(stage, given, state);
    return { key: stage, label: stageLabels[stage], state, ...(sub ? { sub } : {}), href: hrefOf(stage, given) };
  });
}

function hrefOf(stage: Stage, { id, outcomes }: Given): string {
  const here = `/engagements/${id}`;
  const hrefs: Partial<Record<Stage, string>> = {
    assess: `${here}/business-case`,
    scope: `${here}/scope`,
    source: outcomes.rfpId ? `/rfps/${outcomes.rfpId}` : `${here}/rfp`,
    contract: outcomes.contractId ? `/contracts/${outcomes.contractId}` : `${here}/contracts`,
    transition: outcomes.planId ? `/transitions/${outcomes.planId}` : `${here}/transition`,
    operate: `${here}/service-levels`,
    exit: `${here}/exit`,
  };
  return hrefs[stage] ?? here;
}

function subOf(stage: Stage, given: Given, state: "done" | "current" | "upcoming"): string | null {
  const { outcomes, reader, today } = given;
  switch (stage) {
    case "assess":
      return outcomes.assessPassedAt ? `approved ${formatDate(outcomes.assessPassedAt, reader)}` : null;
    case "scope":
      return outcomes.scopeRevision ? `v${outcomes.scopeRevision}, ${outcomes.requirements} requirements` : null;
    case "source":
      return outcomes.rfpCode;
    case "contract":
      if (!outcomes.contractCode) return null;
      return outcomes.contractSignedAt ? `${outcomes.contractCode} signed` : outcomes.contractCode;
    case "transition":
      return transitionSub(outcomes, reader);
    case "operate": {
      if (state !== "current" || !outcomes.startMonth) return null;
      const now = Math.max(1, monthsBetween(outcomes.startMonth, today.slice(0, 7)) + 1);
      return outcomes.endMonth
        ? `month ${now} of ${monthsBetween(outcomes.startMonth, outcomes.endMonth) + 1}`
        : `month ${now}`;
    }
    case "exit":
      return state === "upcoming" && given.decideBy ? `decide by ${formatDate(given.decideBy, reader)}` : null;
    case "closed":
      return given.ending;
    case "cancelled":
      return null;
  }
}

function transitionSub({ plannedGoLive, actualGoLive }: StageOutcomes, reader: Reader): string | null {
  if (!plannedGoLive) return null;
  if (!actualGoLive) return `go-live ${formatDate(plannedGoLive, reader)}`;
  const late = countDaysUntil(actualGoLive, plannedGoLive);
  const words = late > 0 ? `, ${late} ${late === 1 ? "day" : "days"} late` : late < 0 ? `, ${-late} days early` : "";
  return `live ${formatDate(actualGoLive, reader)}${words}`;
}
