import "server-only";
import type { Actor } from "@/lib/access/actor";
import { databaseNow } from "@/lib/server/clock";
import { db, sql } from "@/lib/server/database";
import { formatInstant, type Reader } from "@/lib/shared/format";

type Person = Exclude<Actor, { kind: "system" }>;

const vendorOf = (person: Person) => (person.kind === "vendor" ? person.vendorId : null);

/** The bell: a person sees what was said to them where they are, as a member or as a contact of that vendor. */
const ownOf = (person: Person) => ({
  personId: person.personId,
  organizationId: person.organizationId,
  vendorId: vendorOf(person),
});

const fields = { id: true, title: true, body: true, href: true, readAt: true, createdAt: true } as const;
const newestFirst = [{ createdAt: "desc" }, { id: "desc" }] as const;
const COUNTED = 100;

type BellRow = { id: string; title: string; href: string; isUnread: boolean; createdAt: Date };

// On every page of everybody: plain SQL, both answers by the index on person, reading and time.
const LATEST = `SELECT id, title, href, read_at IS NULL AS "isUnread", created_at AS "createdAt" FROM notification
  WHERE person_id = $1 AND organization_id = $2 AND vendor_id IS NOT DISTINCT FROM $3 ORDER BY created_at DESC, id DESC LIMIT 10`;
const UNREAD = `SELECT count(*) AS unread FROM (SELECT 1 FROM notification
  WHERE person_id = $1 AND organization_id = $2 AND vendor_id IS NOT DISTINCT FROM $3 AND read_at IS NULL LIMIT ${COUNTED}) AS counted`;

export async function readBell(person: Person & Reader) {
  const values = [person.personId, person.organizationId, vendorOf(person)];
  const [counted, latest] = await Promise.all([
    // Beyond 99 the bell shows "99+": counting on would be for nothing.
    sql.rows<{ unread: number }>(UNREAD, values),
    sql.rows<BellRow>(LATEST, values),
  ]);
  const items = latest.map(({ id, title, href, isUnread, createdAt }) => ({
    id,
    text: title,
    when: formatInstant(createdAt.toISOString(), person),
    href,
    isUnread,
  }));
  return { unread: counted[0]?.unread ?? 0, items };
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
    data: { readAt: await databaseNow() },
  });
  return marked.count;
}
