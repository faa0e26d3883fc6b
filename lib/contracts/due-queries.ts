import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { sql } from "@/lib/server/database";
import type { ContractState } from "./rules/states";

/** A contract that runs or has run, as its calendar gives it on its own day. */
export type ContractTerm = {
  id: string;
  code: string;
  title: string;
  engagementId: string;
  vendorId: string;
  ownerPersonId: string;
  currency: string;
  awardId: string | null;
  /** What the row says, and what the calendar says. */
  storedState: ContractState;
  state: ContractState;
  today: string;
  startDate: string | null;
  endOn: string | null;
  noticeBy: string | null;
  decideBy: string | null;
  isNoticeGiven: boolean;
};

/** Contracts in force, and those whose term ended less than so many months ago, for what becomes due in them. */
export function listTerms(organizationId: OrganizationId, endedMonths: number): Promise<ContractTerm[]> {
  return sql.rows<ContractTerm>(
    `SELECT c.id, c.code, c.title, c.engagement_id AS "engagementId", c.vendor_id AS "vendorId",
       m.person_id AS "ownerPersonId", c.currency, c.award_id AS "awardId", c.state::text AS "storedState",
       k.state::text AS state, k.today, c.start_date AS "startDate", k.end_on AS "endOn",
       k.notice_by AS "noticeBy", k.decide_by AS "decideBy", c.notice_given_on IS NOT NULL AS "isNoticeGiven"
     FROM contract c JOIN contract_calendar k ON k.contract_id = c.id JOIN member m ON m.id = c.owner_id
     WHERE c.organization_id = $1::uuid AND (c.state IN ('active', 'expiring')
       OR (c.state = 'expired' AND k.end_on > k.today - make_interval(months => $2)))
     ORDER BY c.code`,
    [organizationId, endedMonths],
  );
}
