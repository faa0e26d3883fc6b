import "server-only";
import type { VendorActor } from "@/lib/access/actor";
import { contractSubject, lockContract } from "@/lib/contracts/mutations/lock";
import { change } from "@/lib/server/change";
import { db } from "@/lib/server/database";
import { done, type Outcome, refuseMissing } from "@/lib/shared/outcome";

/** Keeps which text a contact of the vendor was shown first when: what it signs can be compared with what it saw. */
export async function recordShown(contact: VendorActor, contractId: string, textId: string): Promise<Outcome<unknown>> {
  const key = { textId, contactId: contact.contactId };
  const seen = await db.contractTextShown.findUnique({ where: { textId_contactId: key }, select: { textId: true } });
  if (seen) return done();
  return change(contact, async (tx, audit) => {
    const locked = await lockContract(tx, contact, contractId);
    if (!locked.ok) return locked;
    const text = await tx.contractText.findFirst({ where: { id: textId, contractId }, select: { number: true } });
    if (!text) return refuseMissing("text");
    await tx.contractTextShown.createMany({
      data: [{ ...key, organizationId: contact.organizationId }],
      skipDuplicates: true,
    });
    audit({ action: "contract.showText", subject: contractSubject(locked.value), after: { text: text.number } });
    return done();
  });
}
