import "server-only";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import { notify } from "@/lib/server/notify";
import { refuseChanged } from "@/lib/server/stale";
import { done, type Outcome, type Refusal, refuse, refuseMissing } from "@/lib/shared/outcome";
import type { MemberActor } from "./actor";
import type { Role } from "./rights";
import { revokeSessions } from "./sign-out";

const LAST = "This is the last administrator. Make somebody else an administrator first.";

async function findMember(tx: Transaction, actor: MemberActor, id: string) {
  return tx.member.findFirst({
    where: { id, organizationId: actor.organizationId, state: "active" },
    select: { id: true, roles: true, version: true, personId: true, person: { select: { name: true } } },
  });
}
type Member = NonNullable<Awaited<ReturnType<typeof findMember>>>;

/** Locks all administrators, in one order: of two that take away each other's role, the second sees the first's change. */
async function isLastAdministrator(tx: Transaction, actor: MemberActor, id: string): Promise<boolean> {
  const administrators = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM member WHERE organization_id = ${actor.organizationId}::uuid AND state = 'active'
      AND 'administrator' = ANY (roles) ORDER BY id FOR UPDATE`;
  return administrators.length === 1 && administrators[0]?.id === id;
}

function refuseOld(tx: Transaction, actor: MemberActor, member: Member): Promise<Refusal> {
  const subject = { organizationId: actor.organizationId, type: "member", id: member.id };
  return refuseChanged(tx, subject, { version: member.version, roles: member.roles.join(", ") });
}

/** Who loses a role is signed out of this organization, so that nothing goes on with what was allowed before. */
export function changeMemberRoles(
  actor: MemberActor,
  input: { id: string; version: number; roles: Role[] },
): Promise<Outcome<undefined>> {
  return change(actor, async (tx, audit) => {
    const member = await findMember(tx, actor, input.id);
    if (!member) return refuseMissing("member");
    if (member.version !== input.version) return refuseOld(tx, actor, member);
    if (!input.roles.includes("administrator") && (await isLastAdministrator(tx, actor, member.id)))
      return refuse(LAST);
    const roles = [...new Set(input.roles)];
    const written = await tx.member.updateMany({
      where: { id: member.id, version: input.version, state: "active" },
      data: { roles, version: { increment: 1 } },
    });
    if (written.count === 0) return refuseOld(tx, actor, member);
    const lost = member.roles.filter((role) => !roles.includes(role));
    if (lost.length > 0) await revokeSessions(tx, { memberId: member.id });
    await notify(tx, {
      organizationId: actor.organizationId,
      personIds: [member.personId],
      exceptPersonId: actor.personId,
      kind: "account",
      title: `${actor.name} changed your roles: ${roles.join(", ")}`,
      href: "/settings/rights",
    });
    audit({
      action: "member.changeRoles",
      subject: { type: "member", id: member.id, label: member.person.name },
      before: { roles: member.roles },
      after: { roles },
    });
    return done();
  });
}

/** Ends the membership with its sessions and tokens; what the person did stays under their name. */
export function removeMember(actor: MemberActor, input: { id: string; version: number }): Promise<Outcome<undefined>> {
  return change(actor, async (tx, audit) => {
    const member = await findMember(tx, actor, input.id);
    if (!member) return refuseMissing("member");
    if (member.version !== input.version) return refuseOld(tx, actor, member);
    if (await isLastAdministrator(tx, actor, member.id)) return refuse(LAST);
    const removedAt = await databaseNow(tx);
    const written = await tx.member.updateMany({
      where: { id: member.id, version: input.version, state: "active" },
      data: { state: "removed", removedAt, version: { increment: 1 } },
    });
    if (written.count === 0) return refuseOld(tx, actor, member);
    await revokeSessions(tx, { memberId: member.id });
    await tx.apiToken.updateMany({ where: { memberId: member.id, revokedAt: null }, data: { revokedAt: removedAt } });
    audit({
      action: "member.remove",
      subject: { type: "member", id: member.id, label: member.person.name },
      before: { roles: member.roles },
    });
    return done();
  });
}
