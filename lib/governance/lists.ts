import { defineList } from "@/lib/server/lists/definition";
import { toOptions } from "@/lib/shared/options";
import { actionStateLabels, issueStateLabels, severityLabels } from "./labels";

const OWNER = "LEFT JOIN member m ON m.id = x.owner_id LEFT JOIN person p ON p.id = m.person_id";

export const actionItemList = defineList({
  name: "actions",
  right: "governance:read",
  from: `action_item x JOIN engagement e ON e.id = x.engagement_id ${OWNER}`,
  organization: "x.organization_id",
  id: "x.id",
  columns: {
    title: { label: "Action", sql: "x.title", kind: "text", sortable: true },
    engagement: { label: "Engagement", sql: "e.name", kind: "text", sortable: true },
    owner: {
      label: "Owner",
      sql: "coalesce(p.name, nullif(x.vendor_owner, ''))",
      kind: "text",
      sortable: true,
      nullable: true,
    },
    dueDate: { label: "Due", sql: "x.due_date", kind: "date", sortable: true },
    state: { label: "State", sql: "x.state", kind: "text", cast: "action_state", sortable: true },
    isOverdue: {
      label: "Overdue",
      sql: "(x.state = 'open' AND x.due_date < (SELECT organization_today($1::uuid)))",
      kind: "boolean",
    },
    doneOn: { label: "Done", sql: "x.done_on", kind: "date", sortable: true, nullable: true },
  },
  filters: {
    state: { label: "Any state", where: "x.state = ?::action_state", values: toOptions(actionStateLabels) },
    due: {
      label: "Due any time",
      where: "x.state = 'open' AND (? = 'overdue') = (x.due_date < (SELECT organization_today($1::uuid)))",
      values: [
        { value: "overdue", label: "Overdue" },
        { value: "later", label: "Open and in time" },
      ],
    },
    engagement: { label: "Any engagement", where: "x.engagement_id = ?::uuid", shape: "uuid" },
    owner: { label: "Any owner", where: "x.owner_id = ?::uuid", shape: "uuid" },
  },
  search: "x.title",
  defaultSort: "dueDate",
});

export const issueList = defineList({
  name: "issues",
  right: "governance:read",
  from: `issue x JOIN engagement e ON e.id = x.engagement_id ${OWNER}`,
  organization: "x.organization_id",
  id: "x.id",
  columns: {
    title: { label: "Issue", sql: "x.title", kind: "text", sortable: true },
    code: { label: "Code", sql: "x.code", kind: "text", sortable: true },
    engagement: { label: "Engagement", sql: "e.name", kind: "text", sortable: true },
    severity: { label: "Severity", sql: "x.severity", kind: "text", cast: "issue_severity", sortable: true },
    state: { label: "State", sql: "x.state", kind: "text", cast: "issue_state", sortable: true },
    owner: { label: "Owner", sql: "p.name", kind: "text", sortable: true, nullable: true },
    openedAt: { label: "Opened", sql: "x.opened_at", kind: "instant", sortable: true },
    resolvedAt: { label: "Resolved", sql: "x.resolved_at", kind: "instant", sortable: true, nullable: true },
  },
  filters: {
    state: { label: "Any state", where: "x.state = ?::issue_state", values: toOptions(issueStateLabels) },
    severity: { label: "Any severity", where: "x.severity = ?::issue_severity", values: toOptions(severityLabels) },
    engagement: { label: "Any engagement", where: "x.engagement_id = ?::uuid", shape: "uuid" },
  },
  search: "(x.code || ' ' || x.title)",
  defaultSort: "-code",
});

export const surveyList = defineList({
  name: "surveys",
  right: "governance:read",
  from: "satisfaction_survey x JOIN engagement e ON e.id = x.engagement_id",
  organization: "x.organization_id",
  id: "x.id",
  columns: {
    engagement: { label: "Engagement", sql: "e.name", kind: "text", sortable: true },
    month: { label: "Month", sql: "x.month", kind: "text", sortable: true },
    score: { label: "Mean answer, 1 to 5", sql: "x.score", kind: "decimal", sortable: true },
    responses: { label: "Answers", sql: "x.responses", kind: "count", sortable: true },
    comment: { label: "Comment", sql: "x.comment", kind: "text" },
  },
  filters: { engagement: { label: "Any engagement", where: "x.engagement_id = ?::uuid", shape: "uuid" } },
  search: "(e.code || ' ' || e.name)",
  defaultSort: "-month",
});
