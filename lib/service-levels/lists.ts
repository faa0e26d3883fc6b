import { defineList } from "@/lib/server/lists/definition";
import {
  attainmentOptions,
  classOptions,
  creditStateOptions,
  measurementSourceOptions,
  periodStateOptions,
} from "./labels";

/** Every service level in force with its latest month. The lateral join reads one row by the results' primary key. */
export const serviceLevelList = defineList({
  name: "service-levels",
  right: "serviceLevel:read",
  from: `service_level s JOIN kpi k ON k.id = s.kpi_id JOIN contract c ON c.id = s.contract_id
    JOIN vendor v ON v.id = c.vendor_id
    LEFT JOIN LATERAL (SELECT r.month, r.status, r.value, r.credit FROM period_result r
      WHERE r.service_level_id = s.id ORDER BY r.month DESC LIMIT 1) r ON true`,
  organization: "s.organization_id",
  id: "s.id",
  where: "s.effective_to IS NULL",
  search: "(k.code || ' ' || k.name || ' ' || c.code || ' ' || c.title || ' ' || v.legal_name)",
  columns: {
    name: { label: "Service level", sql: "k.name", kind: "text", sortable: true },
    code: { label: "Code", sql: "k.code", kind: "text", sortable: true },
    contract: { label: "Contract", sql: "c.code", kind: "text", sortable: true },
    contractTitle: { label: "Contract title", sql: "c.title", kind: "text" },
    vendor: { label: "Vendor", sql: "v.legal_name", kind: "text", sortable: true },
    class: { label: "Class", sql: "s.class", kind: "text", sortable: true, cast: "service_level_class" },
    month: { label: "Month", sql: "r.month", kind: "text", sortable: true, nullable: true },
    value: { label: "Value", sql: "r.value", kind: "decimal", sortable: true, nullable: true },
    unit: { label: "Unit", sql: "k.unit", kind: "text" },
    decimals: { label: "Decimals", sql: "k.decimals", kind: "count", internal: true },
    direction: { label: "Better is", sql: "k.direction", kind: "text" },
    expected: { label: "Expected", sql: "s.expected", kind: "decimal" },
    minimum: { label: "Minimum", sql: "s.minimum", kind: "decimal" },
    status: { label: "Status", sql: "r.status", kind: "text", sortable: true, nullable: true, cast: "attainment" },
    credit: { label: "Credit", sql: "r.credit", kind: "decimal", sortable: true, nullable: true },
    currency: { label: "Currency", sql: "c.currency", kind: "text" },
    contractId: { label: "Contract id", sql: "c.id", kind: "text", internal: true },
    serviceLevelId: { label: "Service level id", sql: "s.id", kind: "text", internal: true },
  },
  filters: {
    status: { label: "Status", where: "r.status = ?::attainment", values: attainmentOptions },
    class: { label: "Class", where: "s.class = ?::service_level_class", values: classOptions },
    contract: { label: "Contract", where: "s.contract_id = ?::uuid", shape: "uuid" },
    vendor: { label: "Vendor", where: "c.vendor_id = ?::uuid", shape: "uuid" },
  },
  defaultSort: "name",
});

/** The same of one month, given by the filter: also the versions of service levels that were in force then. */
export const serviceLevelMonthList = defineList({
  ...serviceLevelList,
  name: "service-level-months",
  from: `period_result r JOIN service_level s ON s.id = r.service_level_id JOIN kpi k ON k.id = s.kpi_id
    JOIN contract c ON c.id = s.contract_id JOIN vendor v ON v.id = c.vendor_id`,
  organization: "r.organization_id",
  // A service level has one result in each month: row and page are told apart by both.
  id: "md5(s.id::text || r.month)::uuid",
  where: "true",
  filters: { ...serviceLevelList.filters, month: { label: "Latest month", where: "r.month = ?" } },
});

export const periodList = defineList({
  name: "periods",
  right: "serviceLevel:read",
  from: "measurement_period p JOIN contract c ON c.id = p.contract_id",
  organization: "p.organization_id",
  id: "p.id",
  search: "(c.code || ' ' || c.title)",
  columns: {
    month: { label: "Month", sql: "p.month", kind: "text", sortable: true },
    contract: { label: "Contract", sql: "c.code", kind: "text", sortable: true },
    contractTitle: { label: "Contract title", sql: "c.title", kind: "text" },
    state: { label: "State", sql: "p.state", kind: "text", sortable: true, cast: "period_state" },
    charges: { label: "Charges", sql: "p.charges", kind: "decimal", sortable: true, nullable: true },
    creditTotal: { label: "Credits", sql: "p.credit_total", kind: "decimal", sortable: true, nullable: true },
    cap: { label: "Cap", sql: "p.cap", kind: "decimal" },
    currency: { label: "Currency", sql: "c.currency", kind: "text" },
    reportedAt: { label: "Reported", sql: "p.reported_at", kind: "instant" },
    verifiedAt: { label: "Verified", sql: "p.verified_at", kind: "instant" },
    lockedAt: { label: "Locked", sql: "p.locked_at", kind: "instant" },
    restatedAt: { label: "Restated", sql: "p.restated_at", kind: "instant" },
    version: { label: "Version", sql: "p.version", kind: "count" },
    contractId: { label: "Contract id", sql: "c.id", kind: "text", internal: true },
  },
  filters: {
    state: { label: "State", where: "p.state = ?::period_state", values: periodStateOptions },
    contract: { label: "Contract", where: "p.contract_id = ?::uuid", shape: "uuid" },
    month: { label: "Month", where: "p.month = ?", shape: "text" },
  },
  defaultSort: "-month",
});

