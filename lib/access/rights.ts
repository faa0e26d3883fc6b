/**
 * Who may do what: the one table, read here and on Settings → Rights. `auditor` reads everything and changes nothing.
 * People of vendors are not in it: the portal's functions are bound to their own vendor (see `vendorRights`).
 */
export const roles = ["administrator", "operations", "procurement", "executive", "finance", "auditor"] as const;
export type Role = (typeof roles)[number];

const everybody: readonly Role[] = roles;
const working = ["administrator", "operations", "procurement", "executive", "finance"] as const;

export const rightsTable = {
  "organization:read": everybody,
  "organization:update": ["administrator"],
  "member:read": everybody,
  "member:manage": ["administrator"],
  "token:manage": working,
  "outbox:read": ["administrator"],
  "job:read": everybody,
  "job:run": ["administrator"],
  "audit:read": ["administrator", "auditor"],
  "comment:create": working,
  "document:read": everybody,
  "document:create": working,
  "process:read": everybody,
  "process:create": ["operations", "procurement", "administrator"],
  "process:update": ["operations", "procurement", "administrator"],
  "process:import": ["operations", "procurement", "administrator"],
  "assessment:read": everybody,
  "assessment:write": ["operations", "procurement"],
  "engagement:read": everybody,
  "engagement:create": ["operations", "procurement"],
  "engagement:update": ["operations", "procurement"],
  "gate:request": ["operations", "procurement"],
  "gate:decide": ["executive", "operations", "procurement"],
  "objective:write": ["operations", "procurement"],
  "risk:read": everybody,
  "risk:write": ["operations", "procurement", "finance"],
  "businessCase:read": everybody,
  "businessCase:write": ["operations", "procurement", "finance"],
  "businessCase:decide": ["executive"],
  "vendor:read": everybody,
  "vendor:write": ["procurement", "operations"],
  "vendor:approve": ["procurement"],
  "scope:read": everybody,
  "scope:write": ["operations", "procurement"],
  "rfp:read": everybody,
  "rfp:write": ["procurement"],
  "rfp:publish": ["procurement"],
  "clarification:answer": ["procurement"],
  "clarification:readOriginal": ["procurement", "auditor"],
  "bid:open": ["procurement", "executive", "operations", "finance"],
  "bid:read": ["procurement", "operations", "executive", "finance", "auditor"],
  "interest:declare": ["procurement", "operations", "executive", "finance"],
  "score:write": ["procurement", "operations", "finance"],
  "score:moderate": ["procurement"],
  "award:propose": ["procurement"],
  "award:decide": ["executive", "procurement"],
  "contract:read": everybody,
  "contract:write": ["procurement"],
  "contract:sign": ["executive", "procurement"],
  "contract:decide": ["executive"],
  "charge:write": ["procurement", "finance"],
  "transition:read": everybody,
  "transition:write": ["operations", "procurement"],
  "transition:decide": ["operations"],
  "serviceLevel:read": everybody,
  "serviceLevel:write": ["operations", "procurement"],
  "measurement:report": ["operations"],
  "measurement:import": ["operations"],
  "period:verify": ["operations"],
  "period:dispute": ["operations"],
  "period:lock": ["operations", "finance"],
  "restatement:decide": ["operations", "finance"],
  "exclusion:decide": ["operations"],
  "credit:agree": ["finance", "operations"],
  "governance:read": everybody,
  "governance:write": ["operations", "procurement", "executive"],
  "portfolio:read": ["executive", "operations", "procurement", "finance", "administrator", "auditor"],
  "simulation:run": everybody,
  "export:read": everybody,
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof rightsTable;

/** What a vendor's contact may do in the portal, always with the own vendor's things only. */
export const vendorRights = [
  "portal:read",
  "invitation:answer",
  "clarification:ask",
  "bid:write",
  "bid:submit",
  "explanation:answer",
  "contract:sign",
  "knowledge:sign",
  "measurement:report",
  "period:dispute",
  "period:sign",
  "restatement:decide",
  "simulation:run",
] as const;
export type VendorRight = (typeof vendorRights)[number];

/** True when at least one of the roles carries the right. */
export function hasRight(memberRoles: readonly Role[], right: Right): boolean {
  const allowed: readonly Role[] = rightsTable[right];
  return memberRoles.some((role) => allowed.includes(role));
}
