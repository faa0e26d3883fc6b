import { expect, test } from "vitest";
import { may } from "@/lib/access/actor";
import { createToken, findTokenActor, revokeToken } from "@/lib/access/tokens";
import { db } from "@/lib/server/database";
import { makeMember, makeOrganization } from "../../support/factories";

const make = async (actor: Parameters<typeof createToken>[0], scopes: string[] = [], days = 30) => {
  const outcome = await createToken(actor, { name: "A program", scopes, days });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
};

test("speaks for its member with the roles of the moment; only the hash is stored", async () => {
  const member = await makeMember(await makeOrganization(), ["finance"]);
  const { id, token } = await make(member);
  expect(token).toMatch(/^stw_[A-Za-z0-9_-]{43}$/);
  expect(await findTokenActor(token)).toMatchObject({ kind: "member", memberId: member.memberId, roles: ["finance"] });
  const stored = await db.apiToken.findUniqueOrThrow({ where: { id } });
  expect(JSON.stringify(stored)).not.toContain(token);
  await db.member.update({ where: { id: member.memberId }, data: { roles: ["auditor"] } });
  expect(await findTokenActor(token)).toMatchObject({ roles: ["auditor"] });
});

test("carries no more than its scopes, and its scopes no more than the person", async () => {
  const member = await makeMember(await makeOrganization(), ["finance"]);
  const refused = await createToken(member, { name: "Greedy", scopes: ["rfp:publish"], days: 30 });
  expect(refused).toMatchObject({ fields: { scopes: [expect.any(String)] } });
  const { token } = await make(member, ["risk:read"]);
  const actor = await findTokenActor(token);
  if (!actor) throw new Error("The token does not work.");
  expect([may(actor, "risk:read"), may(actor, "risk:write"), may(actor, "contract:read")]).toEqual([
    true,
    false,
    false,
  ]);
  await db.member.update({ where: { id: member.memberId }, data: { roles: [] } });
  const poorer = await findTokenActor(token);
  expect(poorer && may(poorer, "risk:read")).toBe(false);
  expect(
    await createToken({ ...member, scopes: ["risk:read"] }, { name: "Child", scopes: ["risk:write"], days: 1 }),
  ).toMatchObject({
    ok: false,
  });
});

test("stops working when it expires, is revoked, or its person is removed or disabled", async () => {
  const organization = await makeOrganization();
  const member = await makeMember(organization, ["finance"]);
  const [expired, revoked, removed] = [await make(member), await make(member), await make(member)];
  await db.apiToken.update({ where: { id: expired.id }, data: { expiresAt: new Date() } });
  expect(await findTokenActor(expired.token)).toBeNull();
  expect(await revokeToken(member, revoked.id)).toMatchObject({ ok: true });
  expect(await findTokenActor(revoked.token)).toBeNull();
  await db.person.update({ where: { id: member.personId }, data: { disabledAt: new Date() } });
  expect(await findTokenActor(removed.token)).toBeNull();
  await db.person.update({ where: { id: member.personId }, data: { disabledAt: null } });
  expect(await findTokenActor(removed.token)).not.toBeNull();
  await db.member.update({ where: { id: member.memberId }, data: { state: "removed" } });
  expect(await findTokenActor(removed.token)).toBeNull();
});

test("is revoked by its owner or an administrator of the organization, by nobody else", async () => {
  const organization = await makeOrganization();
  const [member, colleague] = [
    await makeMember(organization, ["finance"]),
    await makeMember(organization, ["finance"]),
  ];
  const administrator = await makeMember(organization, ["administrator"]);
  const stranger = await makeMember(await makeOrganization(), ["administrator"]);
  const { id } = await make(member);
  expect(await revokeToken(colleague, id)).toMatchObject({ reason: "notFound" });
  expect(await revokeToken(stranger, id)).toMatchObject({ reason: "notFound" });
  expect(await revokeToken(administrator, id)).toMatchObject({ ok: true });
});

test("anything that is not a token of ours is nobody, without a look at the database", async () => {
  for (const text of ["", "stw_", "stw_short", `stw_${"a".repeat(44)}`, "'; drop table api_token; --"]) {
    expect(await findTokenActor(text)).toBeNull();
  }
  expect(await findTokenActor(`stw_${"a".repeat(43)}`)).toBeNull();
});

test("notes its use at most once a minute", async () => {
  const { id, token } = await make(await makeMember(await makeOrganization(), ["finance"]));
  const used = async () => (await db.apiToken.findUniqueOrThrow({ where: { id } })).lastUsedAt?.getTime();
  await findTokenActor(token);
  const first = await used();
  await findTokenActor(token);
  expect(first).toBeTypeOf("number");
  expect(await used()).toBe(first);
});
