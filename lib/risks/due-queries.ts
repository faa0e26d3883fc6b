import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { sql } from "@/lib/server/database";

export type DueOfRisk = { id: string; riskId: string; text: string; day: string; ownerPersonId: string | null };

/** Mitigations of living risks that are not done although their day has passed. */
export function listOverdueMitigations(organizationId: OrganizationId): Promise<DueOfRisk[]> {
  return sql.rows<DueOfRisk>(
    `SELECT g.id, r.id AS "riskId", r.code || ' ' || g.description AS text, g.due_date AS day,
       coalesce(m.person_id, o.person_id) AS "ownerPersonId"
     FROM risk_mitigation g JOIN risk r ON r.id = g.risk_id
     LEFT JOIN member m ON m.id = g.owner_id LEFT JOIN member o ON o.id = r.owner_id
     WHERE g.organization_id = $1::uuid AND r.state IN ('open', 'mitigated') AND g.done_on IS NULL
       AND g.due_date < (SELECT organization_today($1::uuid))
     ORDER BY g.due_date, g.id`,
    [organizationId],
  );
}

/** Living risks whose day of review has come. */
export function listRiskReviews(organizationId: OrganizationId): Promise<DueOfRisk[]> {
  return sql.rows<DueOfRisk>(
    `SELECT r.id, r.id AS "riskId", r.code || ' ' || r.title AS text, r.review_date AS day, o.person_id AS "ownerPersonId"
     FROM risk r LEFT JOIN member o ON o.id = r.owner_id
     WHERE r.organization_id = $1::uuid AND r.state <> 'closed' AND r.review_date <= (SELECT organization_today($1::uuid))
     ORDER BY r.review_date, r.id`,
    [organizationId],
  );
}
