import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { db, sql } from "@/lib/server/database";
import { dayOf, decimalOf } from "@/lib/server/values";
import { d } from "@/lib/shared/decimal";
import { formatDate, type Reader } from "@/lib/shared/format";
import type { Month } from "@/lib/shared/month";
import { countDaysUntil } from "@/lib/shared/renewal";
import { approverLabels } from "./labels";

export type MonthlyMoney = { month: Month; charges: string; credits: string };

/** Charges and service credits of an engagement by month, oldest first. Credits count from agreed on. */
export function listMonthlyMoney(organization: OrganizationId, engagementId: string): Promise<MonthlyMoney[]> {
  return sql.rows<MonthlyMoney>(
    `SELECT m.month, sum(m.amount)::text AS charges,
       coalesce((SELECT sum(s.amount) FROM credit_entry s JOIN contract k ON k.id = s.contract_id
         WHERE k.engagement_id = $1::uuid AND s.month = m.month AND s.state <> 'calculated'), 0)::text AS credits
     FROM monthly_charge m JOIN contract c ON c.id = m.contract_id
     WHERE c.engagement_id = $1::uuid AND c.organization_id = $2::uuid
     GROUP BY m.month ORDER BY m.month`,
    [engagementId, organization],
  );
}

export type LevelRow = {
  id: string;
  contractId: string;
  kpiId: string;
  name: string;
  unit: string;
  direction: "higher" | "lower";
  expected: string;
  minimum: string;
  month: Month | null;
  value: string | null;
  status: string | null;
  history: { month: Month; value: string | null }[];
};

/** The current service levels with the last 13 months of results, the worst first. */
export function listServiceLevels(organization: OrganizationId, engagementId: string): Promise<LevelRow[]> {
  return sql.rows<LevelRow>(
    `SELECT l.id, l.contract_id AS "contractId", k.id AS "kpiId", k.name, k.unit, k.direction,
       trim_scale(l.expected)::text AS expected, trim_scale(l.minimum)::text AS minimum,
       last.month, trim_scale(last.value)::text AS value, last.status,
       coalesce((SELECT json_agg(json_build_object('month', h.month, 'value', trim_scale(h.value)::text) ORDER BY h.month)
         FROM (SELECT r.month, r.value FROM period_result r JOIN service_level o ON o.id = r.service_level_id
           WHERE o.kpi_id = k.id ORDER BY r.month DESC LIMIT 13) h), '[]'::json) AS history
     FROM service_level l JOIN kpi k ON k.id = l.kpi_id JOIN contract c ON c.id = l.contract_id
     LEFT JOIN LATERAL (SELECT month, value, status FROM period_result WHERE service_level_id = l.id
       ORDER BY month DESC LIMIT 1) last ON true
     WHERE c.engagement_id = $1::uuid AND c.organization_id = $2::uuid AND l.effective_to IS NULL
     ORDER BY CASE last.status WHEN 'belowMinimum' THEN 0 WHEN 'belowExpected' THEN 1 ELSE 2 END, l.class, k.name
     LIMIT 100`,
    [engagementId, organization],
  );
}

/** The contract that the right-hand column speaks of: the one that runs, else the newest. */
export async function findMainContract(organization: OrganizationId, engagementId: string, today: string) {
  const contracts = await db.contract.findMany({
    where: { organizationId: organization, engagementId, state: { not: "terminated" } },
    orderBy: { createdAt: "desc" },
    take: 20,
    select: {
      id: true,
      code: true,
      title: true,
      type: true,
      state: true,
      currency: true,
      startDate: true,
      endDate: true,
      renewal: true,
      renewalMonths: true,
      clientNoticeMonths: true,
      noticeGivenOn: true,
      deliveryLocations: true,
      coverageHours: true,
      atRiskPercent: true,
    },
  });
  const found = contracts.find((one) => ["active", "expiring"].includes(one.state)) ?? contracts[0];
  if (!found) return null;
  const [calendar] = await sql.rows<{ endOn: string | null; decideBy: string | null }>(
    `SELECT end_on AS "endOn", decide_by AS "decideBy" FROM contract_calendar
     WHERE contract_id = $1::uuid AND organization_id = $2::uuid`,
    [found.id, organization],
  );
  // Once notice is given there is nothing left to decide about the renewal.
  const decideBy = found.renewal === null || found.noticeGivenOn ? null : (calendar?.decideBy ?? null);
  return {
    ...found,
    startDate: dayOf(found.startDate),
    endDate: calendar?.endOn ?? null,
    atRiskPercent: decimalOf(found.atRiskPercent),
    decideBy,
    daysToDecision: decideBy === null ? null : countDaysUntil(decideBy, today),
  };
}

export type NextThing = {
  /** For a period: its month, to be written as the reader does. */
  month?: Month;
  key: string;
  kind: "period" | "action" | "task" | "approval";
  text: string;
  sub: string;
  href: string;
};

