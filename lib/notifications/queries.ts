import "server-only";
import type { Actor } from "@/lib/access/actor";
import { db } from "@/lib/server/database";
import { formatInstant, type Reader } from "@/lib/shared/format";

type Person = Exclude<Actor, { kind: "system" }>;

/** The app's bell: a person sees what was said to them in the organization they are in. */
const ownOf = (person: Person) => ({ personId: person.personId, organizationId: person.organizationId });

const fields = { id: true, title: true, body: true, href: true, readAt: true, createdAt: true } as const;
const newestFirst = [{ createdAt: "desc" }, { id: "desc" }] as const;
const COUNTED = 100;

export async function readBell(person: Person & Reader) {
  const [unread, latest] = await Promise.all([
    // Beyond 99 the bell shows "99+": counting on would be for nothing.
    db.notification.findMany({ where: { ...ownOf(person), readAt: null }, select: { id: true }, take: COUNTED }),
    db.notification.findMany({ where: ownOf(person), orderBy: [...newestFirst], take: 10, select: fields }),
  ]);
  const items = latest.map(({ id, title, href, readAt, createdAt }) => ({
    id,
    text: title,
    when: formatInstant(createdAt.toISOString(), person),
    href,
    isUnread: readAt === null,
  }));
  return { unread: unread.length, items };
}

const PAGE = 50;

/** Newest first; `after` is the id of the last one of the page before. */
export async function listNotifications(person: Person, after: string | null) {
  const rows = await db.notification.findMany({
    where: ownOf(person),
    orderBy: [...newestFirst],
    take: PAGE + 1,
    ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    select: fields,
  });
  const page = rows.slice(0, PAGE);
  return { rows: page, next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null };
}

/** What somebody has read is no record of the organization's: no audit event. */
export async function markRead(person: Person, ids: readonly string[] | "all"): Promise<number> {
  const which = ids === "all" ? {} : { id: { in: [...ids] } };
  const marked = await db.notification.updateMany({
    where: { ...ownOf(person), readAt: null, ...which },
    data: { readAt: new Date() },
  });
  return marked.count;
}
