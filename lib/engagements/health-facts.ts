import "server-only";
import type { Transaction } from "@/lib/server/database";
import { decimalOf } from "@/lib/server/values";
import { type Decimal, d, HUNDRED, sum, ZERO } from "@/lib/shared/decimal";
import type { Month } from "@/lib/shared/month";
import { type HealthFacts, isWatermelon } from "./rules/health";
import type { Stage } from "./rules/stages";

type Of = { engagementId: string; organizationId: string };

const RUNNING: readonly Stage[] = ["transition", "operate", "exit"];

type MonthlyResults = { month: Month; met: number; rated: number; belowMinimum: number; criticalBelowMinimum: number };

/** The last three months that have results, oldest first. */
function readResults(tx: Transaction, of: Of): Promise<MonthlyResults[]> {
  return tx.$queryRaw<MonthlyResults[]>`
    SELECT * FROM (
      SELECT r.month, count(*) FILTER (WHERE r.status = 'met')::int AS met,
        count(*) FILTER (WHERE r.status IN ('met', 'belowExpected', 'belowMinimum'))::int AS rated,
        count(*) FILTER (WHERE r.status = 'belowMinimum')::int AS "belowMinimum",
        count(*) FILTER (WHERE r.status = 'belowMinimum' AND l.class = 'critical')::int AS "criticalBelowMinimum"
      FROM period_result r
      JOIN contract c ON c.id = r.contract_id
      JOIN service_level l ON l.id = r.service_level_id
      WHERE c.engagement_id = ${of.engagementId}::uuid AND c.organization_id = ${of.organizationId}::uuid
        AND r.status <> 'missing'
      GROUP BY r.month ORDER BY r.month DESC LIMIT 3) AS last
    ORDER BY month`;
}

/** Charges so far against the approved case, a twelfth of a year per month, in percent over; null without a case or without charges. */
async function readBudgetVariance(tx: Transaction, of: Of): Promise<Decimal | null> {
  // One after the other: a transaction is one connection.
  const charges = await tx.$queryRaw<{ month: Month; amount: string }[]>`
    SELECT m.month, sum(m.amount)::text AS amount FROM monthly_charge m JOIN contract c ON c.id = m.contract_id
    WHERE c.engagement_id = ${of.engagementId}::uuid AND c.organization_id = ${of.organizationId}::uuid
    GROUP BY m.month ORDER BY m.month`;
  const plan = await tx.$queryRaw<{ year: number; amount: string }[]>`
    SELECT f.year, sum(f.amount)::text AS amount
    FROM business_case b JOIN cash_flow_line l ON l.option_id = b.chosen_option_id JOIN cash_flow f ON f.line_id = l.id
    WHERE b.engagement_id = ${of.engagementId}::uuid AND b.organization_id = ${of.organizationId}::uuid
      AND b.state = 'approved' AND l.category IN ('vendorCharges', 'indexation')
    GROUP BY f.year`;
  if (charges.length === 0 || plan.length === 0) return null;
  const planned = new Map(plan.map((row) => [row.year, d(row.amount)]));
  const due = sum(charges.map(({ month }) => (planned.get(Number(month.slice(0, 4))) ?? ZERO).dividedBy(12)));
  if (due.isZero()) return null;
  const spent = sum(charges.map((row) => d(row.amount)));
  return spent.minus(due).times(HUNDRED).dividedBy(due).toDecimalPlaces(1);
}

/** Days until the earliest last safe decision that is still to be taken, by the contracts' own calendar. */
async function readDaysToDecision(tx: Transaction, of: Of, today: string): Promise<number | null> {
  const rows = await tx.$queryRaw<{ days: number | null }[]>`
    SELECT min(k.decide_by - ${today}::date)::int AS days
    FROM contract_calendar k JOIN contract c ON c.id = k.contract_id
    WHERE c.engagement_id = ${of.engagementId}::uuid AND c.organization_id = ${of.organizationId}::uuid
      AND c.state IN ('active', 'expiring') AND c.notice_given_on IS NULL`;
  return rows[0]?.days ?? null;
}

/** What the signals of an engagement are made of, as of a day. */
export async function readHealthFacts(tx: Transaction, of: Of, stage: Stage, today: string): Promise<HealthFacts> {
  const isRunning = RUNNING.includes(stage);
  const before = new Date(`${today}T00:00:00Z`);
  const results = await readResults(tx, of);
  const issues = await tx.issue.count({ where: { ...of, state: "open", severity: "severe" } });
  const actions = await tx.actionItem.count({ where: of });
  const overdueActions = await tx.actionItem.count({ where: { ...of, state: "open", dueDate: { lt: before } } });
  const plan = await tx.transitionPlan.findFirst({
    where: { ...of, stage: { not: "closed" } },
    select: {
      _count: { select: { transitionTasks: { where: { state: { not: "done" }, plannedEnd: { lt: before } } } } },
    },
  });
  const surveys = await tx.satisfactionSurvey.findMany({
    where: of,
    orderBy: { month: "desc" },
    take: 3,
    select: { score: true },
  });
  const { watermelonFall } = await tx.organization.findUniqueOrThrow({
    where: { id: of.organizationId },
    select: { watermelonFall: true },
  });
  const variance = await readBudgetVariance(tx, of);
  const daysToDecision = await readDaysToDecision(tx, of, today);
  const last = results.at(-1);
  const satisfaction = surveys.map(({ score }) => d(decimalOf(score))).reverse();
  const rated = results.filter((month) => month.rated > 0);
  return {
    serviceLevelsBelowMinimum: last?.belowMinimum ?? null,
    criticalBelowMinimum: last?.criticalBelowMinimum ?? null,
    attainment: rated.map((month) => d(month.met).times(HUNDRED).dividedBy(month.rated).toDecimalPlaces(1)),
    openSevereIssues: isRunning || issues > 0 ? issues : null,
    overdueTasks: plan ? plan._count.transitionTasks : null,
    overdueActions: actions > 0 ? overdueActions : null,
    satisfaction: satisfaction.at(-1) ?? null,
    budgetVariancePercent: variance,
    // In exit the decision has been taken.
    daysToDecision: isRunning && stage !== "exit" ? daysToDecision : null,
    isWatermelon: isWatermelon(
      rated.map((month) => month.met === month.rated),
      satisfaction,
      d(watermelonFall.toFixed()),
    ),
  };
}
