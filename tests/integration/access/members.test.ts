import { expect, test } from "vitest";
import type { MemberActor } from "@/lib/access/actor";
import { findMember } from "@/lib/access/find-member";
import { changeMemberRoles, removeMember } from "@/lib/access/members";
import { findOrganization, updateOrganization } from "@/lib/access/organization";
import { db } from "@/lib/server/database";
import { makeMember, makeOrganization } from "../../support/factories";

const administratorsOf = (organizationId: string) =>
  db.member.count({ where: { organizationId, state: "active", roles: { has: "administrator" } } });

test("the last administrator can be neither removed nor demoted", async () => {
  const organization = await makeOrganization();
  const last = await makeMember(organization, ["administrator"]);
  const removed = await removeMember(last, { id: last.memberId, version: 1 });
  const demoted = await changeMemberRoles(last, { id: last.memberId, version: 1, roles: ["auditor"] });
  expect([removed, demoted]).toEqual(Array(2).fill(expect.objectContaining({ ok: false, reason: "state" })));
  const more = await changeMemberRoles(last, { id: last.memberId, version: 1, roles: ["administrator", "auditor"] });
  expect(more).toMatchObject({ ok: true });
});

test("a removed administrator does not count", async () => {
  const organization = await makeOrganization();
  const last = await makeMember(organization, ["administrator"]);
  const other = await makeMember(organization, ["administrator"]);
  expect(await removeMember(last, { id: other.memberId, version: 1 })).toMatchObject({ ok: true });
  expect(await removeMember(last, { id: last.memberId, version: 1 })).toMatchObject({ ok: false });
});

test("two administrators who demote each other at the same moment leave one", async () => {
  const pairs = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const organization = await makeOrganization();
      const [first, second] = await Promise.all([
        makeMember(organization, ["administrator"]),
        makeMember(organization, ["administrator"]),
      ]);
      return { organization, first, second };
    }),
  );
  const demote = (actor: MemberActor, other: MemberActor) =>
    changeMemberRoles(actor, { id: other.memberId, version: 1, roles: ["auditor"] });
  await Promise.all(pairs.flatMap(({ first, second }) => [demote(first, second), demote(second, first)]));
  const left = await Promise.all(pairs.map(({ organization }) => administratorsOf(organization.id)));
  expect(left).toEqual(Array(8).fill(1));
});

test("a member of another organization does not exist", async () => {
  const [own, foreign] = [await makeOrganization(), await makeOrganization()];
  const administrator = await makeMember(own, ["administrator"]);
  const stranger = await makeMember(foreign, ["finance"]);
  const target = { id: stranger.memberId, version: 1 };
  expect(await removeMember(administrator, target)).toMatchObject({ reason: "notFound" });
  expect(await changeMemberRoles(administrator, { ...target, roles: ["auditor"] })).toMatchObject({
    reason: "notFound",
  });
  expect(await findMember(administrator, stranger.memberId)).toBeNull();
});

test("a change on an old version names who was faster and what stands there", async () => {
  const organization = await makeOrganization();
  const [first, second] = [
    await makeMember(organization, ["administrator"], "Frida Faster"),
    await makeMember(organization, ["administrator"]),
  ];
  const member = await makeMember(organization, ["finance"]);
  const change = (actor: typeof first, role: "auditor" | "operations") =>
    changeMemberRoles(actor, { id: member.memberId, version: 1, roles: [role] });
  expect(await change(first, "auditor")).toMatchObject({ ok: true });
  expect(await change(second, "operations")).toMatchObject({
    reason: "stale",
    current: { by: "Frida Faster", values: { version: "2", roles: "auditor" } },
  });
});

test("settings of the organization change with an event, not on an old version, and not to nonsense", async () => {
  const organization = await makeOrganization();
  const administrator = await makeMember(organization, ["administrator"]);
  const present = await findOrganization(administrator);
  if (!present) throw new Error("The organization is not there.");
  const { id: _, slug: __, country: ___, ...input } = { ...present, approvalLimit: "1000.50" };
  expect(await updateOrganization(administrator, { ...input, considerAt: input.outsourceAt })).toMatchObject({
    fields: { considerAt: [expect.any(String)] },
  });
  expect(await updateOrganization(administrator, input)).toMatchObject({ ok: true });
  expect(await updateOrganization(administrator, input)).toMatchObject({
    reason: "stale",
    current: { values: { approvalLimit: "1000.5", version: "2" } },
  });
  const events = await db.auditEvent.findMany({ where: { organizationId: organization.id } });
  expect(events).toHaveLength(1);
  expect(JSON.parse(events[0]?.after ?? "{}")).toMatchObject({ approvalLimit: "1000.50" });
});
