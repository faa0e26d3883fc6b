import { defineList } from "@/lib/server/lists/definition";
import { toOptions } from "@/lib/shared/options";
import { caseStateLabels } from "./labels";

export const businessCaseList = defineList({
  name: "business-cases",
  right: "businessCase:read",
  from: `business_case b JOIN engagement e ON e.id = b.engagement_id
    JOIN member m ON m.id = b.prepared_by_id JOIN person p ON p.id = m.person_id
    LEFT JOIN business_case_option o ON o.id = b.chosen_option_id`,
  organization: "b.organization_id",
  id: "b.id",
  columns: {
    engagement: { label: "Engagement", sql: "e.name", kind: "text", sortable: true },
    engagementId: { label: "Engagement id", sql: "b.engagement_id", kind: "text" },
    revision: { label: "Revision", sql: "b.revision", kind: "count", sortable: true },
    state: { label: "State", sql: "b.state", kind: "text", cast: "business_case_state", sortable: true },
    chosenOption: { label: "Chosen option", sql: "o.name", kind: "text" },
    currency: { label: "Currency", sql: "b.currency", kind: "text" },
    discountRate: { label: "Discount rate, %", sql: "b.discount_rate", kind: "decimal", sortable: true },
    firstYear: { label: "First year", sql: "b.first_year", kind: "count" },
    years: { label: "Years", sql: "b.years", kind: "count" },
    preparedBy: { label: "Prepared by", sql: "p.name", kind: "text", sortable: true },
    updatedAt: { label: "Changed", sql: "b.updated_at", kind: "instant", sortable: true },
  },
  filters: {
    state: { label: "Any state", where: "b.state = ?::business_case_state", values: toOptions(caseStateLabels) },
    engagement: { label: "Any engagement", where: "b.engagement_id = ?::uuid", shape: "uuid" },
  },
  search: "(e.code || ' ' || e.name)",
  defaultSort: "-updatedAt",
});
