import { defineList } from "@/lib/server/lists/definition";
import { toOptions } from "@/lib/shared/options";
import { approvalKindLabels, approvalStateLabels, healthLabels, stageLabels } from "./labels";

export const engagementList = defineList({
  name: "engagements",
  right: "engagement:read",
  from: "engagement e JOIN member m ON m.id = e.owner_id JOIN person p ON p.id = m.person_id",
  organization: "e.organization_id",
  id: "e.id",
  columns: {
    name: { label: "Name", sql: "e.name", kind: "text", sortable: true },
    code: { label: "Code", sql: "e.code", kind: "text", sortable: true },
    stage: { label: "Stage", sql: "e.stage", kind: "text", cast: "stage", sortable: true },
    stageSince: { label: "In this stage since", sql: "e.stage_since", kind: "instant", sortable: true },
    health: { label: "Health", sql: "e.health", kind: "text", cast: "health", sortable: true },
    healthReason: { label: "Why", sql: "e.health_reason", kind: "text" },
    owner: { label: "Owner", sql: "p.name", kind: "text", sortable: true },
    estimatedYearlyValue: {
      label: "Estimated value a year",
      sql: "e.estimated_yearly_value",
      kind: "decimal",
      sortable: true,
      nullable: true,
    },
    currency: { label: "Currency", sql: "e.currency", kind: "text" },
  },
  filters: {
    stage: { label: "Any stage", where: "e.stage = ?::stage", values: toOptions(stageLabels) },
    health: { label: "Any health", where: "e.health = ?::health", values: toOptions(healthLabels) },
    owner: { label: "Any owner", where: "e.owner_id = ?::uuid", shape: "uuid" },
    vendor: {
      label: "Any vendor",
      where: "EXISTS (SELECT 1 FROM contract c WHERE c.engagement_id = e.id AND c.vendor_id = ?::uuid)",
      shape: "uuid",
    },
  },
  search: "(e.code || ' ' || e.name)",
  defaultSort: "-code",
});

export const approvalList = defineList({
  name: "approvals",
  right: "engagement:read",
  from: `approval a JOIN member rm ON rm.id = a.requested_by_id JOIN person rp ON rp.id = rm.person_id
    LEFT JOIN member dm ON dm.id = a.decided_by_id LEFT JOIN person dp ON dp.id = dm.person_id
    LEFT JOIN engagement e ON e.id = a.engagement_id`,
  organization: "a.organization_id",
  id: "a.id",
  columns: {
    summary: { label: "Decision", sql: "a.summary", kind: "text" },
    kind: { label: "Kind", sql: "a.kind", kind: "text", cast: "approval_kind", sortable: true },
    state: { label: "State", sql: "a.state", kind: "text", cast: "approval_state", sortable: true },
    requiredRole: { label: "Decided by", sql: "a.required_role", kind: "text" },
    engagement: { label: "Engagement", sql: "e.name", kind: "text", nullable: true, sortable: true },
    engagementId: { label: "Engagement id", sql: "a.engagement_id", kind: "text" },
    subjectType: { label: "Subject type", sql: "a.subject_type", kind: "text" },
    subjectId: { label: "Subject id", sql: "a.subject_id", kind: "text" },
    amount: { label: "Amount", sql: "a.amount", kind: "decimal", sortable: true, nullable: true },
    currency: { label: "Currency", sql: "a.currency", kind: "text" },
    requestedBy: { label: "Asked for by", sql: "rp.name", kind: "text", sortable: true },
    requestedAt: { label: "Asked for", sql: "a.requested_at", kind: "instant", sortable: true },
    decidedBy: { label: "Decided by whom", sql: "dp.name", kind: "text", sortable: true, nullable: true },
    decidedAt: { label: "Decided", sql: "a.decided_at", kind: "instant", sortable: true, nullable: true },
    reason: { label: "Reason", sql: "a.reason", kind: "text" },
  },
  filters: {
    state: { label: "Any state", where: "a.state = ?::approval_state", values: toOptions(approvalStateLabels) },
    kind: { label: "Any kind", where: "a.kind = ?::approval_kind", values: toOptions(approvalKindLabels) },
    role: { label: "Any role", where: "a.required_role = ?::role", values: toOptions(deciding()) },
    engagement: { label: "Any engagement", where: "a.engagement_id = ?::uuid", shape: "uuid" },
  },
  defaultSort: "-requestedAt",
});

function deciding() {
  return { executive: "Executive", operations: "Operations", procurement: "Procurement" } as const;
}
