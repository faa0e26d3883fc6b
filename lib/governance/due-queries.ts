import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { sql } from "@/lib/server/database";

export type OverdueAction = {
  id: string;
  title: string;
  dueDate: string;
  engagementId: string;
  engagement: string;
  ownerPersonId: string | null;
  vendorOwner: string;
};

/** Open actions whose day has passed where the organization is. */
export function listOverdueActions(organizationId: OrganizationId): Promise<OverdueAction[]> {
  return sql.rows<OverdueAction>(
    `SELECT a.id, a.title, a.due_date AS "dueDate", e.id AS "engagementId", e.name AS engagement,
       m.person_id AS "ownerPersonId", a.vendor_owner AS "vendorOwner"
     FROM action_item a JOIN engagement e ON e.id = a.engagement_id LEFT JOIN member m ON m.id = a.owner_id
     WHERE a.organization_id = $1::uuid AND a.state = 'open' AND a.due_date < (SELECT organization_today($1::uuid))
     ORDER BY a.due_date, a.id`,
    [organizationId],
  );
}
