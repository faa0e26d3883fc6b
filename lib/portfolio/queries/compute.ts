import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { sql } from "@/lib/server/database";
import { addMonths, monthRange } from "@/lib/shared/month";
import type { AttainmentGroup, PortfolioContent } from "../content";

const MONTHS = 24;
const ATTAINMENT_MONTHS = 13;

type Scope = { organization: OrganizationId; currency: string; thisMonth: string };

/** Everything of the page, from the read models (monthly charges, period results): set-based, a few queries. */
export async function computePortfolio(scope: Scope): Promise<PortfolioContent> {
  const [money, otherCurrencies, attainment, groups, pipeline, health, risks, charges, renewals] = await Promise.all([
    readMoney(scope),
    readOtherCurrencies(scope),
    readAttainment(scope),
    readGroups(scope),
    readPipeline(scope),
    readHealth(scope),
    readRisks(scope),
    readCharges(scope),
    readRenewals(scope),
  ]);
  return {
    currency: scope.currency,
    asOfMonth: addMonths(scope.thisMonth, -1),
    money,
    otherCurrencies,
    attainment,
    ...groups,
    pipeline,
    health,
    risks,
    charges,
    renewals,
  };
}

/** Actual charges, credits, and what the approved cases planned for vendors in that calendar year, a twelfth a month. */
async function readMoney({ organization, currency, thisMonth }: Scope): Promise<PortfolioContent["money"]> {
  const from = addMonths(thisMonth, -MONTHS);
  const actual = await sql.rows<{ month: string; actual: string; credits: string }>(
    `WITH charged AS (
       SELECT m.month, sum(m.amount) AS amount FROM monthly_charge m JOIN contract c ON c.id = m.contract_id
       WHERE m.organization_id = $1 AND m.month >= $3 AND m.month < $4 AND c.currency = $2 GROUP BY m.month),
     credited AS (
       SELECT month, sum(amount) AS amount FROM credit_entry
       WHERE organization_id = $1 AND month >= $3 AND month < $4 AND currency = $2 GROUP BY month)
     SELECT month, coalesce(charged.amount, 0)::text AS actual, coalesce(credited.amount, 0)::text AS credits
     FROM charged FULL JOIN credited USING (month)`,
    [organization, currency, from, thisMonth],
  );
  const planned = await sql.rows<{ year: number; monthly: string }>(
    `SELECT f.year, (sum(f.amount) / 12)::text AS monthly FROM business_case b
     JOIN engagement e ON e.id = b.engagement_id AND e.stage IN ('transition', 'operate', 'exit')
     JOIN cash_flow_line l ON l.option_id = b.chosen_option_id AND l.category = 'vendorCharges'
     JOIN cash_flow f ON f.line_id = l.id
     WHERE b.organization_id = $1 AND b.state = 'approved' AND b.currency = $2 GROUP BY f.year`,
    [organization, currency],
  );
  const byMonth = new Map(actual.map((row) => [row.month, row]));
  const byYear = new Map(planned.map((row) => [String(row.year), row.monthly]));
  return monthRange(from, addMonths(thisMonth, -1)).map((month) => ({
    month,
    actual: byMonth.get(month)?.actual ?? "0",
    credits: byMonth.get(month)?.credits ?? "0",
    planned: byYear.get(month.slice(0, 4)) ?? null,
  }));
}

function readOtherCurrencies({ organization, currency }: Scope): Promise<PortfolioContent["otherCurrencies"]> {
  return sql.rows(
    `SELECT currency, count(*) AS contracts FROM contract
     WHERE organization_id = $1 AND currency <> $2 AND state IN ('active', 'expiring') GROUP BY currency ORDER BY currency`,
    [organization, currency],
  );
}

async function readAttainment({ organization, thisMonth }: Scope): Promise<PortfolioContent["attainment"]> {
  const from = addMonths(thisMonth, -ATTAINMENT_MONTHS);
  const rows = await sql.rows<{ month: string; status: string; count: number }>(
    `SELECT month, status, count(*) AS count FROM period_result
     WHERE organization_id = $1 AND month >= $2 AND month < $3 GROUP BY month, status`,
    [organization, from, thisMonth],
  );
  const count = (month: string, status: string) =>
    rows.find((row) => row.month === month && row.status === status)?.count ?? 0;
  return monthRange(from, addMonths(thisMonth, -1)).map((month) => ({
    month,
    met: count(month, "met"),
    belowExpected: count(month, "belowExpected"),
    belowMinimum: count(month, "belowMinimum"),
    missing: count(month, "missing"),
  }));
}

