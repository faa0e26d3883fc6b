import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { makeInvitation } from "@/lib/access/invitations";
import type { Transaction } from "@/lib/server/database";
import { tellVendors } from "../../announce";
import { inRfpZone } from "../rules";
import type { RfpView } from "../schema";

/** Tells the contacts of one or of all invited vendors; who has no account finds the way to one in the same message. */
export async function sendInvitations(
  tx: Transaction,
  actor: MemberActor,
  rfp: RfpView,
  vendorId?: string,
): Promise<void> {
  const { organizationId } = actor;
  const strangers = await tx.vendorContact.findMany({
    where: {
      organizationId,
      removedAt: null,
      personId: null,
      vendor: { rfpInvitations: { some: { rfpId: rfp.id } }, ...(vendorId ? { id: vendorId } : {}) },
    },
    select: { id: true, name: true, email: true },
  });
  const links = new Map<string, string>();
  for (const { id, name, email } of strangers) {
    const draft = { email, name, roles: [], vendorContactId: id };
    links.set(id, (await makeInvitation(tx, actor, draft)).link);
  }
  const until = (instant: string | null) => inRfpZone(instant, rfp.timeZone);
  await tellVendors(tx, {
    organizationId,
    rfp,
    title: `Invitation to bid: ${rfp.title}`,
    body: `You are invited to bid. Questions can be asked until ${until(rfp.questionsUntil)}; bids are accepted until ${until(rfp.bidsUntil)}.`,
    links,
    ...(vendorId ? { vendorId } : {}),
  });
}
