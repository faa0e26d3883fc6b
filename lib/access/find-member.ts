import "server-only";
import { db } from "@/lib/server/database";
import type { MemberActor } from "./actor";

/** An active member of the own organization; null for anybody else's id. */
export function findMember(actor: MemberActor, id: string) {
  return db.member.findFirst({
    where: { id, organizationId: actor.organizationId, state: "active" },
    select: { id: true, roles: true, title: true, version: true, person: { select: { name: true, email: true } } },
  });
}
