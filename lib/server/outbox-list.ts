import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { done, type Outcome, refuse, refuseMissing } from "@/lib/shared/outcome";
import { change } from "./change";
import { databaseNow } from "./clock";
import { db } from "./database";
import { environment } from "./environment";
import { defineList } from "./lists/definition";

export const OUTBOX_STATES = ["waiting", "sending", "sent", "failed"] as const;

export const outboxList = defineList({
  name: "outbox",
  right: "outbox:read",
  from: "outbox_message b",
  organization: "b.organization_id",
  id: "b.id",
  search: "b.recipient || ' ' || b.subject",
  columns: {
    subject: { label: "Subject", sql: "b.subject", kind: "text" },
    recipient: { label: "To", sql: "b.recipient", kind: "text" },
    state: { label: "State", sql: "b.state", kind: "text" },
    createdAt: { label: "Written", sql: "b.created_at", kind: "instant", sortable: true },
    sentAt: { label: "Sent", sql: "b.sent_at", kind: "instant" },
    attempts: { label: "Tries", sql: "b.attempts", kind: "count" },
    lastError: { label: "Last error", sql: "b.last_error", kind: "text" },
  },
  filters: {
    state: {
      label: "State",
      where: "b.state = ?::outbox_state",
      values: OUTBOX_STATES.map((state) => ({ value: state, label: state })),
    },
  },
  defaultSort: "-createdAt",
});

export function hasMailServer(): boolean {
  return environment().SMTP_URL !== undefined;
}

/**
 * One message with its text. A link in it is a key, therefore reading one is written down; and where a mail server
 * delivers, nobody has a reason to read other people's mail, so the text stays closed.
 */
export async function readMessage(actor: MemberActor, id: string) {
  const message = await db.outboxMessage.findFirst({ where: { id, organizationId: actor.organizationId } });
  if (!message) return null;
  if (hasMailServer()) return { ...message, body: null };
  await change(actor, async (_, audit) => {
    audit({ action: "outboxMessage.read", subject: { type: "outboxMessage", id, label: message.subject } });
    return done();
  });
  return message;
}

/** A parked message gets its tries back. */
export function sendAgain(actor: MemberActor, id: string): Promise<Outcome<undefined>> {
  return change(actor, async (tx, audit) => {
    const scope = { id, organizationId: actor.organizationId };
    const message = await tx.outboxMessage.findFirst({ where: scope, select: { subject: true } });
    if (!message) return refuseMissing("message");
    const changed = await tx.outboxMessage.updateMany({
      where: { ...scope, state: "failed" },
      data: { state: "waiting", attempts: 0, nextAttemptAt: await databaseNow(tx) },
    });
    if (changed.count === 0) return refuse("This message is on its way or sent already.");
    audit({ action: "outboxMessage.sendAgain", subject: { type: "outboxMessage", id, label: message.subject } });
    return done();
  });
}
