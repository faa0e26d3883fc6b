import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { sql } from "@/lib/server/database";
import type { AreaKey } from "./areas";

/** More than this is shown as this: the navigation tells whether there is work, not how much exactly. */
const MOST = 999;

// Months are char(7): compared with a text they would be cast row by row, and no index would answer.
const COUNTED: Partial<Record<AreaKey, string>> = {
  engagements: "engagement WHERE organization_id = $1 AND stage NOT IN ('closed', 'cancelled')",
  processes: "process WHERE organization_id = $1 AND state = 'active'",
  approvals: "approval WHERE organization_id = $1 AND state = 'pending' AND required_role::text = ANY ($2::text[])",
  rfps: "rfp WHERE organization_id = $1 AND state IN ('draft', 'published', 'closed', 'evaluation', 'awarded')",
  evaluations: "rfp WHERE organization_id = $1 AND state IN ('closed', 'evaluation')",
  vendors: "vendor WHERE organization_id = $1 AND status <> 'retired'",
  contracts: "contract WHERE organization_id = $1 AND state NOT IN ('expired', 'terminated')",
  serviceLevels: `period_result r WHERE r.organization_id = $1 AND r.status = 'belowMinimum'
    AND r.month = to_char((SELECT organization_today($1::uuid)) - interval '1 month', 'YYYY-MM')::char(7)`,
  transitions: "transition_plan WHERE organization_id = $1 AND stage <> 'closed'",
  governance:
    "action_item WHERE organization_id = $1 AND state = 'open' AND due_date < (SELECT organization_today($1::uuid))",
  risks: "risk WHERE organization_id = $1 AND state IN ('open', 'mitigated')",
};

const QUERY = `SELECT ${Object.entries(COUNTED)
  .map(([key, from]) => `(SELECT count(*) FROM (SELECT 1 FROM ${from} LIMIT ${MOST}) AS counted) AS "${key}"`)
  .join(", ")}`;

/** What waits in each area; one query whose cost has an upper bound in an organization of any size. */
export async function countAreas(
  organization: OrganizationId,
  roles: readonly string[],
): Promise<Partial<Record<AreaKey, number>>> {
  const rows = await sql.rows<Partial<Record<AreaKey, number>>>(QUERY, [organization, roles]);
  return rows[0] ?? {};
}
