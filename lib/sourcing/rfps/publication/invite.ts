import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { writeInvitation } from "@/lib/access/invitations";
import type { Transaction } from "@/lib/server/database";
import { tellVendors } from "../../announce";
import type { RfpView } from "../schema";

/** UTC in a message to many readers, so that nobody has to guess a zone. */
export function momentInMail(instant: string | null): string {
  return instant === null ? "not set" : `${instant.slice(0, 16).replace("T", " ")} UTC`;
}

/** Tells the contacts of one or of all invited vendors; who has no account gets a link to one. */
export async function sendInvitations(
  tx: Transaction,
  actor: MemberActor,
  rfp: RfpView,
  vendorId?: string,
): Promise<void> {
  const { organizationId } = actor;
  await tellVendors(tx, {
    organizationId,
    rfp,
    title: `Invitation to bid: ${rfp.title}`,
    body: `You are invited to bid. Questions can be asked until ${momentInMail(rfp.questionsUntil)}; bids are accepted until ${momentInMail(rfp.bidsUntil)}.`,
    ...(vendorId ? { vendorId } : {}),
  });
  const strangers = await tx.vendorContact.findMany({
    where: {
      organizationId,
      removedAt: null,
      personId: null,
      vendor: { rfpInvitations: { some: { rfpId: rfp.id } }, ...(vendorId ? { id: vendorId } : {}) },
    },
    select: { id: true, name: true, email: true, vendor: { select: { legalName: true } } },
  });
  for (const contact of strangers) {
    await writeInvitation(tx, actor, {
      email: contact.email,
      name: contact.name,
      roles: [],
      vendorContactId: contact.id,
      company: contact.vendor.legalName,
    });
  }
}
