import "server-only";
import type { Transaction } from "@/lib/server/database";
import { environment } from "@/lib/server/environment";
import { notify } from "@/lib/server/notify";
import { queueMail } from "@/lib/server/outbox";
import type { NoticeKind } from "@/lib/shared/notice-kinds";

type News = {
  organizationId: string;
  rfp: { id: string; code: string; title: string };
  title: string;
  /** Plain text; never a word about who else is invited. */
  body: string;
  /** Only this vendor; left out: every invited one. */
  vendorId?: string;
  kind?: NoticeKind;
  /** The page of the RFP in the portal that this is about. */
  page?: "/questions" | "/bids" | "/result";
  /** True where the body is a letter of its own: it is mailed as it stands. */
  isLetter?: boolean;
  /** By contact: the way to an account, for those who have none yet. */
  links?: ReadonlyMap<string, string>;
};

/** Tells the people of invited vendors: in the portal, and by one message each that names nobody else. */
export async function tellVendors(tx: Transaction, news: News): Promise<number> {
  const { organizationId, rfp, title, body, kind = "rfp", page = "", isLetter = false } = news;
  const contacts = await tx.vendorContact.findMany({
    where: {
      organizationId,
      removedAt: null,
      vendor: { rfpInvitations: { some: { rfpId: rfp.id } }, ...(news.vendorId ? { id: news.vendorId } : {}) },
    },
    orderBy: { id: "asc" },
    select: { id: true, name: true, email: true, personId: true, vendorId: true },
  });
  const href = `/portal/rfps/${rfp.id}${page}`;
  for (const vendorId of new Set(contacts.map((contact) => contact.vendorId))) {
    const own = contacts.filter((contact) => contact.vendorId === vendorId);
    const personIds = own.flatMap(({ personId }) => personId ?? []);
    const told = { organizationId, personIds, vendorId, title, body: isLetter ? "" : body.slice(0, 500), href };
    // Each contact gets a letter, with or without an account: what is said in a tender reaches all alike.
    await notify(tx, { ...told, kind, isMailed: false });
  }
  const organization = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { name: true },
  });
  // One publication is one message to a person, also to somebody who speaks for two of the invited.
  const written = new Map(contacts.map((contact) => [contact.email.toLowerCase(), contact]));
  for (const contact of written.values()) {
    const link = news.links?.get(contact.id);
    await queueMail(tx, {
      organizationId,
      recipient: contact.email,
      subject: `${organization.name}: ${title}`,
      body: isLetter
        ? body
        : `Hello ${contact.name},

${body}

${rfp.code} ${rfp.title}
${environment().STEWARD_URL}${href}
${link ? `\nTo get there you need an account. This link makes you one, once: ${link}\n` : ""}
${organization.name}
`,
    });
  }
  return written.size;
}
