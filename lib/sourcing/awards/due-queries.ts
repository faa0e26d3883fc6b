import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { sql } from "@/lib/server/database";

export type EndedStandstill = {
  id: string;
  lotId: string;
  code: string;
  lot: number;
  ownerPersonId: string;
  until: Date;
};

/** Awards whose standstill has ended and that nobody has made final yet. */
export function listEndedStandstills(organizationId: OrganizationId): Promise<EndedStandstill[]> {
  return sql.rows<EndedStandstill>(
    `SELECT a.id, a.lot_id AS "lotId", r.code, l.number AS lot, m.person_id AS "ownerPersonId", a.standstill_until AS until
     FROM award a JOIN rfp r ON r.id = a.rfp_id JOIN rfp_lot l ON l.id = a.lot_id JOIN member m ON m.id = r.owner_id
     WHERE a.organization_id = $1::uuid AND a.state = 'standstill' AND a.standstill_until <= steward_now()
     ORDER BY r.code, l.number`,
    [organizationId],
  );
}
