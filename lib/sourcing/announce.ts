import "server-only";
import type { Transaction } from "@/lib/server/database";
import { environment } from "@/lib/server/environment";
import { notify } from "@/lib/server/notify";
import { queueMail } from "@/lib/server/outbox";

type News = {
  organizationId: string;
  rfp: { id: string; code: string; title: string };
  kind: string;
  title: string;
  /** Plain text; never a word about who else is invited. */
  body: string;
  /** Only this vendor; left out: every invited one. */
  vendorId?: string;
};

/** Tells the people of invited vendors: in the portal, and by a message each that names nobody else. */
export async function tellVendors(tx: Transaction, news: News): Promise<number> {
  const { organizationId, rfp, kind, title, body, vendorId } = news;
  const contacts = await tx.vendorContact.findMany({
    where: {
      organizationId,
      removedAt: null,
      vendor: { rfpInvitations: { some: { rfpId: rfp.id } }, ...(vendorId ? { id: vendorId } : {}) },
    },
    select: { name: true, email: true, personId: true },
  });
  const href = `/portal/rfps/${rfp.id}`;
  const personIds = contacts.flatMap((contact) => (contact.personId ? [contact.personId] : []));
  await notify(tx, { organizationId, personIds, kind, title, body: body.slice(0, 500), href });
  const organization = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { name: true },
  });
  for (const contact of contacts) {
    await queueMail(tx, {
      organizationId,
      recipient: contact.email,
      subject: `${organization.name}: ${title}`,
      body: `Hello ${contact.name},

${body}

${rfp.code} ${rfp.title}
${environment().STEWARD_URL}${href}

${organization.name}
`,
    });
  }
  return contacts.length;
}