/** Service levels met in the last three complete months, by who delivers, what kind of work, and from where. */
async function readGroups({
  organization,
  thisMonth,
}: Scope): Promise<Pick<PortfolioContent, "byVendor" | "byCategory" | "byCountry">> {
  const counted = `count(*) FILTER (WHERE r.status = 'met') AS met, count(*) AS counted
    FROM period_result r JOIN contract c ON c.id = r.contract_id`;
  const within = `r.organization_id = $1 AND r.month >= $2 AND r.month < $3 AND r.status IN ('met', 'belowExpected', 'belowMinimum')`;
  const worstFirst = "ORDER BY count(*) FILTER (WHERE r.status = 'met')::numeric / count(*), counted DESC LIMIT 12";
  const values = [organization, addMonths(thisMonth, -3), thisMonth];
  const read = (key: string, label: string, joins: string) =>
    sql.rows<AttainmentGroup>(
      `SELECT ${key} AS key, ${label} AS label, ${counted} ${joins} WHERE ${within} GROUP BY 1, 2 ${worstFirst}`,
      values,
    );
  const vendors = "JOIN vendor v ON v.id = c.vendor_id";
  const [byVendor, byCountry, byCategory] = await Promise.all([
    read("v.id::text", "v.legal_name", vendors),
    read("v.country", "v.country", vendors),
    read(
      "p.category::text",
      "p.category::text",
      `JOIN LATERAL (SELECT DISTINCT process.category FROM engagement_process ep JOIN process ON process.id = ep.process_id
         WHERE ep.engagement_id = c.engagement_id) p ON true`,
    ),
  ]);
  return { byVendor, byCountry, byCategory };
}

function readPipeline({ organization, currency }: Scope): Promise<PortfolioContent["pipeline"]> {
  return sql.rows(
    `SELECT stage::text, count(*) AS engagements,
       coalesce(sum(estimated_yearly_value) FILTER (WHERE currency = $2), 0)::text AS value
     FROM engagement WHERE organization_id = $1 GROUP BY stage ORDER BY stage`,
    [organization, currency],
  );
}

function readHealth({ organization }: Scope): Promise<PortfolioContent["health"]> {
  return sql.rows(
    `SELECT health::text, count(*) AS engagements FROM engagement
     WHERE organization_id = $1 AND stage IN ('transition', 'operate', 'exit') GROUP BY health`,
    [organization],
  );
}

function readRisks({ organization }: Scope): Promise<PortfolioContent["risks"]> {
  return sql.rows(
    `SELECT coalesce(residual_probability, probability) AS probability, coalesce(residual_impact, impact) AS impact, count(*) AS count
     FROM risk WHERE organization_id = $1 AND state <> 'closed' GROUP BY 1, 2`,
    [organization],
  );
}

function readCharges({ organization, currency, thisMonth }: Scope): Promise<PortfolioContent["charges"]> {
  return sql.rows(
    `SELECT v.id AS "vendorId", v.legal_name AS vendor, v.country, e.id AS "engagementId", e.name AS engagement, sum(m.amount)::text AS amount
     FROM monthly_charge m JOIN contract c ON c.id = m.contract_id JOIN vendor v ON v.id = c.vendor_id
     JOIN engagement e ON e.id = c.engagement_id
     WHERE m.organization_id = $1 AND c.currency = $2 AND m.month >= $3 AND m.month < $4
     GROUP BY v.id, v.legal_name, v.country, e.id, e.name ORDER BY sum(m.amount) DESC LIMIT 500`,
    [organization, currency, addMonths(thisMonth, -12), thisMonth],
  );
}

/** Running contracts whose renewal is still to be decided, by their own calendar. */
async function readRenewals({ organization }: Scope): Promise<PortfolioContent["renewals"]> {
  return sql.rows<PortfolioContent["renewals"][number]>(
    `SELECT c.id AS "contractId", c.code, c.title, v.legal_name AS vendor, k.end_on AS "endDate", k.decide_by AS "decideBy"
     FROM contract c JOIN contract_calendar k ON k.contract_id = c.id JOIN vendor v ON v.id = c.vendor_id
     WHERE c.organization_id = $1 AND k.state IN ('active', 'expiring') AND c.notice_given_on IS NULL
       AND k.end_on < k.today + interval '30 months' ORDER BY k.end_on, c.id LIMIT 40`,
    [organization],
  );
}
