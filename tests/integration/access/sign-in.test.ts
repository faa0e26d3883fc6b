import { describe, expect, test } from "vitest";
import { listPlaces } from "@/lib/access/places";
import { findSession } from "@/lib/access/session-row";
import { signInWithPassword } from "@/lib/access/sign-in";
import { db, sql } from "@/lib/server/database";
import { makeOrganization } from "../../support/factories";
import { device, makeAccount, openSessionOf, PASSWORD } from "./setting";

const WRONG = "The e-mail address or the password is not right.";
const tryWrong = (email: string, address: string) => signInWithPassword({ email, password: "not it" }, device(address));

describe("signing in", () => {
  test("with the right password opens a session with the member's roles, and writes it down", async () => {
    const organization = await makeOrganization();
    const account = await makeAccount(organization, ["finance", "auditor"]);
    const outcome = await signInWithPassword({ email: account.email, password: PASSWORD }, device());
    if (!outcome.ok) throw new Error(outcome.message);
    const row = await findSession(outcome.value.sessionId);
    expect(row).toMatchObject({ personId: account.personId, organizationId: organization.id });
    expect(row?.roles).toEqual(["finance", "auditor"]);
    const events = await db.auditEvent.findMany({ where: { organizationId: organization.id } });
    expect(events.map((event) => event.action)).toEqual(["session.start"]);
  });

  test("says the same for a wrong password, an unknown account, a disabled person and one without a place", async () => {
    const organization = await makeOrganization();
    const [known, disabled, removed] = await Promise.all([
      makeAccount(organization, ["finance"]),
      makeAccount(organization, ["finance"]),
      makeAccount(organization, ["finance"]),
    ]);
    await db.person.update({ where: { id: disabled.personId }, data: { disabledAt: new Date() } });
    await db.member.update({ where: { id: removed.memberId }, data: { state: "removed" } });
    const outcomes = await Promise.all([
      tryWrong(known.email, "192.0.2.10"),
      tryWrong("nobody@example.test", "192.0.2.11"),
      signInWithPassword({ email: disabled.email, password: PASSWORD }, device("192.0.2.12")),
      signInWithPassword({ email: removed.email, password: PASSWORD }, device("192.0.2.13")),
    ]);
    expect(outcomes.map((outcome) => !outcome.ok && outcome.message)).toEqual([WRONG, WRONG, WRONG, WRONG]);
  });

  test("goes to the place that was used last", async () => {
    const account = await makeAccount(await makeOrganization(), ["finance"]);
    const other = await makeOrganization();
    const member = await db.member.create({
      data: { organizationId: other.id, personId: account.personId, roles: ["auditor"] },
    });
    await sql.rows(
      "INSERT INTO session (id, person_id, member_id, expires_at) VALUES (gen_random_uuid(), $1, $2, now())",
      [account.personId, member.id],
    );
    expect((await listPlaces(account.personId)).map((place) => place.id)).toEqual([member.id, account.memberId]);
  });
});

describe("too many tries", () => {
  test("from one address wait longer and longer, while another address still gets in", async () => {
    const account = await makeAccount(await makeOrganization(), ["finance"]);
    const outcomes = [];
    for (let count = 0; count < 6; count++) outcomes.push(await tryWrong(account.email, "192.0.2.20"));
    expect(outcomes.slice(0, 5).map((outcome) => !outcome.ok && outcome.message)).toEqual(Array(5).fill(WRONG));
    expect(outcomes[5]).toMatchObject({ ok: false, reason: "tooMany" });
    expect(outcomes[5]).toHaveProperty(
      "message",
      expect.stringMatching(/^Too many tries\. Try again in 1[0-5] seconds\.$/),
    );
    const right = { email: account.email, password: PASSWORD };
    expect(await signInWithPassword(right, device("192.0.2.20"))).toMatchObject({ ok: false, reason: "tooMany" });
    expect(await signInWithPassword(right, device("192.0.2.21"))).toMatchObject({ ok: true });
  });

  test("all at once do not slip through", async () => {
    const account = await makeAccount(await makeOrganization(), ["finance"]);
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => tryWrong(account.email, "192.0.2.30")));
    const looked = outcomes.filter((outcome) => !outcome.ok && outcome.message === WRONG);
    expect(looked.length).toBeGreaterThanOrEqual(4);
    expect(looked.length).toBeLessThanOrEqual(5);
  });

  test("a right password forgets the wrong ones before it", async () => {
    const account = await makeAccount(await makeOrganization(), ["finance"]);
    const right = { email: account.email, password: PASSWORD };
    for (let round = 0; round < 3; round++) {
      for (let count = 0; count < 4; count++) await tryWrong(account.email, "192.0.2.40");
      expect(await signInWithPassword(right, device("192.0.2.40"))).toMatchObject({ ok: true });
    }
  });

  test("on many accounts stop the address", async () => {
    let last = null;
    for (let count = 0; count < 61; count++) last = await tryWrong(`guess-${count}@example.test`, "192.0.2.50");
    expect(last).toMatchObject({ ok: false, reason: "tooMany" });
  });

  test("from many addresses leave one try to strange addresses and all to a familiar one", async () => {
    const account = await makeAccount(await makeOrganization(), ["finance"]);
    await openSessionOf(account.personId); // from 192.0.2.1: familiar from now on
    for (let count = 0; count < 101; count++) await tryWrong(account.email, `198.51.100.${count}`);
    expect(await tryWrong(account.email, "203.0.113.1")).toHaveProperty("message", WRONG);
    expect(await tryWrong(account.email, "203.0.113.1")).toMatchObject({ reason: "tooMany" });
    for (let count = 0; count < 4; count++) await tryWrong(account.email, "192.0.2.1");
    const right = { email: account.email, password: PASSWORD };
    expect(await signInWithPassword(right, device("192.0.2.1"))).toMatchObject({ ok: true });
    expect(await signInWithPassword(right, device("203.0.113.2"))).toMatchObject({ ok: true });
  });
});
