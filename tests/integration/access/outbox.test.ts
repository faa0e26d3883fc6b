import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { markRead, readBell } from "@/lib/notifications/queries";
import { db, sql } from "@/lib/server/database";
import { environment } from "@/lib/server/environment";
import { MOST_ATTEMPTS, sendDueMail } from "@/lib/server/mail/send-due";
import { notify } from "@/lib/server/notify";
import { queueMail } from "@/lib/server/outbox";
import { readMessage, sendAgain } from "@/lib/server/outbox-list";
import { makeMember, makeOrganization } from "../../support/factories";

const received: string[] = [];
let refuseWith: string | null = null;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, _, done) {
    let text = "";
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
    stream.on("end", () => {
      if (refuseWith) return done(new Error(refuseWith));
      received.push(text.replaceAll("=\r\n", "")); // quoted-printable breaks long lines
      done();
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.server.address();
  if (!address || typeof address === "string") throw new Error("The mail server does not listen.");
  process.env.SMTP_URL = `smtp://127.0.0.1:${address.port}`;
  expect(environment().SMTP_URL).toBe(process.env.SMTP_URL);
});

afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

beforeEach(async () => {
  received.length = 0;
  refuseWith = null;
  await db.outboxMessage.deleteMany();
});

async function queue(body = "Hello") {
  const organization = await makeOrganization();
  const mail = {
    organizationId: organization.id,
    recipient: "reader@example.test",
    subject: "News\r\nBcc: all@example.test",
    body,
  };
  await db.$transaction((tx) => queueMail(tx, mail));
  return { organization, message: await db.outboxMessage.findFirstOrThrow() };
}

test("a message leaves once, with an id of its own, and its link is gone afterwards", async () => {
  const link = `https://steward.example/reset/${"k".repeat(43)}`;
  const { message } = await queue(`Open ${link} now`);
  expect(await sendDueMail()).toBe(1);
  expect(await sendDueMail()).toBe(0);
  expect(received).toHaveLength(1);
  expect(received[0]).toContain(`Message-ID: <${message.id}@`);
  expect(received[0]).toContain(link);
  expect(received[0]).not.toMatch(/^Bcc:/m);
  const sent = await db.outboxMessage.findUniqueOrThrow({ where: { id: message.id } });
  expect(sent).toMatchObject({ state: "sent", body: "Open https://steward.example/reset/… now" });
});

test("a refused message waits longer each time and is parked at last, until somebody tries again", async () => {
  const { organization, message } = await queue();
  refuseWith = "mailbox full";
  const read = () => db.outboxMessage.findUniqueOrThrow({ where: { id: message.id } });
  await sendDueMail();
  expect(await read()).toMatchObject({
    state: "waiting",
    attempts: 1,
    lastError: expect.stringContaining("mailbox full"),
  });
  expect((await read()).nextAttemptAt.getTime()).toBeGreaterThan(Date.now() + 20_000);
  expect(await sendDueMail()).toBe(0);
  for (let attempt = 2; attempt <= MOST_ATTEMPTS; attempt++) {
    await sql.rows("UPDATE outbox_message SET next_attempt_at = now() - interval '1 second'");
    await sendDueMail();
  }
  expect(await read()).toMatchObject({ state: "failed", attempts: MOST_ATTEMPTS });
  refuseWith = null;
  const administrator = await makeMember(organization, ["administrator"]);
  const stranger = await makeMember(await makeOrganization(), ["administrator"]);
  expect(await sendAgain(stranger, message.id)).toMatchObject({ reason: "notFound" });
  expect(await sendAgain(administrator, message.id)).toMatchObject({ ok: true });
  await sendDueMail();
  expect(await read()).toMatchObject({ state: "sent" });
});

test("several senders at once send each message once; one that died is taken over", async () => {
  for (let count = 0; count < 15; count++) await queue(`Number ${count}`);
  await Promise.all(Array.from({ length: 8 }, () => sql.rows("SELECT pg_sleep(0.05)"))); // connections are open
  const tries = await Promise.all(Array.from({ length: 8 }, () => sendDueMail()));
  expect(tries.reduce((sum, count) => sum + count, 0)).toBe(15);
  expect(received).toHaveLength(15);
  await sql.rows("UPDATE outbox_message SET state = 'sending', next_attempt_at = now() - interval '1 second'");
  expect(await sendDueMail()).toBe(15);
});

test("a message of a transaction that fails is not there", async () => {
  const organization = await makeOrganization();
  const broken = db.$transaction(async (tx) => {
    await queueMail(tx, { organizationId: organization.id, recipient: "a@example.test", subject: "s", body: "b" });
    throw new Error("no");
  });
  await expect(broken).rejects.toThrow("no");
  expect(await db.outboxMessage.count()).toBe(0);
});

test("nobody reads another organization's mail, nor mail that a server delivers", async () => {
  const { organization, message } = await queue();
  const stranger = await makeMember(await makeOrganization(), ["administrator"]);
  expect(await readMessage(stranger, message.id)).toBeNull();
  const administrator = await makeMember(organization, ["administrator"]);
  expect(await readMessage(administrator, message.id)).toMatchObject({ body: null });
});

test("news reach people and roles once, not who caused them, and are read by their owner only", async () => {
  const organization = await makeOrganization();
  const [cause, both, other] = [
    await makeMember(organization, ["finance"]),
    await makeMember(organization, ["finance"]),
    await makeMember(organization, ["auditor"]),
  ];
  await db.$transaction((tx) =>
    notify(tx, {
      organizationId: organization.id,
      personIds: [both.personId],
      roles: ["finance"],
      exceptPersonId: cause.personId,
      kind: "account",
      title: "Something happened",
      href: "/home",
    }),
  );
  const reader = { locale: "en-GB", timeZone: "UTC" };
  const unread = async (who: typeof cause) => (await readBell({ ...who, ...reader })).unread;
  expect([await unread(cause), await unread(both), await unread(other)]).toEqual([0, 1, 0]);
  const note = await db.notification.findFirstOrThrow({ where: { organizationId: organization.id } });
  expect(await markRead(other, [note.id])).toBe(0);
  expect(await markRead(both, "all")).toBe(1);
  expect(await unread(both)).toBe(0);
});
