import "server-only";
import { sql } from "@/lib/server/database";
import { formatMoney, formatMonth } from "@/lib/shared/format";
import type { HomeReader, HomeSection } from "./row";

const MOST = 6;

function monthsText(from: string, to: string, reader: HomeReader): string {
  return from === to ? formatMonth(from, reader) : `${formatMonth(from, reader)} to ${formatMonth(to, reader)}`;
}

/** `serviceLevel.restate` is "service level restate". */
function inWords(action: string): string {
  return action
    .replaceAll(/[._]/g, " ")
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase();
}

/** Approvals that one of my roles may decide and that I did not ask for myself. */
export async function readMyDecisions(member: HomeReader): Promise<HomeSection> {
  const rows = await sql.rows<{ id: string; summary: string; by: string; at: Date }>(
    `SELECT a.id, a.summary, p.name AS by, a.requested_at AS at FROM approval a
     JOIN member m ON m.id = a.requested_by_id JOIN person p ON p.id = m.person_id
     WHERE a.organization_id = $1 AND a.state = 'pending' AND a.required_role::text = ANY ($2::text[]) AND a.requested_by_id <> $3
     ORDER BY a.requested_at LIMIT ${MOST}`,
    [member.organizationId, member.roles, member.memberId],
  );
  return {
    key: "decisions",
    title: "Decisions waiting for you",
    allHref: "/approvals",
    empty: "Nothing waits for your decision.",
    rows: rows.map((row) => ({
      key: row.id,
      title: row.summary,
      sub: `asked by ${row.by}`,
      href: "/approvals",
      tone: "accent",
      instant: row.at.toISOString(),
    })),
  };
}

/** Credits that no invoice has taken yet. */
export async function readOpenCredits(member: HomeReader): Promise<HomeSection> {
  const rows = await sql.rows<{
    contractId: string;
    title: string;
    amount: string;
    currency: string;
    from: string;
    to: string;
    count: number;
  }>(
    `SELECT c.id AS "contractId", c.title, trim_scale(sum(s.amount))::text AS amount, s.currency, min(s.month) AS from, max(s.month) AS to, count(*) AS count
     FROM credit_entry s JOIN contract c ON c.id = s.contract_id
     WHERE s.organization_id = $1 AND s.state IN ('calculated', 'agreed')
     GROUP BY c.id, c.title, s.currency ORDER BY sum(s.amount) DESC LIMIT ${MOST}`,
    [member.organizationId],
  );
  return {
    key: "credits",
    title: "Credits not yet taken",
    empty: "Every credit has been taken.",
    rows: rows.map((row) => ({
      key: `${row.contractId}-${row.currency}`,
      title: row.title,
      sub: `${formatMoney(row.amount, row.currency, member, { digits: "paid" })} · ${row.count} ${row.count === 1 ? "line" : "lines"}, ${monthsText(row.from, row.to, member)}`,
      href: `/contracts/${row.contractId}/service-levels/credits`,
      tone: "warn",
    })),
  };
}

/** Verified months that wait for the lock. */
export async function readPeriodsToLock(member: HomeReader): Promise<HomeSection> {
  const rows = await sql.rows<{ id: string; contractId: string; title: string; month: string }>(
    `SELECT p.id, c.id AS "contractId", c.title, p.month FROM measurement_period p JOIN contract c ON c.id = p.contract_id
     WHERE p.organization_id = $1 AND p.state = 'verified' ORDER BY p.month, c.code LIMIT ${MOST}`,
    [member.organizationId],
  );
  return {
    key: "locks",
    title: "Verified months to lock",
    empty: "No verified month waits for its lock.",
    rows: rows.map((row) => ({
      key: row.id,
      title: row.title,
      sub: formatMonth(row.month, member),
      href: `/contracts/${row.contractId}/service-levels?month=${row.month}`,
      tone: "accent",
    })),
  };
}

export async function readLatestEvents(member: HomeReader): Promise<HomeSection> {
  const rows = await sql.rows<{ sequence: number; action: string; label: string; actor: string; at: Date }>(
    `SELECT sequence, action, subject_label AS label, actor_name AS actor, at FROM audit_event WHERE organization_id = $1 ORDER BY sequence DESC LIMIT ${MOST}`,
    [member.organizationId],
  );
  return {
    key: "events",
    title: "Latest entries of the audit log",
    allHref: "/settings/audit",
    empty: "Nothing has happened yet.",
    rows: rows.map((row) => ({
      key: String(row.sequence),
      title: row.label || inWords(row.action),
      sub: `${inWords(row.action)} · ${row.actor}`,
      href: `/settings/audit/${row.sequence}`,
      tone: "neutral",
      instant: row.at.toISOString(),
    })),
  };
}

/** Jobs that gave up, and mail that nobody could be sent. */
export async function readSystemTrouble(member: HomeReader): Promise<HomeSection> {
  const rows = await sql.rows<{ id: string; kind: string; what: string; at: Date }>(
    `(SELECT id, 'job' AS kind, initcap(replace(kind, '_', ' ')) || ': ' || coalesce(message, 'failed') AS what, created_at AS at FROM job
      WHERE organization_id = $1 AND state = 'failed' ORDER BY created_at DESC LIMIT ${MOST})
     UNION ALL (SELECT id, 'mail', subject, created_at FROM outbox_message WHERE organization_id = $1 AND state IN ('waiting', 'failed') ORDER BY created_at DESC LIMIT ${MOST})
     ORDER BY at DESC LIMIT ${MOST}`,
    [member.organizationId],
  );
  return {
    key: "system",
    title: "Mail waiting and jobs that failed",
    allHref: "/settings/outbox",
    empty: "No mail waits and no job has failed.",
    rows: rows.map((row) => ({
      key: row.id,
      title: row.what,
      sub: row.kind === "job" ? "Job" : "E-mail in the outbox",
      href: `/settings/${row.kind === "job" ? "jobs" : "outbox"}/${row.id}`,
      tone: row.kind === "job" ? "bad" : "neutral",
      instant: row.at.toISOString(),
    })),
  };
}
