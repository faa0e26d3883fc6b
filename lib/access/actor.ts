import { hasRight, type Right, type Role, rightsTable, type VendorRight, vendorRights } from "./rights";

/** Minted only where a session, a token or a job has been checked: a plain string from a request is not one. */
export type OrganizationId = string & { readonly __brand: "OrganizationId" };

export function asOrganizationId(id: string): OrganizationId {
  return id as OrganizationId;
}

export type Trace = { requestId: string | null; ipAddress: string | null };

export type MemberActor = Trace & {
  kind: "member";
  organizationId: OrganizationId;
  memberId: string;
  personId: string;
  name: string;
  roles: readonly Role[];
  /** Null: everything the roles allow. A token can be narrowed to some rights. */
  scopes: readonly string[] | null;
};

export type VendorActor = Trace & {
  kind: "vendor";
  organizationId: OrganizationId;
  vendorId: string;
  contactId: string;
  personId: string;
  name: string;
  scopes: readonly string[] | null;
};

/** The system itself: jobs, the clock, the sample organization. */
export type SystemActor = Trace & { kind: "system"; organizationId: OrganizationId; name: string };

export type Actor = MemberActor | VendorActor | SystemActor;

export function systemActor(organizationId: string, name = "Steward"): SystemActor {
  return { kind: "system", organizationId: asOrganizationId(organizationId), name, requestId: null, ipAddress: null };
}

/** The one check of rights, for sessions and tokens alike. */
export function may(actor: Actor, right: Right | VendorRight): boolean {
  if (actor.kind === "system") return true;
  if (actor.scopes && !actor.scopes.includes(right)) return false;
  if (actor.kind === "vendor") return (vendorRights as readonly string[]).includes(right);
  return isMemberRight(right) && hasRight(actor.roles, right);
}

function isMemberRight(right: Right | VendorRight): right is Right {
  return Object.hasOwn(rightsTable, right);
}
