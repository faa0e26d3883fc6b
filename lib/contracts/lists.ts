import { defineList } from "@/lib/server/lists/definition";
import { CONTRACT_STATE, CONTRACT_TYPE, contractOptions } from "./labels";

export const contractList = defineList({
  name: "contracts",
  right: "contract:read",
  from: `contract c JOIN contract_calendar k ON k.contract_id = c.id JOIN vendor v ON v.id = c.vendor_id
    JOIN engagement e ON e.id = c.engagement_id`,
  organization: "c.organization_id",
  id: "c.id",
  columns: {
    title: { label: "Contract", sql: "c.title", kind: "text", sortable: true },
    code: { label: "Code", sql: "c.code", kind: "text", sortable: true },
    vendor: { label: "Vendor", sql: "v.legal_name", kind: "text", sortable: true },
    engagement: { label: "Engagement", sql: "e.name", kind: "text" },
    type: { label: "Type", sql: "c.type", kind: "text" },
    state: { label: "State", sql: "k.state", kind: "text", sortable: true, cast: "contract_state" },
    startDate: { label: "Start", sql: "c.start_date", kind: "date", sortable: true, nullable: true },
    endDate: { label: "End", sql: "k.end_on", kind: "date", sortable: true, nullable: true },
    noticeBy: { label: "Notice by", sql: "k.notice_by", kind: "date", sortable: true, nullable: true },
    decideBy: { label: "Decide by", sql: "k.decide_by", kind: "date", sortable: true, nullable: true },
    yearlyValue: { label: "Value a year", sql: "k.yearly_value", kind: "decimal", sortable: true, nullable: true },
    currency: { label: "Currency", sql: "c.currency", kind: "text" },
    today: { label: "Today", sql: "k.today", kind: "date", internal: true },
  },
  filters: {
    state: { label: "Any state", where: "k.state = ?::contract_state", values: contractOptions(CONTRACT_STATE) },
    type: { label: "Any type", where: "c.type = ?::contract_type", values: contractOptions(CONTRACT_TYPE) },
    decide: {
      label: "Any decision date",
      where: `CASE ?::text WHEN 'past' THEN k.decide_by < k.today ELSE k.decide_by BETWEEN k.today AND k.today + 90 END
        AND k.state IN ('active', 'expiring')`,
      values: [
        { value: "past", label: "Decision date has passed" },
        { value: "soon", label: "To decide within 90 days" },
      ],
    },
    vendor: { label: "Vendor", where: "c.vendor_id = ?::uuid", shape: "uuid" },
    engagement: { label: "Engagement", where: "c.engagement_id = ?::uuid", shape: "uuid" },
  },
  search: "(c.code || ' ' || c.title)",
  defaultSort: "title",
});

export const amendmentList = defineList({
  name: "amendments",
  right: "contract:read",
  from: `contract_amendment a JOIN contract c ON c.id = a.contract_id JOIN member m ON m.id = a.created_by_id
    JOIN person p ON p.id = m.person_id`,
  organization: "a.organization_id",
  id: "a.id",
  columns: {
    contract: { label: "Contract", sql: "c.code", kind: "text", sortable: true },
    contractId: { label: "Contract id", sql: "c.id", kind: "text" },
    number: { label: "Number", sql: "a.number", kind: "count", sortable: true },
    effectiveFrom: { label: "In force from", sql: "a.effective_from", kind: "date", sortable: true },
    summary: { label: "Summary", sql: "a.summary", kind: "text" },
    changes: { label: "Changes", sql: "a.changes", kind: "text" },
    isPending: {
      label: "Waits for approval",
      sql: "(a.needs_approval AND a.approved_at IS NULL)",
      kind: "boolean",
    },
    createdBy: { label: "Written by", sql: "p.name", kind: "text" },
    createdAt: { label: "Written", sql: "a.created_at", kind: "instant", sortable: true },
  },
  filters: { contract: { label: "Contract", where: "a.contract_id = ?::uuid", shape: "uuid" } },
  search: "a.summary",
  defaultSort: "-effectiveFrom",
});
