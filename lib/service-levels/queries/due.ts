import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { sql } from "@/lib/server/database";
import type { Month } from "@/lib/shared/month";

export type LevelMonths = { contractId: string; from: Month; to: Month | null };

/** Of each contract the first and the last month for which a service level is agreed. */
export function listLevelMonths(organizationId: OrganizationId): Promise<LevelMonths[]> {
  return sql.rows<LevelMonths>(
    `SELECT contract_id AS "contractId", min(effective_from) AS from,
       CASE WHEN bool_or(effective_to IS NULL) THEN NULL ELSE max(effective_to) END AS to
     FROM service_level WHERE organization_id = $1::uuid GROUP BY contract_id`,
    [organizationId],
  );
}

/** The months since one whose report has come. */
export function listReportedMonths(
  organizationId: OrganizationId,
  since: Month,
): Promise<{ contractId: string; month: Month }[]> {
  return sql.rows(
    `SELECT contract_id AS "contractId", month FROM measurement_period
     WHERE organization_id = $1::uuid AND month >= $2::char(7) AND state <> 'open'`,
    [organizationId, since],
  );
}
