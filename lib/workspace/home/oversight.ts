import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { sql } from "@/lib/server/database";
import type { HomeSection } from "./row";

const MOST = 6;

/** Approvals that one of my roles may decide and that I did not ask for myself. */
export async function readMyDecisions(member: MemberActor): Promise<HomeSection> {
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
export async function readOpenCredits(member: MemberActor): Promise<HomeSection> {
  const rows = await sql.rows<{
    contractId: string;
    title: string;
    amount: string;
    currency: string;
    months: string;
    count: number;
  }>(
    `SELECT c.id AS "contractId", c.title, trim_scale(sum(s.amount))::text AS amount, s.currency, min(s.month) || ' to ' || max(s.month) AS months, count(*) AS count
     FROM service_credit s JOIN contract c ON c.id = s.contract_id
     WHERE s.organization_id = $1 AND s.state IN ('calculated', 'agreed') AND s.amount > 0
     GROUP BY c.id, c.title, s.currency ORDER BY sum(s.amount) DESC LIMIT ${MOST}`,
    [member.organizationId],
  );
  return {
    key: "credits",
    title: "Credits not yet taken",
    allHref: "/service-levels",
    empty: "Every credit has been taken.",
    rows: rows.map((row) => ({
      key: `${row.contractId}-${row.currency}`,
      title: row.title,
      sub: `${row.currency} ${row.amount} · ${row.count} ${row.count === 1 ? "line" : "lines"}, ${row.months}`,
      href: `/contracts/${row.contractId}/service-levels/credits`,
      tone: "warn",
    })),
  };
}

/** Verified months that wait for the lock. */
export async function readPeriodsToLock(member: MemberActor): Promise<HomeSection> {
  const rows = await sql.rows<{ id: string; contractId: string; title: string; month: string }>(
    `SELECT p.id, c.id AS "contractId", c.title, p.month FROM measurement_period p JOIN contract c ON c.id = p.contract_id
     WHERE p.organization_id = $1 AND p.state = 'verified' ORDER BY p.month, c.code LIMIT ${MOST}`,
    [member.organizationId],
  );
  return {
    key: "locks",
    title: "Verified months to lock",
    allHref: "/service-levels",
    empty: "No verified month waits for its lock.",
    rows: rows.map((row) => ({
      key: row.id,
      title: row.title,
      sub: row.month,
      href: `/contracts/${row.contractId}/service-levels?month=${row.month}`,
      tone: "accent",
    })),
  };
}

export async function readLatestEvents(member: MemberActor): Promise<HomeSection> {
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
      title: row.label,
      sub: `${row.action} · ${row.actor}`,
      href: "/settings/audit",
      tone: "neutral",
      instant: row.at.toISOString(),
    })),
  };
}

/** Jobs that gave up, and mail that nobody could be sent. */
export async function readSystemTrouble(member: MemberActor): Promise<HomeSection> {
  const rows = await sql.rows<{ id: string; kind: string; what: string; at: Date }>(
    `(SELECT id, 'job' AS kind, kind || ': ' || coalesce(message, 'failed') AS what, created_at AS at FROM job
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
      href: row.kind === "job" ? "/settings/jobs" : "/settings/outbox",
      tone: row.kind === "job" ? "bad" : "neutral",
      instant: row.at.toISOString(),
    })),
  };
}
