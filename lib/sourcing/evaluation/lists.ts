import { defineList } from "@/lib/server/lists/definition";

/** One row per lot whose bids are to be opened, scored, ranked or awarded. */
export const evaluationList = defineList({
  name: "evaluations",
  right: "bid:read",
  from: `rfp_lot l JOIN rfp r ON r.id = l.rfp_id LEFT JOIN LATERAL (
    SELECT count(*) AS named, count(e.technical_locked_at) AS locked FROM rfp_evaluator e WHERE e.rfp_id = r.id) ev ON true
    LEFT JOIN award a ON a.lot_id = l.id AND a.state IN ('proposed', 'approved', 'standstill', 'final')`,
  organization: "l.organization_id",
  id: "l.id",
  where: "r.state NOT IN ('draft', 'cancelled') AND (r.state <> 'published' OR r.opening_at <= steward_now())",
  search: "(r.code || ' ' || r.title)",
  columns: {
    rfp: { label: "RFP", sql: "r.code", kind: "text", sortable: true },
    title: { label: "Title", sql: "r.title", kind: "text", sortable: true },
    lot: { label: "Lot", sql: "l.number", kind: "count", sortable: true },
    lotTitle: { label: "Lot title", sql: "l.title", kind: "text" },
    openingAt: { label: "Opening", sql: "r.opening_at", kind: "instant", sortable: true, nullable: true },
    phase: {
      label: "Phase",
      sql: `CASE WHEN a.state IN ('approved', 'standstill', 'final') THEN 'done' WHEN r.technical_opened_at IS NULL THEN 'sealed'
        WHEN r.price_opened_at IS NOT NULL THEN 'award' WHEN r.technical_locked_at IS NOT NULL THEN 'prices'
        WHEN ev.named > 0 AND ev.named = ev.locked THEN 'moderation' ELSE 'scoring' END`,
      kind: "text",
    },
    evaluators: { label: "Evaluators", sql: "ev.named", kind: "count" },
    locked: { label: "Locked", sql: "ev.locked", kind: "count" },
    bids: {
      label: "Bids",
      sql: `(SELECT count(*) FROM bid b WHERE b.lot_id = l.id AND b.state IN ('opened', 'valid', 'rejected'))`,
      kind: "count",
    },
    award: { label: "Award", sql: "a.state", kind: "text" },
  },
  filters: {
    rfpState: {
      label: "State",
      where: "r.state = ?::rfp_state",
      values: [
        { value: "closed", label: "To open" },
        { value: "evaluation", label: "In evaluation" },
        { value: "awarded", label: "Awarded" },
        { value: "complete", label: "Complete" },
        { value: "unsuccessful", label: "Unsuccessful" },
      ],
    },
  },
  defaultSort: "-openingAt",
});
