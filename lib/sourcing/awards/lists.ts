import { defineList } from "@/lib/server/lists/definition";
import { awardStateLabels } from "./labels";
import { awardStates } from "./schema";

export const awardList = defineList({
  name: "awards",
  right: "bid:read",
  from: `award a JOIN rfp r ON r.id = a.rfp_id JOIN rfp_lot l ON l.id = a.lot_id
    JOIN member m ON m.id = a.proposed_by_id JOIN person p ON p.id = m.person_id`,
  organization: "a.organization_id",
  id: "a.id",
  search: "(r.code || ' ' || r.title)",
  columns: {
    rfp: { label: "RFP", sql: "r.code", kind: "text", sortable: true },
    title: { label: "Title", sql: "r.title", kind: "text", sortable: true },
    lot: { label: "Lot", sql: "l.number", kind: "count" },
    state: { label: "State", sql: "a.state", kind: "text", cast: "award_state", sortable: true },
    vendors: {
      label: "Awarded to",
      sql: `(SELECT string_agg(v.legal_name, ', ' ORDER BY s.share_percent DESC)
        FROM award_share s JOIN vendor v ON v.id = s.vendor_id WHERE s.award_id = a.id)`,
      kind: "text",
    },
    amount: { label: "Amount", sql: "a.amount", kind: "decimal", sortable: true },
    currency: { label: "Currency", sql: "a.currency", kind: "text" },
    proposedBy: { label: "Proposed by", sql: "p.name", kind: "text" },
    proposedAt: { label: "Proposed", sql: "a.proposed_at", kind: "instant", sortable: true },
    standstillUntil: {
      label: "Standstill until",
      sql: "a.standstill_until",
      kind: "instant",
      sortable: true,
      nullable: true,
    },
    finalisedAt: { label: "Final", sql: "a.finalised_at", kind: "instant", sortable: true, nullable: true },
    lotId: { label: "Lot id", sql: "a.lot_id", kind: "text", internal: true },
  },
  filters: {
    state: {
      label: "State",
      where: "a.state = ?::award_state",
      values: awardStates.map((value) => ({ value, label: awardStateLabels[value] })),
    },
    rfp: { label: "RFP", where: "a.rfp_id = ?::uuid", shape: "uuid" },
  },
  defaultSort: "-proposedAt",
});
