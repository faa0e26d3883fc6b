import { defineList } from "@/lib/server/lists/definition";
import { REQUIREMENT_KIND, REQUIREMENT_PRIORITY } from "./labels";

/** Requirements of all scopes of the organization, by their latest state. */
export const requirementList = defineList({
  name: "requirements",
  right: "scope:read",
  from: "requirement r JOIN scope_of_work s ON s.id = r.scope_id JOIN engagement e ON e.id = s.engagement_id",
  organization: "r.organization_id",
  id: "r.id",
  columns: {
    title: { label: "Requirement", sql: "r.title", kind: "text", sortable: true },
    code: { label: "Code", sql: "r.code", kind: "text" },
    section: { label: "Section", sql: "r.section", kind: "text" },
    kind: { label: "Kind", sql: "r.kind", kind: "text" },
    priority: { label: "Priority", sql: "r.priority", kind: "text" },
    engagement: { label: "Engagement", sql: "e.code", kind: "text" },
    engagementId: { label: "Engagement id", sql: "e.id", kind: "text", internal: true },
    revision: { label: "Revision", sql: "s.revision", kind: "count" },
    scopeId: { label: "Scope id", sql: "s.id", kind: "text", internal: true },
    version: { label: "Version", sql: "r.version", kind: "count", internal: true },
  },
  filters: {
    scope: { label: "Scope", where: "r.scope_id = ?::uuid", shape: "uuid" },
    engagement: { label: "Engagement", where: "s.engagement_id = ?::uuid", shape: "uuid" },
    kind: {
      label: "Any kind",
      where: "r.kind = ?::requirement_kind",
      values: Object.entries(REQUIREMENT_KIND).map(([value, label]) => ({ value, label })),
    },
    priority: {
      label: "Any priority",
      where: "r.priority = ?::requirement_priority",
      values: Object.entries(REQUIREMENT_PRIORITY).map(([value, { label }]) => ({ value, label })),
    },
  },
  search: "(r.code || ' ' || r.title)",
  defaultSort: "title",
});
