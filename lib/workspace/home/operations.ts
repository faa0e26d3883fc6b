import "server-only";
import { sql } from "@/lib/server/database";
import { periodStateLabels } from "@/lib/service-levels/labels";
import type { PeriodState } from "@/lib/service-levels/rules/period-states";
import { valueText } from "@/lib/service-levels/value-text";
import { formatDate, formatMonth } from "@/lib/shared/format";
import type { HomeReader, HomeSection } from "./row";

const MOST = 6;

/** Engagements that are red or amber, own ones first, with the reason in words. */
export async function readTroubledEngagements(member: HomeReader): Promise<HomeSection> {
  const rows = await sql.rows<{ id: string; code: string; name: string; health: "red" | "amber"; reason: string }>(
    `SELECT id, code, name, health::text, health_reason AS reason FROM engagement
     WHERE organization_id = $1 AND health IN ('red', 'amber') AND stage NOT IN ('closed', 'cancelled')
     ORDER BY (owner_id = $2) DESC, health = 'red' DESC, code LIMIT ${MOST}`,
    [member.organizationId, member.memberId],
  );
  return {
    key: "engagements",
    title: "Engagements that need you",
    allHref: "/engagements?sort=health",
    empty: "No engagement is red or amber.",
    rows: rows.map((row) => ({
      key: row.id,
      title: row.name,
      sub: `${row.code} · ${row.reason}`,
      href: `/engagements/${row.id}`,
      tone: row.health === "red" ? "bad" : "warn",
    })),
  };
}

/** Months that the vendor has reported and nobody has verified. */
export async function readPeriodsToVerify(member: HomeReader): Promise<HomeSection> {
  const rows = await sql.rows<{ id: string; contractId: string; title: string; month: string; state: PeriodState }>(
    `SELECT p.id, c.id AS "contractId", c.title, p.month, p.state::text FROM measurement_period p JOIN contract c ON c.id = p.contract_id
     WHERE p.organization_id = $1 AND p.state IN ('reported', 'disputed') ORDER BY p.month, c.code LIMIT ${MOST}`,
    [member.organizationId],
  );
  return {
    key: "periods",
    title: "Months to verify",
    empty: "Every reported month is verified.",
    rows: rows.map((row) => ({
      key: row.id,
      title: row.title,
      sub: `${formatMonth(row.month, member)} · ${periodStateLabels[row.state].label.toLowerCase()}`,
      href: `/contracts/${row.contractId}/service-levels?month=${row.month}`,
      tone: row.state === "disputed" ? "warn" : "accent",
    })),
  };
}

export async function readOverdueActions(member: HomeReader): Promise<HomeSection> {
  const rows = await sql.rows<{
    id: string;
    title: string;
    dueDate: string;
    engagementId: string;
    engagement: string;
    days: number;
  }>(
    `SELECT a.id, a.title, a.due_date AS "dueDate", e.id AS "engagementId", e.name AS engagement, (SELECT organization_today($1::uuid)) - a.due_date AS days
     FROM action_item a JOIN engagement e ON e.id = a.engagement_id
     WHERE a.organization_id = $1 AND a.state = 'open' AND a.due_date < (SELECT organization_today($1::uuid)) ORDER BY a.due_date, a.id LIMIT ${MOST}`,
    [member.organizationId],
  );
  return {
    key: "actions",
    title: "Overdue actions",
    allHref: "/governance",
    empty: "No action is overdue.",
    rows: rows.map((row) => ({
      key: row.id,
      title: row.title,
      sub: `${row.engagement} · due ${formatDate(row.dueDate, member)}, ${row.days} ${row.days === 1 ? "day" : "days"} ago`,
      href: `/engagements/${row.engagementId}/governance`,
      tone: "warn",
    })),
  };
}

/** Service levels below their minimum in the last complete month. */
export async function readBreaches(member: HomeReader): Promise<HomeSection> {
  const rows = await sql.rows<{
    id: string;
    name: string;
    value: string;
    minimum: string;
    unit: string;
    month: string;
    contractId: string;
    vendor: string;
  }>(
    `SELECT r.service_level_id AS id, k.name, trim_scale(r.value)::text AS value, trim_scale(s.minimum)::text AS minimum, k.unit, r.month,
       c.id AS "contractId", v.legal_name AS vendor
     FROM (SELECT r.*, c.code FROM period_result r JOIN contract c ON c.id = r.contract_id
       WHERE r.organization_id = $1 AND r.status = 'belowMinimum'
         AND r.month = to_char((SELECT organization_today($1::uuid)) - interval '1 month', 'YYYY-MM')::char(7)
       ORDER BY c.code, r.service_level_id LIMIT ${MOST}) r
     JOIN service_level s ON s.id = r.service_level_id JOIN kpi k ON k.id = s.kpi_id
     JOIN contract c ON c.id = r.contract_id JOIN vendor v ON v.id = c.vendor_id
     ORDER BY c.code, k.code`,
    [member.organizationId],
  );
  return {
    key: "breaches",
    title: "Below minimum last month",
    allHref: "/service-levels?status=belowMinimum",
    empty: "No service level was below its minimum last month.",
    rows: rows.map((row) => ({
      key: row.id,
      title: row.name,
      sub: `${valueText(row.value, { unit: row.unit, decimals: null }, member)} against ${valueText(row.minimum, { unit: row.unit, decimals: null }, member)} · ${row.vendor}`,
      href: `/contracts/${row.contractId}/service-levels?month=${row.month}`,
      tone: "bad",
    })),
  };
}
