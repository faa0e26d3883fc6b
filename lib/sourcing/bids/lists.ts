import { defineList } from "@/lib/server/lists/definition";
import { bidStateLabels } from "./labels";

/** Bids that have been opened. Sealed ones are in no list on the client's side, not even as a number. */
export const bidList = defineList({
  name: "bids",
  right: "bid:read",
  from: `bid b JOIN rfp r ON r.id = b.rfp_id JOIN rfp_lot l ON l.id = b.lot_id JOIN vendor v ON v.id = b.vendor_id`,
  organization: "b.organization_id",
  id: "b.id",
  where: "b.state IN ('opened', 'valid', 'rejected')",
  search: "(v.code || ' ' || v.legal_name)",
  columns: {
    vendor: { label: "Vendor", sql: "v.legal_name", kind: "text", sortable: true },
    rfp: { label: "RFP", sql: "r.code", kind: "text", sortable: true },
    rfpTitle: { label: "Title", sql: "r.title", kind: "text" },
    lot: { label: "Lot", sql: "l.number", kind: "count" },
    state: { label: "State", sql: "b.state", kind: "text", cast: "bid_state", sortable: true },
    submittedAt: { label: "Submitted", sql: "b.submitted_at", kind: "instant", sortable: true, nullable: true },
    technicalScore: {
      label: "Technical score",
      sql: "b.technical_score",
      kind: "decimal",
      sortable: true,
      nullable: true,
    },
    evaluatedPrice: {
      label: "Evaluated price",
      sql: "b.evaluated_price",
      kind: "decimal",
      sortable: true,
      nullable: true,
    },
    currency: { label: "Currency", sql: "r.currency", kind: "text" },
    rejectionReason: { label: "Rejected because", sql: "b.rejection_reason", kind: "text" },
    lotId: { label: "Lot id", sql: "b.lot_id", kind: "text", internal: true },
  },
  filters: {
    state: {
      label: "State",
      where: "b.state = ?::bid_state",
      values: (["opened", "valid", "rejected"] as const).map((value) => ({ value, label: bidStateLabels[value] })),
    },
    rfp: { label: "RFP", where: "b.rfp_id = ?::uuid", shape: "uuid" },
    vendor: { label: "Vendor", where: "b.vendor_id = ?::uuid", shape: "uuid" },
  },
  defaultSort: "-submittedAt",
});
