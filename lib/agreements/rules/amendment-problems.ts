import { findOverAllocated } from "@/lib/service-levels/rules/period-credits";
import { findServiceLevelProblem, type ServiceLevelInput } from "@/lib/service-levels/schema";
import { d } from "@/lib/shared/decimal";
import type { Month } from "@/lib/shared/month";
import { amendText, firstMonthUnder, type TextAmendment } from "./amended-text";
import type { ContractText, ServiceLevelText } from "./contract-text";

type Problems = Record<string, string>;

function isInForce(level: ServiceLevelText, month: Month): boolean {
  return level.effectiveFrom <= month && (level.effectiveTo === null || month <= level.effectiveTo);
}

function findLineProblems(text: ContractText, { effectiveFrom, parts }: TextAmendment): Problems {
  const problems: Problems = {};
  parts.chargeLines.forEach(({ code, line }, index) => {
    const held = text.chargeLines.filter((each) => each.code === code);
    const later = held.find((each) => each.effectiveFrom !== null && each.effectiveFrom >= effectiveFrom);
    if (later)
      problems[`chargeLines.${index}`] = `${code} begins on ${later.effectiveFrom}; change it from a later day.`;
    else if (!line && held.length === 0) problems[`chargeLines.${index}`] = `There is no charge line ${code}.`;
    else if (line?.effectiveFrom && line.effectiveFrom < effectiveFrom)
      problems[`chargeLines.${index}.line.effectiveFrom`] = `The amendment is in force from ${effectiveFrom}.`;
  });
  return problems;
}

function findDefinitionProblems(text: ContractText, amendment: TextAmendment): Problems {
  const { parts } = amendment;
  const month = firstMonthUnder(amendment.effectiveFrom);
  const problems: Problems = {};
  parts.kpis.forEach(({ code }, index) => {
    const later = text.kpis.find((each) => each.code === code && (each.effectiveFrom ?? "") >= month);
    if (later)
      problems[`kpis.${index}`] = `${code} is defined from ${later.effectiveFrom}; change it from a later month.`;
  });
  const kpis = amendText(text, amendment).kpis;
  parts.serviceLevels.forEach(({ kpi: code, level }, index) => {
    const path = `serviceLevels.${index}`;
    const kpi = kpis.findLast((each) => each.code === code);
    const held = text.serviceLevels.filter((each) => each.kpi === code);
    const later = held.find((each) => each.effectiveFrom >= month);
    if (!kpi) problems[`${path}.kpi`] = `There is no KPI ${code}.`;
    else if (later) problems[path] = `${code} has its level from ${later.effectiveFrom}; change it from a later month.`;
    else if (!level && held.length === 0) problems[path] = `${code} has no service level that could end.`;
    else if (level) {
      const direction = kpi.direction === "lower" ? "lower" : "higher";
      const found = findServiceLevelProblem(direction, level as unknown as ServiceLevelInput) ?? {};
      for (const [name, message] of Object.entries(found)) problems[`${path}.level.${name}`] = message;
    }
  });
  return problems;
}

/** Allocations of a category's pool sum to at most 100 % in the first month under the amendment. */
function findPoolProblem(text: ContractText, amendment: TextAmendment): Problems {
  const month = firstMonthUnder(amendment.effectiveFrom);
  const levels = amendText(text, amendment).serviceLevels.filter((level) => isInForce(level, month));
  const pools = levels.flatMap(({ category, scheme }) => {
    const stored = scheme as { type?: string; allocationPercent?: string } | null;
    return stored?.type === "pool" ? [{ category, allocationPercent: d(stored.allocationPercent ?? "0") }] : [];
  });
  const over = findOverAllocated(pools).map((name) => name || "no category");
  return over.length === 0
    ? {}
    : { serviceLevels: `The allocations of ${over.join(", ")} sum to more than 100 % from ${month}.` };
}

/** What an amendment may not do, by field of the amendment; nothing: it can be proposed. */
export function findAmendmentProblems(text: ContractText, amendment: TextAmendment): Problems {
  const problems = { ...findLineProblems(text, amendment), ...findDefinitionProblems(text, amendment) };
  return Object.keys(problems).length > 0 ? problems : findPoolProblem(text, amendment);
}
