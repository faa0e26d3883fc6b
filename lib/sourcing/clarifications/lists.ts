import { defineList } from "@/lib/server/lists/definition";

export const clarificationList = defineList({
  name: "clarifications",
  right: "rfp:read",
  from: "clarification c JOIN rfp r ON r.id = c.rfp_id JOIN vendor v ON v.id = c.vendor_id",
  organization: "c.organization_id",
  id: "c.id",
  columns: {
    askedAt: { label: "Asked", sql: "c.asked_at", kind: "instant", sortable: true },
    rfp: { label: "RFP", sql: "r.code", kind: "text" },
    rfpId: { label: "RFP id", sql: "r.id", kind: "text", internal: true },
    vendor: { label: "Asked by", sql: "v.legal_name", kind: "text" },
    question: { label: "Question", sql: "coalesce(c.published_question, c.question)", kind: "text" },
    answer: { label: "Answer", sql: "c.answer", kind: "text" },
    visibility: { label: "Answered to", sql: "c.visibility", kind: "text" },
    lateReason: { label: "Late because", sql: "c.late_reason", kind: "text" },
    answeredAt: { label: "Answered", sql: "c.answered_at", kind: "instant", sortable: true, nullable: true },
    version: { label: "Version", sql: "c.version", kind: "count", internal: true },
  },
  filters: {
    rfp: { label: "RFP", where: "c.rfp_id = ?::uuid", shape: "uuid" },
    state: {
      label: "Any state",
      where: "(c.answered_at IS NULL) = (? = 'open')",
      values: [
        { value: "open", label: "To be answered" },
        { value: "answered", label: "Answered" },
      ],
    },
  },
  defaultSort: "-askedAt",
});
