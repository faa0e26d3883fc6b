import { defineList } from "@/lib/server/lists/definition";
import { optionsOf, SERVICE_LABEL, VENDOR_STATUS } from "./labels";
import { WARNING_DAYS } from "./rules/certificates";

export const vendorList = defineList({
  name: "vendors",
  right: "vendor:read",
  from: "vendor v",
  organization: "v.organization_id",
  id: "v.id",
  columns: {
    legalName: { label: "Legal name", sql: "v.legal_name", kind: "text", sortable: true },
    code: { label: "Code", sql: "v.code", kind: "text", sortable: true },
    status: { label: "Status", sql: "v.status", kind: "text", sortable: true, cast: "vendor_status" },
    country: { label: "Country", sql: "v.country", kind: "text", sortable: true },
    services: { label: "Services", sql: "array_to_string(v.services, ' ')", kind: "text" },
    employees: { label: "Employees", sql: "v.employees", kind: "count", sortable: true, nullable: true },
    dueDiligenceScore: {
      label: "Due diligence score",
      sql: "v.due_diligence_score",
      kind: "decimal",
      sortable: true,
      nullable: true,
    },
    reviewDate: { label: "Next review", sql: "v.review_date", kind: "date", sortable: true, nullable: true },
    contacts: {
      label: "Contacts",
      sql: "(SELECT count(*) FROM vendor_contact c WHERE c.vendor_id = v.id AND c.removed_at IS NULL)",
      kind: "count",
    },
    certificatesEnding: {
      label: "Certificates that end or have ended",
      sql: `(SELECT count(*) FROM vendor_certificate c WHERE c.vendor_id = v.id AND c.expires_on <= (SELECT organization_today($1::uuid)) + ${WARNING_DAYS})`,
      kind: "count",
    },
    version: { label: "Version", sql: "v.version", kind: "count", internal: true },
  },
  filters: {
    status: { label: "Any status", where: "v.status = ?::vendor_status", values: optionsOf(VENDOR_STATUS) },
    service: {
      label: "Any service",
      where: "?::process_category = ANY(v.services)",
      values: optionsOf(SERVICE_LABEL),
    },
    country: { label: "Country", where: "v.country = ?" },
  },
  search: "(v.code || ' ' || v.legal_name)",
  defaultSort: "legalName",
});
