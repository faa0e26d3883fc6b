import "server-only";
import { sql } from "@/lib/server/database";
import { asOrganizationId, type MemberActor, type Trace, type VendorActor } from "./actor";
import type { Role } from "./rights";

/** Where a person may work: as a member of an organization, or as a contact of one of its vendors. */
export type Place = {
  kind: "member" | "vendor";
  /** Of the member or of the vendor's contact. */
  id: string;
  organizationId: string;
  organizationName: string;
  roles: Role[];
  vendorId: string | null;
  vendorName: string | null;
};

const PLACES = `
  SELECT 'member' AS kind, m.id, o.id AS "organizationId", o.name AS "organizationName", m.roles::text[] AS roles,
    NULL::uuid AS "vendorId", NULL AS "vendorName",
    (SELECT max(s.created_at) FROM session s WHERE s.person_id = m.person_id AND s.member_id = m.id) AS used
  FROM member m JOIN organization o ON o.id = m.organization_id
  WHERE m.person_id = $1 AND m.state = 'active'
  UNION ALL
  SELECT 'vendor', c.id, o.id, o.name, '{}', v.id, v.legal_name,
    (SELECT max(s.created_at) FROM session s WHERE s.person_id = c.person_id AND s.vendor_contact_id = c.id)
  FROM vendor_contact c JOIN vendor v ON v.id = c.vendor_id JOIN organization o ON o.id = c.organization_id
  WHERE c.person_id = $1 AND c.removed_at IS NULL
  ORDER BY used DESC NULLS LAST, kind, "organizationName", id`;

/** The place used last comes first. */
export function listPlaces(personId: string): Promise<Place[]> {
  return sql.rows<Place>(PLACES, [personId]);
}

export function placeActor(
  person: { id: string; name: string },
  place: Place,
  trace: Trace,
): MemberActor | VendorActor {
  const shared = {
    ...trace,
    organizationId: asOrganizationId(place.organizationId),
    personId: person.id,
    name: person.name,
    scopes: null,
  };
  if (place.kind === "vendor" && place.vendorId) {
    return { ...shared, kind: "vendor", vendorId: place.vendorId, contactId: place.id };
  }
  return { ...shared, kind: "member", memberId: place.id, roles: place.roles };
}

/** One of the person's own places; null for any other id. */
export async function findPlace(personId: string, id: string): Promise<Place | null> {
  return (await listPlaces(personId)).find((place) => place.id === id) ?? null;
}
