import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { sql } from "@/lib/server/database";
import type { CertificateKind } from "./labels";
import { WARNING_DAYS } from "./rules/certificates";

export type EndingCertificate = {
  id: string;
  vendorId: string;
  vendor: string;
  kind: CertificateKind;
  name: string;
  expiresOn: string;
  daysLeft: number;
};

/** Certificates of vendors in use that end within the time of warning, or have ended. */
export function listEndingCertificates(organizationId: OrganizationId): Promise<EndingCertificate[]> {
  return sql.rows<EndingCertificate>(
    `SELECT c.id, v.id AS "vendorId", v.legal_name AS vendor, c.kind::text AS kind, c.name, c.expires_on AS "expiresOn",
       c.expires_on - (SELECT organization_today($1::uuid)) AS "daysLeft"
     FROM vendor_certificate c JOIN vendor v ON v.id = c.vendor_id
     WHERE c.organization_id = $1::uuid AND v.status <> 'retired'
       AND c.expires_on <= (SELECT organization_today($1::uuid)) + ${WARNING_DAYS}
     ORDER BY c.expires_on, c.id`,
    [organizationId],
  );
}

/** Vendors in use whose day of review has come. */
export function listVendorReviews(
  organizationId: OrganizationId,
): Promise<{ id: string; legalName: string; reviewDate: string }[]> {
  return sql.rows(
    `SELECT id, legal_name AS "legalName", review_date AS "reviewDate" FROM vendor
     WHERE organization_id = $1::uuid AND status <> 'retired' AND review_date <= (SELECT organization_today($1::uuid))
     ORDER BY review_date, id`,
    [organizationId],
  );
}
