import { defineList } from "@/lib/server/lists/definition";
import { TASK_STATE, TASK_STATES, TRANSITION_STAGE_OPTIONS, WORKSTREAM_OPTIONS } from "./labels";

/** Late against the plan: reached later, or not reached on a day that lies after it. */
const DAYS_LATE = `(coalesce(t.actual_go_live,
  CASE WHEN t.stage IN ('plan', 'knowledgeTransfer', 'parallelRun') THEN greatest(t.planned_go_live, (SELECT organization_today($1::uuid))) END,
  t.planned_go_live) - t.planned_go_live)`;

export const transitionList = defineList({
  name: "transitions",
  right: "transition:read",
  from: `transition_plan t JOIN engagement e ON e.id = t.engagement_id LEFT JOIN contract c ON c.id = t.contract_id
    LEFT JOIN vendor v ON v.id = c.vendor_id JOIN member m ON m.id = t.owner_id JOIN person p ON p.id = m.person_id`,
  organization: "t.organization_id",
  id: "t.id",
  columns: {
    name: { label: "Transition", sql: "t.name", kind: "text", sortable: true },
    code: { label: "Code", sql: "t.code", kind: "text", sortable: true },
    engagement: { label: "Engagement", sql: "e.name", kind: "text" },
    vendor: { label: "Vendor", sql: "v.legal_name", kind: "text" },
    stage: { label: "Stage", sql: "t.stage", kind: "text", sortable: true, cast: "transition_stage" },
    plannedGoLive: { label: "Go-live planned", sql: "t.planned_go_live", kind: "date", sortable: true },
    actualGoLive: { label: "Went live", sql: "t.actual_go_live", kind: "date", sortable: true, nullable: true },
    daysLate: { label: "Days late", sql: DAYS_LATE, kind: "count", sortable: true },
    owner: { label: "Owner", sql: "p.name", kind: "text" },
  },
  filters: {
    stage: { label: "Any stage", where: "t.stage = ?::transition_stage", values: TRANSITION_STAGE_OPTIONS },
    engagement: { label: "Engagement", where: "t.engagement_id = ?::uuid", shape: "uuid" },
    contract: { label: "Contract", where: "t.contract_id = ?::uuid", shape: "uuid" },
  },
  search: "(t.code || ' ' || t.name)",
  defaultSort: "plannedGoLive",
});

export const transitionTaskList = defineList({
  name: "transition-tasks",
  right: "transition:read",
  from: `transition_task k JOIN transition_plan t ON t.id = k.plan_id LEFT JOIN member m ON m.id = k.client_owner_id
    LEFT JOIN person p ON p.id = m.person_id`,
  organization: "k.organization_id",
  id: "k.id",
  columns: {
    name: { label: "Task", sql: "k.name", kind: "text", sortable: true },
    code: { label: "Code", sql: "k.code", kind: "text", sortable: true },
    plan: { label: "Transition", sql: "t.name", kind: "text" },
    planId: { label: "Transition id", sql: "t.id", kind: "text" },
    workstream: { label: "Workstream", sql: "k.workstream", kind: "text" },
    plannedStart: { label: "Planned start", sql: "k.planned_start", kind: "date", sortable: true },
    plannedEnd: { label: "Planned end", sql: "k.planned_end", kind: "date", sortable: true },
    actualStart: { label: "Began", sql: "k.actual_start", kind: "date" },
    actualEnd: { label: "Ended", sql: "k.actual_end", kind: "date" },
    progress: { label: "Progress", sql: "k.progress", kind: "count" },
    state: { label: "State", sql: "k.state", kind: "text", sortable: true, cast: "task_state" },
    clientOwner: { label: "Owner", sql: "p.name", kind: "text" },
    vendorOwner: { label: "Vendor's owner", sql: "k.vendor_owner", kind: "text" },
    version: { label: "Version", sql: "k.version", kind: "count" },
  },
  filters: {
    plan: { label: "Transition", where: "k.plan_id = ?::uuid", shape: "uuid" },
    state: {
      label: "Any state",
      where: "k.state = ?::task_state",
      values: TASK_STATES.map((value) => ({ value, label: TASK_STATE[value].label })),
    },
    workstream: { label: "Any workstream", where: "k.workstream = ?::workstream", values: WORKSTREAM_OPTIONS },
  },
  search: "(k.code || ' ' || k.name)",
  defaultSort: "plannedEnd",
});
