import "server-only";
import type { Role } from "@/lib/access/rights";
import type { Transaction } from "./database";

type Notice = {
  organizationId: string;
  /** These people, and the active members with one of these roles. */
  personIds?: readonly string[];
  roles?: readonly Role[];
  /** Who caused it needs no news of it. */
  exceptPersonId?: string;
  kind: string;
  title: string;
  body?: string;
  href: string;
};

/** Tells people inside the app, in the transaction of what happened. */
export async function notify(tx: Transaction, notice: Notice): Promise<void> {
  const byRole = notice.roles?.length
    ? await tx.member.findMany({
        where: {
          organizationId: notice.organizationId,
          state: "active",
          roles: { hasSome: [...notice.roles] },
        },
        select: { personId: true },
      })
    : [];
  const people = new Set([...(notice.personIds ?? []), ...byRole.map(({ personId }) => personId)]);
  if (notice.exceptPersonId) people.delete(notice.exceptPersonId);
  if (people.size === 0) return;
  const { organizationId, kind, title, body = "", href } = notice;
  await tx.notification.createMany({
    data: [...people].map((personId) => ({ organizationId, personId, kind, title, body, href })),
  });
}
