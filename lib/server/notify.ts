import "server-only";
import type { Role } from "@/lib/access/rights";
import { type NoticeKind, standardChoice } from "@/lib/shared/notice-kinds";
import type { Transaction } from "./database";
import { environment } from "./environment";

export type Notice = {
  organizationId: string;
  /** These people, and the active members with one of these roles. */
  personIds?: readonly string[];
  roles?: readonly Role[];
  /** The people are told as contacts of this vendor: they see it in its portal and nowhere else. */
  vendorId?: string;
  /** Who caused it needs no news of it. */
  exceptPersonId?: string;
  kind: NoticeKind;
  /** A sentence with the figure and what follows from it. */
  title: string;
  body?: string;
  href: string;
  /** False where a letter of its own goes out. */
  isMailed?: boolean;
};

/** Tells people, each as they chose: in the app and by e-mail, both rows in the transaction of what happened. */
export async function notify(tx: Transaction, notice: Notice): Promise<void> {
  const { organizationId, kind, title, body = "", href, vendorId = null } = notice;
  const told = await findTold(tx, notice);
  const inApp = told.filter((person) => person.choice.inApp);
  const byMail = notice.isMailed === false ? [] : told.filter((person) => person.choice.byMail);
  if (inApp.length > 0) {
    await tx.notification.createMany({
      data: inApp.map(({ id }) => ({ organizationId, personId: id, vendorId, kind, title, body, href })),
    });
  }
  if (byMail.length === 0) return;
  const { name: from } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { name: true },
  });
  await tx.outboxMessage.createMany({
    data: byMail.map(({ name, email }) => ({
      organizationId,
      recipient: email,
      subject: `${from}: ${title}`.replaceAll(/\s+/g, " ").trim().slice(0, 200),
      body: letter({ name, title, body, href, from, settings: vendorId ? "/portal/account" : "/settings/profile" }),
    })),
  });
}

type Told = { id: string; name: string; email: string; choice: { inApp: boolean; byMail: boolean } };

async function findTold(tx: Transaction, notice: Notice): Promise<Told[]> {
  const { organizationId, roles = [], personIds = [], exceptPersonId, kind } = notice;
  const byRole =
    roles.length > 0
      ? await tx.member.findMany({
          where: { organizationId, state: "active", roles: { hasSome: [...roles] } },
          select: { personId: true },
        })
      : [];
  const ids = new Set([...personIds, ...byRole.map(({ personId }) => personId)]);
  if (exceptPersonId) ids.delete(exceptPersonId);
  if (ids.size === 0) return [];
  const people = await tx.person.findMany({
    where: { id: { in: [...ids] }, disabledAt: null },
    select: { id: true, name: true, email: true, noticeChoices: { where: { kind } } },
  });
  return people.map(({ noticeChoices, ...person }) => ({
    ...person,
    choice: noticeChoices[0] ?? standardChoice(kind),
  }));
}

type Letter = { name: string; title: string; body: string; href: string; from: string; settings: string };

function letter({ name, title, body, href, from, settings }: Letter): string {
  const base = environment().STEWARD_URL;
  const text = body ? `${title}\n\n${body}` : title;
  return `Hello ${name},

${text}

${base}${href}

${from}

Choose what you are told by e-mail: ${base}${settings}
`;
}
