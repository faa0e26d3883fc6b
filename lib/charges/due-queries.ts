import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { sql } from "@/lib/server/database";
import type { Month } from "@/lib/shared/month";
import type { ChargeKind } from "./labels";

export type DueLine = {
  id: string;
  contractId: string;
  code: string;
  kind: ChargeKind;
  priceItemId: string | null;
  effectiveFrom: string | null;
  effectiveTo: string | null;
};

/** Lines that are owed month by month; a milestone is owed when it is accepted. */
export function listMonthlyLines(organizationId: OrganizationId): Promise<DueLine[]> {
  return sql.rows<DueLine>(
    `SELECT id, contract_id AS "contractId", code, kind::text AS kind, price_item_id AS "priceItemId",
       effective_from AS "effectiveFrom", effective_to AS "effectiveTo"
     FROM charge_line WHERE organization_id = $1::uuid AND kind <> 'milestone' ORDER BY contract_id, position`,
    [organizationId],
  );
}

/** Lines and months since one that are charged or for which a charge was proposed, decided or not. */
export function listChargedMonths(
  organizationId: OrganizationId,
  since: Month,
): Promise<{ chargeLineId: string; month: Month; isCharged: boolean }[]> {
  return sql.rows(
    `SELECT charge_line_id AS "chargeLineId", month, true AS "isCharged" FROM monthly_charge
     WHERE organization_id = $1::uuid AND month >= $2::char(7)
     UNION ALL SELECT charge_line_id, month, false FROM charge_proposal
     WHERE organization_id = $1::uuid AND month >= $2::char(7)`,
    [organizationId, since],
  );
}
