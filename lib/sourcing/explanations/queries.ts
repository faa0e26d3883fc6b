import "server-only";
import type { OrganizationId, VendorActor } from "@/lib/access/actor";
import { db } from "@/lib/server/database";
import { instantOf } from "@/lib/server/values";

const lot = { select: { number: true, title: true } } as const;
const personName = { select: { person: { select: { name: true } } } } as const;

const ownFields = {
  id: true,
  bidId: true,
  state: true,
  request: true,
  dueAt: true,
  answer: true,
  answeredAt: true,
  decisionReason: true,
  version: true,
  bid: { select: { lot } },
} as const;

const nameLot = (of: { number: number; title: string }) => `Lot ${of.number} ${of.title}`;

/** What was asked of the own company about its price; not what was found, which speaks of others. */
export async function findOwnExplanations(actor: VendorActor, rfpId: string) {
  const rows = await db.priceExplanation.findMany({
    where: { organizationId: actor.organizationId, rfpId, bid: { vendorId: actor.vendorId } },
    orderBy: { requestedAt: "asc" },
    select: ownFields,
  });
  return rows.map(({ bid, ...row }) => ({
    ...row,
    lot: nameLot(bid.lot),
    dueAt: instantOf(row.dueAt),
    answeredAt: instantOf(row.answeredAt),
  }));
}
export type OwnExplanation = Awaited<ReturnType<typeof findOwnExplanations>>[number];

export async function findExplanations(organization: OrganizationId, rfpId: string) {
  const rows = await db.priceExplanation.findMany({
    where: { organizationId: organization, rfpId },
    orderBy: { requestedAt: "asc" },
    select: {
      ...ownFields,
      bid: { select: { lot, vendorId: true, vendor: { select: { legalName: true } } } },
      finding: true,
      requestedAt: true,
      requestedBy: personName,
      decidedAt: true,
      decidedBy: personName,
    },
  });
  return rows.map(({ bid, requestedBy, decidedBy, ...row }) => ({
    ...row,
    lot: nameLot(bid.lot),
    vendorId: bid.vendorId,
    vendor: bid.vendor.legalName,
    dueAt: instantOf(row.dueAt),
    answeredAt: instantOf(row.answeredAt),
    requestedAt: instantOf(row.requestedAt),
    requestedBy: requestedBy.person.name,
    decidedAt: instantOf(row.decidedAt),
    decidedBy: decidedBy?.person.name ?? null,
  }));
}