/** What is to be done next on an engagement, the most urgent first, dates as the reader writes them. */
export async function listNext(
  organization: OrganizationId,
  engagementId: string,
  reader: Pick<Reader, "locale">,
): Promise<NextThing[]> {
  const rows = await sql.rows<{
    key: string;
    kind: NextThing["kind"];
    text: string;
    day: string | null;
    extra: string;
    target: string;
  }>(
    `(SELECT p.id::text AS key, 'period' AS kind, p.month AS text, NULL AS day, p.state::text AS extra, c.id::text AS target
       FROM measurement_period p JOIN contract c ON c.id = p.contract_id
       WHERE c.engagement_id = $1::uuid AND c.organization_id = $2::uuid AND p.state IN ('reported', 'disputed')
       ORDER BY p.month LIMIT 2)
     UNION ALL
     (SELECT id::text, 'action', title, due_date::text, '', id::text FROM action_item
       WHERE engagement_id = $1::uuid AND organization_id = $2::uuid AND state = 'open' ORDER BY due_date LIMIT 3)
     UNION ALL
     (SELECT t.id::text, 'task', t.name, t.planned_end::text, '', t.plan_id::text FROM transition_task t
       JOIN transition_plan p ON p.id = t.plan_id
       WHERE p.engagement_id = $1::uuid AND p.organization_id = $2::uuid AND p.stage <> 'closed' AND t.state <> 'done'
       ORDER BY t.planned_end LIMIT 2)
     UNION ALL
     (SELECT id::text, 'approval', summary, to_char(requested_at, 'YYYY-MM-DD'), required_role::text, kind::text FROM approval
       WHERE engagement_id = $1::uuid AND organization_id = $2::uuid AND state = 'pending' ORDER BY requested_at LIMIT 3)`,
    [engagementId, organization],
  );
  return rows.map((row) => toNext({ ...row, day: row.day === null ? "" : formatDate(row.day, reader) }, engagementId));
}

const approvers: Record<string, string> = approverLabels;

function toNext(
  row: { key: string; kind: NextThing["kind"]; text: string; day: string; extra: string; target: string },
  engagementId: string,
): NextThing {
  const shared = { key: row.key, kind: row.kind };
  switch (row.kind) {
    case "period":
      return {
        ...shared,
        text: row.extra === "disputed" ? "Settle the dispute of" : "Verify",
        month: row.text,
        sub: row.extra,
        href: `/contracts/${row.target}/service-levels`,
      };
    case "action":
      return { ...shared, text: row.text, sub: `action, due ${row.day}`, href: `/governance/actions/${row.target}` };
    case "task":
      return { ...shared, text: row.text, sub: `task, planned to end ${row.day}`, href: `/transitions/${row.target}` };
    case "approval":
      return {
        ...shared,
        text: row.text,
        sub: `waits for ${approvers[row.extra] ?? row.extra} since ${row.day}`,
        href:
          row.target === "businessCase"
            ? `/engagements/${engagementId}/business-case`
            : `/engagements/${engagementId}#gate`,
      };
  }
}

export async function listContractsOf(organization: OrganizationId, engagementId: string) {
  const rows = await db.contract.findMany({
    where: { organizationId: organization, engagementId },
    orderBy: { code: "asc" },
    take: 100,
    select: {
      id: true,
      code: true,
      title: true,
      type: true,
      state: true,
      startDate: true,
      endDate: true,
      currency: true,
      yearlyValue: true,
      vendor: { select: { legalName: true } },
    },
  });
  return rows.map((row) => ({
    ...row,
    vendor: row.vendor.legalName,
    startDate: dayOf(row.startDate),
    endDate: dayOf(row.endDate),
    yearlyValue: decimalOf(row.yearlyValue),
  }));
}

export function listRfpsOf(organization: OrganizationId, engagementId: string) {
  return db.rfp.findMany({
    where: { organizationId: organization, engagementId },
    orderBy: { createdAt: "desc" },
    take: 50,
    select: {
      id: true,
      code: true,
      title: true,
      state: true,
      bidsUntil: true,
      _count: { select: { rfpInvitations: true } },
    },
  });
}

export async function listPlansOf(organization: OrganizationId, engagementId: string) {
  const rows = await db.transitionPlan.findMany({
    where: { organizationId: organization, engagementId },
    orderBy: { createdAt: "desc" },
    take: 20,
    select: {
      id: true,
      code: true,
      name: true,
      stage: true,
      plannedGoLive: true,
      actualGoLive: true,
      transitionTasks: { select: { state: true } },
      goNoGoCriterions: { select: { state: true } },
    },
  });
  return rows.map(({ transitionTasks, goNoGoCriterions, ...row }) => ({
    ...row,
    plannedGoLive: dayOf(row.plannedGoLive),
    actualGoLive: dayOf(row.actualGoLive),
    tasks: transitionTasks.length,
    tasksDone: transitionTasks.filter((task) => task.state === "done").length,
    criteria: goNoGoCriterions.length,
    criteriaMet: goNoGoCriterions.filter((one) => one.state !== "open").length,
  }));
}

/** Whole money as text, for sums of months. */
export function sumTexts(values: readonly string[]): string {
  return values.reduce((total, value) => total.plus(d(value)), d("0")).toFixed();
}
