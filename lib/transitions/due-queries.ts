import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { sql } from "@/lib/server/database";

export type OverdueTask = {
  id: string;
  code: string;
  name: string;
  plannedEnd: string;
  planId: string;
  plan: string;
  ownerPersonId: string;
  vendorOwner: string;
  vendorId: string | null;
  contractId: string | null;
};

/** Tasks that are not done although their planned end has passed; without an owner of its own, the plan's is told. */
export function listOverdueTasks(organizationId: OrganizationId): Promise<OverdueTask[]> {
  return sql.rows<OverdueTask>(
    `SELECT k.id, k.code, k.name, k.planned_end AS "plannedEnd", t.id AS "planId", t.name AS plan,
       coalesce(o.person_id, p.person_id) AS "ownerPersonId", k.vendor_owner AS "vendorOwner",
       c.vendor_id AS "vendorId", c.id AS "contractId"
     FROM transition_task k JOIN transition_plan t ON t.id = k.plan_id JOIN member p ON p.id = t.owner_id
     LEFT JOIN member o ON o.id = k.client_owner_id LEFT JOIN contract c ON c.id = t.contract_id
     WHERE k.organization_id = $1::uuid AND k.state <> 'done' AND t.stage <> 'closed'
       AND k.planned_end < (SELECT organization_today($1::uuid))
     ORDER BY k.planned_end, k.id`,
    [organizationId],
  );
}
