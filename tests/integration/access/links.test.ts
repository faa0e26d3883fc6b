import { describe, expect, test } from "vitest";
import { acceptInvitation, findInvitation, joinByInvitation } from "@/lib/access/accept-invitation";
import { inviteMember, inviteVendorContact, revokeInvitation } from "@/lib/access/invitations";
import { findReset, requestReset, resetPassword } from "@/lib/access/password-reset";
import { findSession } from "@/lib/access/session-row";
import { signInWithPassword } from "@/lib/access/sign-in";
import { createToken, findTokenActor } from "@/lib/access/tokens";
import { db } from "@/lib/server/database";
import { makeOrganization } from "../../support/factories";
import { device, lastLink, makeAccount, makeContact, openSessionOf, PASSWORD } from "./setting";

const NEW_PASSWORD = "copper meadow ladder";

async function setUp() {
  const organization = await makeOrganization();
  return { organization, administrator: await makeAccount(organization, ["administrator"]) };
}

async function tokenOf(owner: Parameters<typeof createToken>[0]) {
  const made = await createToken(owner, { name: "A program", scopes: [], days: 30 });
  if (!made.ok) throw new Error(made.message);
  return made.value.token;
}

const invite = (administrator: Parameters<typeof inviteMember>[0], email: string) =>
  inviteMember(administrator, { email, name: "Nora New", roles: ["operations"] });

describe("an invitation", () => {
  test("makes an account and a member, once", async () => {
    const { organization, administrator } = await setUp();
    await invite(administrator, "nora@example.test");
    const token = await lastLink("nora@example.test");
    expect(await findInvitation(token)).toMatchObject({ organizationName: organization.name, hasAccount: false });
    const input = { token, name: "Nora New", password: NEW_PASSWORD };
    const [first, second] = await Promise.all([acceptInvitation(input, device()), acceptInvitation(input, device())]);
    const won = [first, second].filter((outcome) => outcome.ok);
    expect(won).toHaveLength(1);
    const sessionId = won[0]?.ok ? won[0].value.sessionId : null;
    expect(await findSession(sessionId)).toMatchObject({ organizationId: organization.id, roles: ["operations"] });
    expect(await findInvitation(token)).toBeNull();
    expect(await acceptInvitation(input, device())).toMatchObject({ ok: false });
  });

  test("refuses a weak password and stays good", async () => {
    const { administrator } = await setUp();
    await invite(administrator, "walter@example.test");
    const token = await lastLink("walter@example.test");
    const outcome = await acceptInvitation({ token, name: "Walter", password: "passwordpassword" }, device());
    expect(outcome).toMatchObject({ reason: "invalid", fields: { password: [expect.any(String)] } });
    expect(await findInvitation(token)).not.toBeNull();
  });

  test("for an account in use asks for its password, and adds the place", async () => {
    const { administrator, organization } = await setUp();
    const account = await makeAccount(await makeOrganization(), ["finance"]);
    await invite(administrator, account.email);
    const token = await lastLink(account.email);
    expect(await findInvitation(token)).toMatchObject({ hasAccount: true });
    const taken = await acceptInvitation({ token, name: "Thief", password: NEW_PASSWORD }, device());
    expect(taken).toMatchObject({ ok: false });
    expect(await joinByInvitation({ token, password: "wrong" }, device())).toMatchObject({ reason: "invalid" });
    const joined = await joinByInvitation({ token, password: PASSWORD }, device());
    if (!joined.ok) throw new Error(joined.message);
    expect(await findSession(joined.value.sessionId)).toMatchObject({ organizationId: organization.id });
  });

  test("does not work when it is too old, withdrawn, or replaced", async () => {
    const { administrator } = await setUp();
    await invite(administrator, "old@example.test");
    const replaced = await lastLink("old@example.test");
    await invite(administrator, "old@example.test");
    const token = await lastLink("old@example.test");
    expect(await findInvitation(replaced)).toBeNull();
    await db.accessInvitation.updateMany({ where: { email: "old@example.test" }, data: { expiresAt: new Date() } });
    expect(await findInvitation(token)).toBeNull();
    const made = await invite(administrator, "withdrawn@example.test");
    if (!made.ok) throw new Error(made.message);
    const stranger = (await setUp()).administrator;
    expect(await revokeInvitation(stranger, made.value.id)).toMatchObject({ reason: "notFound" });
    await revokeInvitation(administrator, made.value.id);
    expect(await findInvitation(await lastLink("withdrawn@example.test"))).toBeNull();
  });

  test("is refused for somebody who is a member already", async () => {
    const { administrator } = await setUp();
    expect(await invite(administrator, administrator.email)).toMatchObject({ fields: { email: [expect.any(String)] } });
  });

  test("gives a vendor's contact the portal, and no membership", async () => {
    const { organization, administrator } = await setUp();
    const { contact, vendor } = await makeContact(organization);
    const stranger = (await setUp()).administrator;
    expect(await inviteVendorContact(stranger, contact.id)).toMatchObject({ reason: "notFound" });
    expect(await inviteVendorContact(administrator, contact.id)).toMatchObject({ ok: true });
    const token = await lastLink(contact.email);
    expect(await findInvitation(token)).toMatchObject({ vendorName: vendor.legalName });
    const outcome = await acceptInvitation({ token, name: "Vera Contact", password: NEW_PASSWORD }, device());
    if (!outcome.ok) throw new Error(outcome.message);
    expect(outcome.value.home).toBe("/portal");
    expect(await findSession(outcome.value.sessionId)).toMatchObject({ memberId: null, vendorId: vendor.id });
    expect(await inviteVendorContact(administrator, contact.id)).toMatchObject({ reason: "state" });
  });
});

