import "server-only";
import { sql } from "@/lib/server/database";
import { formatDate } from "@/lib/shared/format";
import { RFP_STATE } from "@/lib/sourcing/rfps/labels";
import type { RfpState } from "@/lib/sourcing/rules/states";
import type { HomeReader, HomeSection } from "./row";

const MOST = 6;

export async function readLiveRfps(member: HomeReader): Promise<HomeSection> {
  const rows = await sql.rows<{
    id: string;
    code: string;
    title: string;
    state: RfpState;
    until: Date | null;
    isOver: boolean;
  }>(
    `SELECT id, code, title, state::text, bids_until AS until, coalesce(bids_until < steward_now(), false) AS "isOver" FROM rfp
     WHERE organization_id = $1 AND state IN ('draft', 'published', 'closed', 'evaluation', 'awarded')
     ORDER BY bids_until NULLS LAST, id LIMIT ${MOST}`,
    [member.organizationId],
  );
  return {
    key: "rfps",
    title: "RFPs under way",
    allHref: "/rfps",
    empty: "No RFP is under way.",
    rows: rows.map((row) => ({
      key: row.id,
      title: row.title,
      sub: `${row.code} · ${RFP_STATE[row.state].label.toLowerCase()}${row.until ? `, bids ${row.isOver ? "closed" : "until"}` : ""}`,
      href: `/rfps/${row.id}`,
      tone: row.state === "published" ? "accent" : "neutral",
      ...(row.until ? { instant: row.until.toISOString() } : {}),
    })),
  };
}

export async function readOpenQuestions(member: HomeReader): Promise<HomeSection> {
  const rows = await sql.rows<{ id: string; question: string; code: string; rfpId: string; askedAt: Date }>(
    `SELECT q.id, left(q.question, 140) AS question, r.code, r.id AS "rfpId", q.asked_at AS "askedAt" FROM clarification q JOIN rfp r ON r.id = q.rfp_id
     WHERE q.organization_id = $1 AND q.answered_at IS NULL AND r.state = 'published' ORDER BY q.asked_at LIMIT ${MOST}`,
    [member.organizationId],
  );
  return {
    key: "questions",
    title: "Questions without an answer",
    allHref: "/rfps",
    empty: "Every vendor's question is answered.",
    rows: rows.map((row) => ({
      key: row.id,
      title: row.question,
      sub: `${row.code} · asked`,
      href: `/rfps/${row.rfpId}/questions`,
      tone: "warn",
      instant: row.askedAt.toISOString(),
    })),
  };
}

/** RFPs in evaluation whose evaluator I am and whose scores I have not locked. */
export async function readMyEvaluations(member: HomeReader): Promise<HomeSection> {
  const rows = await sql.rows<{ id: string; code: string; title: string; bids: number }>(
    `SELECT r.id, r.code, r.title, (SELECT count(*) FROM bid b WHERE b.rfp_id = r.id AND b.state IN ('opened', 'valid')) AS bids
     FROM rfp_evaluator e JOIN rfp r ON r.id = e.rfp_id
     WHERE r.organization_id = $1 AND e.member_id = $2 AND e.technical_locked_at IS NULL AND r.state = 'evaluation' ORDER BY r.code LIMIT ${MOST}`,
    [member.organizationId, member.memberId],
  );
  return {
    key: "evaluations",
    title: "Evaluations waiting for you",
    allHref: "/evaluations",
    empty: "No evaluation waits for your scores.",
    rows: rows.map((row) => ({
      key: row.id,
      title: row.title,
      sub: `${row.code} · ${row.bids} ${row.bids === 1 ? "bid" : "bids"} to score`,
      href: `/evaluations/${row.id}`,
      tone: "accent",
    })),
  };
}

/** Running contracts whose renewal is still to be decided, the nearest last safe decision first. */
export async function readRenewals(member: HomeReader): Promise<HomeSection> {
  const rows = await sql.rows<{
    id: string;
    code: string;
    title: string;
    endDate: string;
    decideBy: string;
    today: string;
  }>(
    `SELECT c.id, c.code, c.title, k.end_on AS "endDate", k.decide_by AS "decideBy", k.today
     FROM contract c JOIN contract_calendar k ON k.contract_id = c.id
     WHERE c.organization_id = $1 AND k.state IN ('active', 'expiring') AND k.end_on IS NOT NULL
       AND c.notice_given_on IS NULL
     ORDER BY k.decide_by, c.id LIMIT ${MOST}`,
    [member.organizationId],
  );
  return {
    key: "renewals",
    title: "Renewals by last safe decision",
    allHref: "/contracts?sort=endDate",
    empty: "No running contract waits for this decision.",
    rows: rows.map((row) => ({
      key: row.id,
      title: row.title,
      sub: `${row.code} · decide by ${formatDate(row.decideBy, member)}, ends ${formatDate(row.endDate, member)}`,
      href: `/contracts/${row.id}`,
      tone: row.decideBy < row.today ? "bad" : "neutral",
    })),
  };
}
