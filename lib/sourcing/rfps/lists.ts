import { defineList } from "@/lib/server/lists/definition";
import { RFP_STATE, RFP_STATES } from "./labels";

/** From its deadline on a published RFP is closed, whatever the row still says. */
const STATE = "(CASE WHEN r.state = 'published' AND r.bids_until <= steward_now() THEN 'closed' ELSE r.state END)";

export const rfpList = defineList({
  name: "rfps",
  right: "rfp:read",
  from: "rfp r JOIN engagement e ON e.id = r.engagement_id JOIN member m ON m.id = r.owner_id JOIN person p ON p.id = m.person_id",
  organization: "r.organization_id",
  id: "r.id",
  columns: {
    title: { label: "RFP", sql: "r.title", kind: "text", sortable: true },
    code: { label: "Code", sql: "r.code", kind: "text", sortable: true },
    state: { label: "State", sql: STATE, kind: "text", sortable: true, cast: "rfp_state" },
    engagement: { label: "Engagement", sql: "e.code || ' ' || e.name", kind: "text" },
    engagementId: { label: "Engagement id", sql: "e.id", kind: "text", internal: true },
    bidsUntil: { label: "Bids until", sql: "r.bids_until", kind: "instant", sortable: true, nullable: true },
    vendors: {
      label: "Vendors invited",
      sql: "(SELECT count(*) FROM rfp_invitation i WHERE i.rfp_id = r.id)",
      kind: "count",
    },
    openClarifications: {
      label: "Questions to answer",
      sql: "(SELECT count(*) FROM clarification c WHERE c.rfp_id = r.id AND c.answered_at IS NULL)",
      kind: "count",
    },
    owner: { label: "Owner", sql: "p.name", kind: "text" },
    version: { label: "Version", sql: "r.version", kind: "count", internal: true },
  },
  filters: {
    state: {
      label: "Any state",
      where: `${STATE} = ?::rfp_state`,
      values: RFP_STATES.map((value) => ({ value, label: RFP_STATE[value].label })),
    },
    engagement: { label: "Engagement", where: "r.engagement_id = ?::uuid", shape: "uuid" },
  },
  search: "(r.code || ' ' || r.title)",
  defaultSort: "-code",
});
