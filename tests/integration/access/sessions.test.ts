import { expect, test } from "vitest";
import { changeMemberRoles, removeMember } from "@/lib/access/members";
import { moveSession } from "@/lib/access/open-session";
import { findPlace } from "@/lib/access/places";
import { changePassword } from "@/lib/access/profile";
import { findSession } from "@/lib/access/session-row";
import { signOutEverywhere, signOutSession } from "@/lib/access/sign-out";
import { db, sql } from "@/lib/server/database";
import { makeOrganization } from "../../support/factories";
import { makeAccount, makeContact, openSessionOf, PASSWORD } from "./setting";

async function setUp() {
  const organization = await makeOrganization();
  const administrator = await makeAccount(organization, ["administrator"]);
  const account = await makeAccount(organization, ["operations", "finance"]);
  return { organization, administrator, account, session: await openSessionOf(account.personId) };
}

test("an id that is no session's, or no id at all, is nobody", async () => {
  expect(await findSession(null)).toBeNull();
  expect(await findSession("' OR true --")).toBeNull();
  expect(await findSession("00000000-0000-7000-8000-000000000000")).toBeNull();
});

test("ends when the member is removed", async () => {
  const { administrator, account, session } = await setUp();
  expect(await findSession(session)).not.toBeNull();
  expect(await removeMember(administrator, { id: account.memberId, version: 1 })).toMatchObject({ ok: true });
  expect(await findSession(session)).toBeNull();
});

test("ends when the membership vanishes behind the app's back", async () => {
  const { account, session } = await setUp();
  await db.member.update({ where: { id: account.memberId }, data: { state: "removed" } });
  expect(await findSession(session)).toBeNull();
});

test("ends when a role is lost, stays when one is added, and roles are read anew", async () => {
  const { administrator, account, session } = await setUp();
  const change = (version: number, roles: ("operations" | "finance" | "auditor")[]) =>
    changeMemberRoles(administrator, { id: account.memberId, version, roles });
  expect(await change(1, ["operations", "finance", "auditor"])).toMatchObject({ ok: true });
  expect((await findSession(session))?.roles).toEqual(["operations", "finance", "auditor"]);
  expect(await change(2, ["operations", "auditor"])).toMatchObject({ ok: true });
  expect(await findSession(session)).toBeNull();
});

test("ends when the person is disabled", async () => {
  const { account, session } = await setUp();
  await db.person.update({ where: { id: account.personId }, data: { disabledAt: new Date() } });
  expect(await findSession(session)).toBeNull();
});

test("ends when it is revoked, only by its own person", async () => {
  const { administrator, account, session } = await setUp();
  expect(await signOutSession(administrator, session)).toMatchObject({ ok: false, reason: "notFound" });
  expect(await findSession(session)).not.toBeNull();
  expect(await signOutSession(account, session)).toMatchObject({ ok: true });
  expect(await findSession(session)).toBeNull();
});

test("sign-out everywhere leaves only the named one", async () => {
  const { account, session } = await setUp();
  const second = await openSessionOf(account.personId);
  expect(await signOutEverywhere(account, second)).toMatchObject({ ok: true, value: { ended: 1 } });
  expect(await findSession(session)).toBeNull();
  expect(await findSession(second)).not.toBeNull();
});

test("a changed password ends the other sessions; a wrong present one changes nothing", async () => {
  const { account, session } = await setUp();
  const second = await openSessionOf(account.personId);
  const own = { ...account, sessionId: second };
  const password = "copper meadow ladder";
  expect(await changePassword(own, { current: "wrong", password })).toMatchObject({
    fields: { current: ["This is not your present password."] },
  });
  expect(await findSession(session)).not.toBeNull();
  expect(await changePassword(own, { current: PASSWORD, password })).toMatchObject({ ok: true, value: { ended: 1 } });
  expect(await findSession(session)).toBeNull();
  expect(await findSession(second)).not.toBeNull();
});

test("ends when it was not used for long, and lives on with use, but never beyond thirty days", async () => {
  const { session } = await setUp();
  const age = (columns: string) => sql.rows(`UPDATE session SET ${columns} WHERE id = $1`, [session]);
  await age("last_seen_at = now() - interval '11 hours', expires_at = now() + interval '1 hour'");
  expect(await findSession(session)).not.toBeNull();
  const read = () => db.session.findUniqueOrThrow({ where: { id: session } });
  expect((await read()).expiresAt.getTime()).toBeGreaterThan(Date.now() + 11 * 3600_000);
  await age("last_seen_at = now() - interval '1 hour', created_at = now() - interval '30 days' + interval '1 minute'");
  expect(await findSession(session)).not.toBeNull();
  expect((await read()).expiresAt.getTime()).toBeLessThan(Date.now() + 120_000);
  await age("expires_at = now() - interval '1 millisecond'");
  expect(await findSession(session)).toBeNull();
});

test("moves to another place of the same person, and to no place of anybody else", async () => {
  const { account, session } = await setUp();
  const other = await makeOrganization();
  const { contact, vendor } = await makeContact(other);
  expect(await findPlace(account.personId, contact.id)).toBeNull();
  await db.vendorContact.update({ where: { id: contact.id }, data: { personId: account.personId } });
  const place = await findPlace(account.personId, contact.id);
  if (!place) throw new Error("The place was not found.");
  const person = { id: account.personId, name: account.name, email: account.email };
  await moveSession(session, person, place, account);
  expect(await findSession(session)).toMatchObject({
    memberId: null,
    contactId: contact.id,
    vendorId: vendor.id,
    organizationId: other.id,
  });
  await db.vendorContact.update({ where: { id: contact.id }, data: { removedAt: new Date() } });
  expect(await findSession(session)).toBeNull();
});
