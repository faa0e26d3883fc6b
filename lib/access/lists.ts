import "server-only";
import { defineList } from "@/lib/server/lists/definition";
import { roles } from "./rights";

export const memberList = defineList({
  name: "members",
  right: "member:read",
  from: "member m JOIN person p ON p.id = m.person_id",
  organization: "m.organization_id",
  id: "m.id",
  where: "m.state = 'active'",
  search: "p.name || ' ' || p.email",
  columns: {
    name: { label: "Name", sql: "p.name", kind: "text", sortable: true },
    email: { label: "E-mail", sql: "p.email", kind: "text", sortable: true },
    title: { label: "Title", sql: "m.title", kind: "text" },
    roles: { label: "Roles", sql: "array_to_string(m.roles, ', ')", kind: "text" },
    lastSignInAt: {
      label: "Last sign-in",
      sql: "p.last_sign_in_at",
      kind: "instant",
      sortable: true,
      nullable: true,
    },
    joinedAt: { label: "Member since", sql: "m.joined_at", kind: "instant", sortable: true },
    version: { label: "Version", sql: "m.version", kind: "count", internal: true },
  },
  filters: {
    role: {
      label: "Role",
      where: "?::role = ANY (m.roles)",
      values: roles.map((role) => ({ value: role, label: role })),
    },
  },
  defaultSort: "name",
});

/** Tokens of everybody in the organization, for administrators. The secret part is nowhere. */
export const tokenList = defineList({
  name: "tokens",
  right: "member:manage",
  from: `api_token t LEFT JOIN member m ON m.id = t.member_id LEFT JOIN vendor_contact c ON c.id = t.vendor_contact_id
    LEFT JOIN person p ON p.id = coalesce(m.person_id, c.person_id)`,
  organization: "t.organization_id",
  id: "t.id",
  columns: {
    name: { label: "Name", sql: "t.name", kind: "text", sortable: true },
    owner: { label: "Owner", sql: "coalesce(p.name, '')", kind: "text", sortable: true },
    prefix: { label: "Begins with", sql: "t.prefix", kind: "text" },
    scopes: { label: "Scopes", sql: "array_to_string(t.scopes, ', ')", kind: "text" },
    createdAt: { label: "Made", sql: "t.created_at", kind: "instant", sortable: true },
    expiresAt: { label: "Expires", sql: "t.expires_at", kind: "instant", sortable: true },
    lastUsedAt: { label: "Last used", sql: "t.last_used_at", kind: "instant", sortable: true, nullable: true },
    state: {
      label: "State",
      sql: "CASE WHEN t.revoked_at IS NOT NULL THEN 'revoked' WHEN t.expires_at <= steward_now() THEN 'expired' ELSE 'active' END",
      kind: "text",
    },
  },
  filters: {},
  defaultSort: "-createdAt",
});
