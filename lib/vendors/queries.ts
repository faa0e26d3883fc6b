import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { db, type Transaction } from "@/lib/server/database";
import { dayOf, decimalOf, instantOf } from "@/lib/server/values";
import type { VendorView } from "./schema";

const PARTS = { organizationId: true, vendorId: true } as const;

/** One vendor with all its parts, as the record page and the API show it. */
export async function findVendor(
  organizationId: OrganizationId,
  id: string,
  from: Transaction | typeof db = db,
): Promise<VendorView | null> {
  const row = await from.vendor.findFirst({
    where: { id, organizationId },
    omit: { organizationId: true },
    include: {
      vendorLocations: { omit: PARTS, orderBy: [{ country: "asc" }, { site: "asc" }] },
      vendorCertificates: { omit: PARTS, orderBy: [{ expiresOn: "asc" }, { id: "asc" }] },
      subcontractors: { omit: PARTS, orderBy: [{ name: "asc" }, { id: "asc" }] },
      vendorContacts: {
        where: { removedAt: null },
        orderBy: [{ name: "asc" }, { id: "asc" }],
        select: {
          id: true,
          name: true,
          email: true,
          phone: true,
          position: true,
          personId: true,
          version: true,
          accessInvitations: {
            where: { acceptedAt: null, revokedAt: null },
            orderBy: { createdAt: "desc" },
            take: 1,
            select: { createdAt: true },
          },
        },
      },
    },
  });
  if (!row) return null;
  const { vendorLocations, vendorCertificates, vendorContacts, subcontractors, ...vendor } = row;
  return {
    ...vendor,
    dueDiligenceScore: decimalOf(vendor.dueDiligenceScore),
    reviewDate: dayOf(vendor.reviewDate),
    createdAt: instantOf(vendor.createdAt),
    updatedAt: instantOf(vendor.updatedAt),
    locations: vendorLocations,
    certificates: vendorCertificates.map((each) => ({
      ...each,
      issuedOn: dayOf(each.issuedOn),
      expiresOn: dayOf(each.expiresOn),
    })),
    contacts: vendorContacts.map(({ personId, accessInvitations, ...contact }) => ({
      ...contact,
      hasAccount: personId !== null,
      invitedAt: accessInvitations[0]?.createdAt.toISOString() ?? null,
    })),
    subcontractors,
  };
}

/** Countries that vendors of this organization sit in, for the filter. */
export async function listVendorCountries(organizationId: OrganizationId): Promise<string[]> {
  const rows = await db.vendor.findMany({
    where: { organizationId },
    distinct: ["country"],
    select: { country: true },
    orderBy: { country: "asc" },
  });
  return rows.map((row) => row.country);
}

/** What this vendor takes part in: the latest RFPs and contracts. */
export async function findVendorInvolvement(organizationId: OrganizationId, id: string) {
  const fields = { id: true, code: true, title: true, state: true } as const;
  const [rfps, contracts] = await Promise.all([
    db.rfp.findMany({
      where: { organizationId, rfpInvitations: { some: { vendorId: id } } },
      orderBy: { createdAt: "desc" },
      take: 10,
      select: fields,
    }),
    db.contract.findMany({
      where: { organizationId, vendorId: id },
      orderBy: { createdAt: "desc" },
      take: 10,
      select: fields,
    }),
  ]);
  return { rfps, contracts };
}
