import "server-only";
import type { Transaction } from "@/lib/server/database";
import { environment } from "@/lib/server/environment";
import { notify } from "@/lib/server/notify";
import { queueMail } from "@/lib/server/outbox";

type News = {
  organizationId: string;
  rfp: { id: string; code: string; title: string };
  title: string;
  /** Plain text; never a word about who else is invited. */
  body: string;
  /** Only this vendor; left out: every invited one. */
  vendorId?: string;
};

/** Tells the people of invited vendors: in the portal, and by a message each that names nobody else. */
export async function tellVendors(tx: Transaction, news: News): Promise<number> {
  const { organizationId, rfp, title, body } = news;
  const contacts = await tx.vendorContact.findMany({
    where: {
      organizationId,
      removedAt: null,
      vendor: { rfpInvitations: { some: { rfpId: rfp.id } }, ...(news.vendorId ? { id: news.vendorId } : {}) },
    },
    select: { name: true, email: true, personId: true, vendorId: true },
  });
  const href = `/portal/rfps/${rfp.id}`;
  for (const vendorId of new Set(contacts.map((contact) => contact.vendorId))) {
    const own = contacts.filter((contact) => contact.vendorId === vendorId);
    const personIds = own.flatMap(({ personId }) => personId ?? []);
    const told = { organizationId, personIds, vendorId, title, body: body.slice(0, 500), href };
    // Each contact gets a letter, with or without an account: what is said in a tender reaches all alike.
    await notify(tx, { ...told, kind: "rfp", isMailed: false });
  }
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