describe("a link for a new password", () => {
  test("works once, ends all sessions, and sets the password", async () => {
    const account = await makeAccount(await makeOrganization(), ["finance"]);
    const session = await openSessionOf(account.personId);
    await requestReset(account.email, device("192.0.2.61"));
    const token = await lastLink(account.email);
    expect(await findReset(token)).toEqual({ email: account.email });
    const input = { token, password: NEW_PASSWORD };
    const outcomes = await Promise.all([resetPassword(input), resetPassword(input)]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await findSession(session)).toBeNull();
    expect(await findReset(token)).toBeNull();
    const at = device("192.0.2.62");
    expect(await signInWithPassword({ email: account.email, password: PASSWORD }, at)).toMatchObject({ ok: false });
    expect(await signInWithPassword({ email: account.email, password: NEW_PASSWORD }, at)).toMatchObject({ ok: true });
  });

  test("ends the tokens that the person had made, and nobody else's", async () => {
    const organization = await makeOrganization();
    const [member, other] = [
      await makeAccount(organization, ["finance"]),
      await makeAccount(organization, ["finance"]),
    ];
    const [own, kept] = [await tokenOf(member), await tokenOf(other)];
    await requestReset(member.email, device("192.0.2.64"));
    expect(await resetPassword({ token: await lastLink(member.email), password: NEW_PASSWORD })).toMatchObject({
      ok: true,
    });
    expect(await findTokenActor(own)).toBeNull();
    expect(await findTokenActor(kept)).not.toBeNull();
  });

  test("does not work after an hour", async () => {
    const account = await makeAccount(await makeOrganization(), ["finance"]);
    await requestReset(account.email, device("192.0.2.63"));
    const token = await lastLink(account.email);
    await db.passwordReset.updateMany({ where: { personId: account.personId }, data: { expiresAt: new Date() } });
    expect(await findReset(token)).toBeNull();
    expect(await resetPassword({ token, password: NEW_PASSWORD })).toMatchObject({ ok: false, reason: "state" });
  });

  test("gets the same answer for an unknown address, and nothing is sent", async () => {
    const account = await makeAccount(await makeOrganization(), ["finance"]);
    const known = await requestReset(account.email, device("192.0.2.64"));
    const unknown = await requestReset("nobody-here@example.test", device("192.0.2.64"));
    expect(unknown).toEqual(known);
    expect(await db.outboxMessage.count({ where: { recipient: "nobody-here@example.test" } })).toBe(0);
  });

  test("can be read in the outbox only where the account reaches no further", async () => {
    const organization = await makeOrganization();
    const account = await makeAccount(organization, ["finance"]);
    const outboxes = async () =>
      (await db.outboxMessage.findMany({ where: { recipient: account.email }, orderBy: { createdAt: "asc" } })).map(
        (message) => message.organizationId,
      );
    await requestReset(account.email, device("192.0.2.65"));
    const other = await makeOrganization();
    await db.member.create({ data: { organizationId: other.id, personId: account.personId, roles: ["auditor"] } });
    await requestReset(account.email, device("192.0.2.65"));
    expect(await outboxes()).toEqual([organization.id, null]);
  });
});
