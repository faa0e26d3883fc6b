import "server-only";
import type { Transaction } from "./database";

export type Mail = {
  /** Whose outbox shows it; null where a message concerns a person and no single organization. */
  organizationId: string | null;
  recipient: string;
  subject: string;
  /** Plain text. */
  body: string;
};

/** Puts a message into the outbox in the transaction that causes it. It leaves afterwards, at least once. */
export async function queueMail(tx: Transaction, mail: Mail): Promise<void> {
  await tx.outboxMessage.create({
    data: {
      organizationId: mail.organizationId,
      recipient: mail.recipient,
      // A line break in a subject would begin another header.
      subject: mail.subject.replaceAll(/\s+/g, " ").trim().slice(0, 200),
      body: mail.body,
    },
  });
}
