import "server-only";
import { change } from "@/lib/server/change";
import { db, type Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { done, type Outcome, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import type { MemberActor } from "./actor";

const fields = {
  id: true,
  name: true,
  slug: true,
  country: true,
  currency: true,
  timeZone: true,
  locale: true,
  approvalLimit: true,
  creditLimit: true,
  watermelonFall: true,
  outsourceAt: true,
  considerAt: true,
  standstillDays: true,
  version: true,
} as const;

async function read(from: Transaction | typeof db, id: string) {
  const found = await from.organization.findUnique({ where: { id }, select: fields });
  return (
    found && {
      ...found,
      approvalLimit: found.approvalLimit.toFixed(),
      creditLimit: found.creditLimit.toFixed(),
      watermelonFall: found.watermelonFall.toFixed(),
    }
  );
}

export function findOrganization(actor: MemberActor) {
  return read(db, actor.organizationId);
}

export type OrganizationInput = {
  version: number;
  name: string;
  currency: string;
  timeZone: string;
  locale: string;
  approvalLimit: string;
  creditLimit: string;
  watermelonFall: string;
  outsourceAt: number;
  considerAt: number;
  standstillDays: number;
};

export function updateOrganization(actor: MemberActor, input: OrganizationInput): Promise<Outcome<undefined>> {
  const { version, ...columns } = input;
  if (input.considerAt >= input.outsourceAt) {
    return Promise.resolve(refuseFields({ considerAt: "This must be lower than the score for outsourcing." }));
  }
  return change(actor, async (tx, audit) => {
    const before = await read(tx, actor.organizationId);
    if (!before) return refuseMissing("organization");
    const written = await tx.organization.updateMany({
      where: { id: actor.organizationId, version },
      data: { ...columns, version: { increment: 1 } },
    });
    if (written.count === 0) {
      const { id, ...values } = (await read(tx, actor.organizationId)) ?? before;
      return refuseChanged(tx, { organizationId: id, type: "organization", id }, values);
    }
    const { version: _, id, slug: __, country: ___, ...old } = before;
    audit({
      action: "organization.update",
      subject: { type: "organization", id, label: columns.name },
      before: old,
      after: columns,
    });
    return done();
  });
}
