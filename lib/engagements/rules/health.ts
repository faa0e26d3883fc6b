import { type Decimal, d, toDecimalText } from "@/lib/shared/decimal";
import { saySignal } from "./health-words";

export type Health = "green" | "amber" | "red" | "grey";

export type HealthSignal = { key: string; label: string; value: string; threshold: string; state: Health };

/** Null means that there is no data, which is grey and never green. */
export type HealthFacts = {
  serviceLevelsBelowMinimum: number | null;
  criticalBelowMinimum: number | null;
  /** Share of service levels met, in percent, per period, oldest first. */
  attainment: Decimal[];
  openSevereIssues: number | null;
  overdueTasks: number | null;
  overdueActions: number | null;
  /** Mean answer of the last survey, 1 to 5. */
  satisfaction: Decimal | null;
  /** Charges over the approved case in percent; negative is cheaper. */
  budgetVariancePercent: Decimal | null;
  /** Days until the last safe decision date of a contract that ends; negative when it has passed. */
  daysToDecision: number | null;
  isWatermelon: boolean | null;
};

/** Each pair: from where it is amber, from where it is red. */
export type HealthThresholds = {
  belowMinimum: [number, number];
  falling: [number, number];
  severeIssues: [number, number];
  overdue: [number, number];
  satisfactionUnder: [string, string];
  budgetPercent: [string, string];
  decisionDays: [number, number];
};

export const DEFAULT_HEALTH_THRESHOLDS: HealthThresholds = {
  belowMinimum: [1, 3],
  falling: [5, 15],
  severeIssues: [1, 3],
  overdue: [1, 5],
  satisfactionUnder: ["3.5", "2.5"],
  budgetPercent: ["5", "10"],
  decisionDays: [60, 0],
};

const SEVERITY: Record<Health, number> = { grey: 0, green: 1, amber: 2, red: 3 };

function rising(value: Decimal, [amber, red]: [number | string, number | string]): Health {
  if (value.gte(red)) return "red";
  return value.gte(amber) ? "amber" : "green";
}

function counted(key: string, label: string, count: number | null, limits: [number, number]): HealthSignal {
  const threshold = `amber from ${limits[0]}, red from ${limits[1]}`;
  if (count === null) return { key, label, value: "no data", threshold, state: "grey" };
  return { key, label, value: String(count), threshold, state: rising(d(count), limits) };
}

/** Points lost from the third-last period to the last; a trend needs three periods. */
function measureFall(series: Decimal[]): Decimal | null {
  const [first, , last] = series.slice(-3);
  return first && last ? first.minus(last) : null;
}

/**
 * Service levels were met in all of the last three periods, yet satisfaction fell by at least `fall` over them:
 * green outside, red inside. Null with fewer than three periods of both.
 */
export function isWatermelon(met: boolean[], satisfaction: Decimal[], fall: Decimal): boolean | null {
  const lost = measureFall(satisfaction);
  if (met.length < 3 || lost === null) return null;
  return met.slice(-3).every(Boolean) && lost.gte(fall);
}

/** Every signal with its value, threshold and state. A critical service level below minimum is red by itself. */
export function readSignals(facts: HealthFacts, limits: HealthThresholds = DEFAULT_HEALTH_THRESHOLDS): HealthSignal[] {
  const fall = measureFall(facts.attainment);
  const [satisfied, unhappy] = limits.satisfactionUnder;
  const { satisfaction, budgetVariancePercent: variance, daysToDecision: days } = facts;
  return [
    counted("belowMinimum", "Service levels below minimum", facts.serviceLevelsBelowMinimum, limits.belowMinimum),
    counted("criticalBelowMinimum", "Critical service levels below minimum", facts.criticalBelowMinimum, [1, 1]),
    {
      key: "trend",
      label: "Attainment lost over three periods",
      value: fall === null ? "no data" : `${toDecimalText(fall)} points`,
      threshold: `amber from ${limits.falling[0]} points, red from ${limits.falling[1]}`,
      state: fall === null ? "grey" : rising(fall, limits.falling),
    },
    counted("severeIssues", "Open severe issues", facts.openSevereIssues, limits.severeIssues),
    counted("overdueTasks", "Overdue transition tasks", facts.overdueTasks, limits.overdue),
    counted("overdueActions", "Overdue actions", facts.overdueActions, limits.overdue),
    {
      key: "satisfaction",
      label: "Satisfaction of the business users",
      value: satisfaction === null ? "no data" : `${toDecimalText(satisfaction)} of 5`,
      threshold: `amber under ${satisfied}, red under ${unhappy}`,
      state:
        satisfaction === null
          ? "grey"
          : satisfaction.lt(unhappy)
            ? "red"
            : satisfaction.lt(satisfied)
              ? "amber"
              : "green",
    },
    {
      key: "budget",
      label: "Charges over the business case",
      value: variance === null ? "no data" : `${toDecimalText(variance)} %`,
      threshold: `amber from ${limits.budgetPercent[0]} %, red from ${limits.budgetPercent[1]} %`,
      state: variance === null ? "grey" : rising(variance, limits.budgetPercent),
    },
    {
      key: "renewal",
      label: "Days to the last safe decision on renewal",
      value: days === null ? "no data" : String(days),
      threshold: `amber under ${limits.decisionDays[0]}, red under ${limits.decisionDays[1]}`,
      state:
        days === null
          ? "grey"
          : days < limits.decisionDays[1]
            ? "red"
            : days < limits.decisionDays[0]
              ? "amber"
              : "green",
    },
    {
      key: "watermelon",
      label: "Service levels met while satisfaction falls",
      value: facts.isWatermelon === null ? "no data" : facts.isWatermelon ? "yes" : "no",
      threshold: "amber when yes",
      state: facts.isWatermelon === null ? "grey" : facts.isWatermelon ? "amber" : "green",
    },
  ];
}

export type HealthResult = { health: Health; reason: string; signals: HealthSignal[] };

/** The worst signal decides; signals without data do not count, and with none at all the engagement is grey. */
export function judgeHealth(signals: HealthSignal[]): HealthResult {
  const health = signals.reduce<Health>(
    (worst, one) => (SEVERITY[one.state] > SEVERITY[worst] ? one.state : worst),
    "grey",
  );
  if (health === "grey") return { health, reason: "No data yet", signals };
  if (health === "green") return { health, reason: "All signals are fine", signals };
  const causes = signals.filter((signal) => signal.state === health);
  return { health, reason: causes.map(saySignal).join("; "), signals };
}
