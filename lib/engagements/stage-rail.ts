import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { sql } from "@/lib/server/database";

/** What came out of each stage, as the rail shows it; and what the tabs count. One query. */
export type StageOutcomes = {
  assessPassedAt: string | null;
  scopeRevision: number | null;
  requirements: number;
  rfpId: string | null;
  rfpCode: string | null;
  contractId: string | null;
  contractCode: string | null;
  contractSignedAt: string | null;
  startMonth: string | null;
  endMonth: string | null;
  planId: string | null;
  plannedGoLive: string | null;
  actualGoLive: string | null;
  vendors: string | null;
  objectives: number;
  contracts: number;
  serviceLevels: number;
  risks: number;
  governance: number;
};

const QUERY = `
  SELECT
    (SELECT to_char(decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') FROM stage_passage
      WHERE engagement_id = e.id AND from_stage = 'assess' AND to_stage = 'scope' AND state = 'passed'
      ORDER BY decided_at DESC LIMIT 1) AS "assessPassedAt",
    s.revision AS "scopeRevision",
    (SELECT count(*) FROM requirement WHERE scope_id = s.id) AS requirements,
    r.id AS "rfpId", r.code AS "rfpCode",
    c.id AS "contractId", c.code AS "contractCode",
    to_char(c.signed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "contractSignedAt",
    to_char(c.start_date, 'YYYY-MM') AS "startMonth", to_char(c.end_date, 'YYYY-MM') AS "endMonth",
    t.id AS "planId", t.planned_go_live AS "plannedGoLive", t.actual_go_live AS "actualGoLive",
    (SELECT string_agg(DISTINCT v.legal_name, ', ') FROM contract k JOIN vendor v ON v.id = k.vendor_id
      WHERE k.engagement_id = e.id AND k.state IN ('signed', 'active', 'expiring')) AS vendors,
    (SELECT count(*) FROM objective WHERE engagement_id = e.id) AS objectives,
    (SELECT count(*) FROM contract WHERE engagement_id = e.id) AS contracts,
    (SELECT count(*) FROM service_level l JOIN contract k ON k.id = l.contract_id
      WHERE k.engagement_id = e.id AND l.effective_to IS NULL) AS "serviceLevels",
    (SELECT count(*) FROM risk WHERE engagement_id = e.id AND state <> 'closed') AS risks,
    (SELECT count(*) FROM action_item WHERE engagement_id = e.id AND state = 'open')
      + (SELECT count(*) FROM issue WHERE engagement_id = e.id AND state = 'open') AS governance
  FROM engagement e
  LEFT JOIN LATERAL (SELECT id, revision FROM scope_of_work WHERE engagement_id = e.id ORDER BY revision DESC LIMIT 1) s ON true
  LEFT JOIN LATERAL (SELECT id, code FROM rfp WHERE engagement_id = e.id AND state NOT IN ('cancelled', 'unsuccessful')
    ORDER BY created_at DESC LIMIT 1) r ON true
  LEFT JOIN LATERAL (SELECT * FROM contract WHERE engagement_id = e.id AND state <> 'terminated'
    ORDER BY created_at DESC LIMIT 1) c ON true
  LEFT JOIN LATERAL (SELECT id, planned_go_live, actual_go_live FROM transition_plan WHERE engagement_id = e.id
    ORDER BY created_at DESC LIMIT 1) t ON true
  WHERE e.id = $1::uuid AND e.organization_id = $2::uuid`;

export async function findStageOutcomes(organization: OrganizationId, engagementId: string): Promise<StageOutcomes> {
  const rows = await sql.rows<StageOutcomes>(QUERY, [engagementId, organization]);
  const found = rows[0];
  if (!found) throw new Error(`Engagement ${engagementId} went away while its page was drawn.`);
  return found;
}
