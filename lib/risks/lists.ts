import { HIGH_FROM, MEDIUM_FROM } from "@/lib/engagements/rules/risk-rating";
import { defineList } from "@/lib/server/lists/definition";
import { toOptions } from "@/lib/shared/options";
import { riskCategoryLabels, riskRatingLabels, riskStateLabels } from "./labels";

const PROBABILITY = "coalesce(r.residual_probability, r.probability)";
const IMPACT = "coalesce(r.residual_impact, r.impact)";

export const riskList = defineList({
  name: "risks",
  right: "risk:read",
  from: `risk r LEFT JOIN engagement e ON e.id = r.engagement_id LEFT JOIN vendor v ON v.id = r.vendor_id
    LEFT JOIN member m ON m.id = r.owner_id LEFT JOIN person p ON p.id = m.person_id`,
  organization: "r.organization_id",
  id: "r.id",
  columns: {
    title: { label: "Risk", sql: "r.title", kind: "text", sortable: true },
    code: { label: "Code", sql: "r.code", kind: "text", sortable: true },
    category: { label: "Category", sql: "r.category", kind: "text", cast: "risk_category", sortable: true },
    score: { label: "Score", sql: "(r.probability * r.impact)", kind: "count", sortable: true },
    probability: { label: "Probability", sql: "r.probability", kind: "count" },
    impact: { label: "Impact", sql: "r.impact", kind: "count" },
    residualScore: {
      label: "Residual score",
      sql: "(r.residual_probability * r.residual_impact)",
      kind: "count",
      sortable: true,
      nullable: true,
    },
    state: { label: "State", sql: "r.state", kind: "text", cast: "risk_state", sortable: true },
    engagement: { label: "Engagement", sql: "e.name", kind: "text", sortable: true, nullable: true },
    vendor: { label: "Vendor", sql: "v.legal_name", kind: "text", sortable: true, nullable: true },
    owner: { label: "Owner", sql: "p.name", kind: "text", sortable: true, nullable: true },
    reviewDate: { label: "Review", sql: "r.review_date", kind: "date", sortable: true, nullable: true },
    mitigations: {
      label: "Mitigations",
      sql: "(SELECT count(*) FROM risk_mitigation g WHERE g.risk_id = r.id)",
      kind: "count",
    },
  },
  filters: {
    state: { label: "Any state", where: "r.state = ?::risk_state", values: toOptions(riskStateLabels) },
    category: { label: "Any category", where: "r.category = ?::risk_category", values: toOptions(riskCategoryLabels) },
    rating: {
      label: "Any rating",
      where: `CASE WHEN r.probability * r.impact >= ${HIGH_FROM} THEN 'high'
        WHEN r.probability * r.impact >= ${MEDIUM_FROM} THEN 'medium' ELSE 'low' END = ?`,
      values: toOptions(riskRatingLabels),
    },
    grade: {
      label: "Any place on the map",
      where: `r.state <> 'closed' AND ${PROBABILITY} || 'x' || ${IMPACT} = ?`,
      shape: "text",
    },
    engagement: { label: "Any engagement", where: "r.engagement_id = ?::uuid", shape: "uuid" },
    vendor: { label: "Any vendor", where: "r.vendor_id = ?::uuid", shape: "uuid" },
  },
  search: "(r.code || ' ' || r.title)",
  defaultSort: "-score",
});
