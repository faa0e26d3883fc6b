import "server-only";
import type { Transporter } from "nodemailer";
import { sql } from "../database";
import { environment } from "../environment";
import { logger } from "../log";
import { openTransport } from "./transport";

export const MOST_ATTEMPTS = 6;
const BATCH = 20;

type DueMessage = { id: string; recipient: string; subject: string; body: string; attempts: number };

// Claimed for five minutes: a message whose sender died is due again after that, and goes out with the same id.
const CLAIM = `
  UPDATE outbox_message SET state = 'sending', attempts = attempts + 1, next_attempt_at = steward_now() + interval '5 minutes'
  WHERE id IN (
    SELECT id FROM outbox_message WHERE state IN ('waiting', 'sending') AND next_attempt_at <= steward_now()
    ORDER BY next_attempt_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
  RETURNING id, recipient, subject, body, attempts`;

// Links in messages are keys; once a message has left, nobody needs to be able to read them here.
const SENT = `
  UPDATE outbox_message SET state = 'sent', sent_at = steward_now(), last_error = NULL,
    body = regexp_replace(body, '(/(invitation|reset)/)[A-Za-z0-9_-]+', '\\1…', 'g')
  WHERE id = $1`;

const NOT_SENT = `
  UPDATE outbox_message SET last_error = $2, state = (CASE WHEN attempts >= ${MOST_ATTEMPTS} THEN 'failed' ELSE 'waiting' END)::outbox_state,
    next_attempt_at = steward_now() + $3 * interval '1 second'
  WHERE id = $1`;

/** Seconds until the next try: half a minute, then doubling. */
export function backOffSeconds(attempts: number): number {
  return Math.min(30 * 2 ** (attempts - 1), 3600);
}

let transport: Transporter | undefined;

/** Sends what is due. Without a mail server everything keeps waiting, for an administrator to read. */
export async function sendDueMail(): Promise<number> {
  const address = environment().SMTP_URL;
  if (!address) return 0;
  transport ??= openTransport(address);
  const due = await sql.rows<DueMessage>(CLAIM);
  for (const message of due) await sendOne(transport, message);
  return due.length;
}

async function sendOne(mailer: Transporter, message: DueMessage): Promise<void> {
  try {
    await mailer.sendMail({
      from: environment().MAIL_FROM,
      to: { name: "", address: message.recipient },
      subject: message.subject,
      text: message.body,
      // The same at every try, so that a mail server or a reader can drop the second copy.
      messageId: `<${message.id}@${new URL(environment().STEWARD_URL).hostname}>`,
    });
    await sql.rows(SENT, [message.id]);
  } catch (error) {
    logger.warn({ error, message: message.id, attempts: message.attempts }, "An e-mail was not sent");
    const reason = error instanceof Error ? error.message.slice(0, 500) : "unknown";
    await sql.rows(NOT_SENT, [message.id, reason, backOffSeconds(message.attempts)]);
  }
}