export const measurementList = defineList({
  name: "measurements",
  right: "serviceLevel:read",
  from: "measurement m JOIN kpi k ON k.id = m.kpi_id JOIN contract c ON c.id = k.contract_id",
  organization: "m.organization_id",
  id: "m.id",
  columns: {
    createdAt: { label: "Recorded", sql: "m.created_at", kind: "instant", sortable: true },
    kpi: { label: "KPI", sql: "k.name", kind: "text" },
    contract: { label: "Contract", sql: "c.code", kind: "text" },
    month: { label: "Month", sql: "m.month", kind: "text" },
    sequence: { label: "Number", sql: "m.sequence", kind: "count" },
    value: { label: "Value", sql: "m.value", kind: "decimal" },
    numerator: { label: "Numerator", sql: "m.numerator", kind: "decimal" },
    denominator: { label: "Denominator", sql: "m.denominator", kind: "decimal" },
    cases: { label: "Cases", sql: "m.cases", kind: "count" },
    casesWithoutValue: { label: "Without", sql: "m.cases_without_value", kind: "count" },
    source: { label: "Source", sql: "m.source", kind: "text" },
    note: { label: "Note", sql: "m.note", kind: "text" },
    kpiId: { label: "KPI id", sql: "k.id", kind: "text", internal: true },
  },
  filters: {
    source: { label: "Source", where: "m.source = ?::measurement_source", values: measurementSourceOptions },
    kpi: { label: "KPI", where: "m.kpi_id = ?::uuid", shape: "uuid" },
    contract: { label: "Contract", where: "k.contract_id = ?::uuid", shape: "uuid" },
    month: { label: "Month", where: "m.month = ?", shape: "text" },
  },
  defaultSort: "-createdAt",
});

export const creditList = defineList({
  name: "credits",
  right: "serviceLevel:read",
  from: `credit_entry s JOIN contract c ON c.id = s.contract_id
    LEFT JOIN service_level l ON l.id = s.service_level_id LEFT JOIN kpi k ON k.id = l.kpi_id`,
  organization: "s.organization_id",
  id: "s.id",
  search: "(c.code || ' ' || c.title || ' ' || coalesce(k.name, ''))",
  columns: {
    month: { label: "Month", sql: "s.month", kind: "text", sortable: true },
    contract: { label: "Contract", sql: "c.code", kind: "text", sortable: true },
    contractTitle: { label: "Contract title", sql: "c.title", kind: "text" },
    serviceLevel: {
      label: "Service level",
      sql: "coalesce(k.name, CASE s.kind WHEN 'points' THEN 'Points of the month' ELSE s.reason END)",
      kind: "text",
      sortable: true,
    },
    kind: { label: "Kind", sql: "s.kind", kind: "text", cast: "credit_entry_kind" },
    sourceMonth: { label: "Of", sql: "s.source_month", kind: "text" },
    periodVersion: { label: "Version of the month", sql: "s.period_version", kind: "count" },
    amount: { label: "Amount", sql: "s.amount", kind: "decimal", sortable: true },
    currency: { label: "Currency", sql: "s.currency", kind: "text" },
    state: { label: "State", sql: "s.state", kind: "text", sortable: true, cast: "credit_state" },
    version: { label: "Version", sql: "s.version", kind: "count" },
    contractId: { label: "Contract id", sql: "c.id", kind: "text", internal: true },
  },
  filters: {
    state: { label: "State", where: "s.state = ?::credit_state", values: creditStateOptions },
    contract: { label: "Contract", where: "s.contract_id = ?::uuid", shape: "uuid" },
    month: { label: "Month", where: "s.month = ?", shape: "text" },
  },
  defaultSort: "-month",
});

export const caseLogImportList = defineList({
  name: "case-log-imports",
  right: "serviceLevel:read",
  from: `case_log_import i JOIN case_log l ON l.id = i.case_log_id JOIN contract c ON c.id = l.contract_id
    LEFT JOIN job j ON j.id = i.job_id`,
  organization: "i.organization_id",
  id: "i.id",
  columns: {
    createdAt: { label: "Uploaded", sql: "i.created_at", kind: "instant", sortable: true },
    fileName: { label: "File", sql: "i.file_name", kind: "text" },
    caseLog: { label: "Case log", sql: "l.name", kind: "text" },
    contract: { label: "Contract", sql: "c.code", kind: "text" },
    state: { label: "State", sql: "j.state", kind: "text" },
    rowsRead: { label: "Rows", sql: "i.rows_read", kind: "count" },
    casesInserted: { label: "Added", sql: "i.cases_inserted", kind: "count" },
    casesUpdated: { label: "Changed", sql: "i.cases_updated", kind: "count" },
    casesUnchanged: { label: "As before", sql: "i.cases_unchanged", kind: "count" },
    rowsRejected: { label: "Left out", sql: "i.rows_rejected", kind: "count" },
    message: { label: "Result", sql: "j.message", kind: "text" },
    sha256: { label: "SHA-256", sql: "i.sha256", kind: "text" },
    jobId: { label: "Job", sql: "i.job_id", kind: "text", internal: true },
  },
  filters: {
    contract: { label: "Contract", where: "l.contract_id = ?::uuid", shape: "uuid" },
    caseLog: { label: "Case log", where: "i.case_log_id = ?::uuid", shape: "uuid" },
  },
  defaultSort: "-createdAt",
});
