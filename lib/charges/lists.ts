import { defineList } from "@/lib/server/lists/definition";
import { CHARGE_KIND_OPTIONS } from "./labels";

export const chargeLineList = defineList({
  name: "charge-lines",
  right: "contract:read",
  from: "charge_line l JOIN contract c ON c.id = l.contract_id",
  organization: "l.organization_id",
  id: "l.id",
  columns: {
    contract: { label: "Contract", sql: "c.code", kind: "text", sortable: true },
    contractId: { label: "Contract id", sql: "c.id", kind: "text" },
    code: { label: "Code", sql: "l.code", kind: "text", sortable: true },
    name: { label: "Charge line", sql: "l.name", kind: "text", sortable: true },
    kind: { label: "Kind", sql: "l.kind", kind: "text" },
    isCreditBase: { label: "Base of credits", sql: "l.is_credit_base", kind: "boolean" },
    effectiveFrom: { label: "From", sql: "l.effective_from", kind: "date" },
    effectiveTo: { label: "To", sql: "l.effective_to", kind: "date" },
    terms: { label: "Terms", sql: "l.parameters", kind: "text" },
    version: { label: "Version", sql: "l.version", kind: "count" },
  },
  filters: {
    contract: { label: "Contract", where: "l.contract_id = ?::uuid", shape: "uuid" },
    kind: { label: "Any kind", where: "l.kind = ?::charge_kind", values: CHARGE_KIND_OPTIONS },
  },
  search: "(l.code || ' ' || l.name)",
  defaultSort: "contract",
});

export const monthlyChargeList = defineList({
  name: "monthly-charges",
  right: "contract:read",
  from: "monthly_charge m JOIN charge_line l ON l.id = m.charge_line_id JOIN contract c ON c.id = m.contract_id",
  organization: "m.organization_id",
  id: "m.id",
  columns: {
    month: { label: "Month", sql: "m.month", kind: "text", sortable: true },
    contract: { label: "Contract", sql: "c.code", kind: "text", sortable: true },
    contractId: { label: "Contract id", sql: "c.id", kind: "text" },
    chargeLineId: { label: "Charge line id", sql: "l.id", kind: "text" },
    code: { label: "Code", sql: "l.code", kind: "text" },
    name: { label: "Charge line", sql: "l.name", kind: "text" },
    volume: { label: "Volume", sql: "m.volume", kind: "decimal" },
    amount: { label: "Charge", sql: "m.amount", kind: "decimal", sortable: true },
    currency: { label: "Currency", sql: "c.currency", kind: "text" },
    note: { label: "Note", sql: "m.note", kind: "text" },
    version: { label: "Version", sql: "m.version", kind: "count" },
  },
  filters: {
    contract: { label: "Contract", where: "m.contract_id = ?::uuid", shape: "uuid" },
    line: { label: "Charge line", where: "m.charge_line_id = ?::uuid", shape: "uuid" },
    month: { label: "Month", where: "m.month = ?" },
  },
  defaultSort: "-month",
});

export const chargeProposalList = defineList({
  name: "charge-proposals",
  right: "contract:read",
  from: "charge_proposal p JOIN charge_line l ON l.id = p.charge_line_id JOIN contract c ON c.id = p.contract_id",
  organization: "p.organization_id",
  id: "p.id",
  columns: {
    month: { label: "Month", sql: "p.month", kind: "text", sortable: true },
    contract: { label: "Contract", sql: "c.code", kind: "text", sortable: true },
    contractId: { label: "Contract id", sql: "c.id", kind: "text" },
    chargeLineId: { label: "Charge line id", sql: "l.id", kind: "text" },
    code: { label: "Code", sql: "l.code", kind: "text" },
    name: { label: "Charge line", sql: "l.name", kind: "text" },
    amount: { label: "Proposed", sql: "p.amount", kind: "decimal", sortable: true },
    currency: { label: "Currency", sql: "c.currency", kind: "text" },
    state: { label: "State", sql: "p.state", kind: "text" },
    reason: { label: "Reason", sql: "p.reason", kind: "text" },
    version: { label: "Version", sql: "p.version", kind: "count" },
  },
  filters: {
    contract: { label: "Contract", where: "p.contract_id = ?::uuid", shape: "uuid" },
    month: { label: "Month", where: "p.month = ?" },
    state: {
      label: "Any state",
      where: "p.state = ?::charge_proposal_state",
      values: [
        { value: "proposed", label: "Proposed" },
        { value: "recorded", label: "Recorded" },
        { value: "declined", label: "Declined" },
      ],
    },
  },
  defaultSort: "-month",
});
