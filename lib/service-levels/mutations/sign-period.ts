import "server-only";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { databaseNow } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import { d } from "@/lib/shared/decimal";
import { done, type Outcome, refuse, refuseFields, refuseForbidden } from "@/lib/shared/outcome";
import { serviceLevelEvents } from "../events";
import { findLockObstacle } from "../rules/closing";
import { findStandingVersion, lockVersion } from "./freeze-period";
import { eventOf, type Moved, move, type Named, onPeriod, periodLabel, refuseOther, type Who } from "./periods";

/** What a person signs: the hash that stood on the screen, with the own name under it. */
export type Signing = Named & { contentHash: string; signedName: string };

const OTHER_CONTENT = "The month has changed since you looked at it. Read it again before you sign.";

async function sign(
  tx: Transaction,
  actor: Who,
  version: { id: string; contentHash: string },
  signedName: string,
): Promise<void> {
  await tx.periodSignature.create({
    data: {
      organizationId: actor.organizationId,
      versionId: version.id,
      side: actor.kind === "vendor" ? "vendor" : "client",
      memberId: actor.kind === "member" ? actor.memberId : null,
      contactId: actor.kind === "vendor" ? actor.contactId : null,
      signedName,
      contentHash: version.contentHash,
      ipAddress: actor.ipAddress,
      signedAt: await databaseNow(tx),
    },
    select: { id: true },
  });
}

/** The vendor's name under a verified month. */
export function signPeriod(actor: VendorActor, input: Signing): Promise<Outcome<Moved>> {
  return onPeriod(actor, input, async ({ tx, audit, tell, period }) => {
    if (period.version !== input.version) return refuseOther(tx, actor, period);
    if (period.state !== "verified") return refuse("Only a verified month is signed.");
    const version = await findStandingVersion(tx, period.id);
    if (!version || version.contentHash !== input.contentHash) return refuse(OTHER_CONTENT);
    const signed = await tx.periodSignature.count({ where: { versionId: version.id, side: "vendor" } });
    if (signed > 0) return refuse("Your company has signed this month already.");
    await sign(tx, actor, version, input.signedName);
    await tx.measurementPeriod.update({ where: { id: period.id }, data: { version: { increment: 1 } } });
    audit({
      action: "period.sign",
      subject: { type: "period", id: period.id, label: periodLabel(period) },
      after: { side: "vendor", signedName: input.signedName, contentHash: version.contentHash },
    });
    tell(serviceLevelEvents.monthSigned({ ...eventOf(period), side: "vendor" }));
    return done();
  });
}

async function readLockFacts(tx: Transaction, actor: MemberActor, versionId: string, vendorId: string) {
  const organization = await tx.organization.findUniqueOrThrow({
    where: { id: actor.organizationId },
    select: { creditLimit: true, currency: true },
  });
  const signed = await tx.periodSignature.count({ where: { versionId, side: "vendor" } });
  const access = await tx.vendorContact.count({ where: { vendorId, removedAt: null, personId: { not: null } } });
  return {
    isVendorSigned: signed > 0,
    hasVendorAccess: access > 0,
    creditLimit: { amount: d(organization.creditLimit.toFixed()), currency: organization.currency },
  };
}

/**
 * The client's name under a verified month, and its lock: from here on the version stands, and whatever comes late is a
 * proposal. It takes both names, or a reason after the vendor had its time.
 */
export function lockPeriod(actor: MemberActor, input: Signing & { unsignedReason?: string }): Promise<Outcome<Moved>> {
  return onPeriod(actor, input, async ({ tx, audit, tell, period }) => {
    if (period.version !== input.version) return refuseOther(tx, actor, period);
    if (period.state !== "verified" || !period.verifiedAt) return refuse("Only a verified month can be locked.");
    const version = await findStandingVersion(tx, period.id);
    if (!version || version.contentHash !== input.contentHash) return refuse(OTHER_CONTENT);
    const now = await databaseNow(tx);
    const unsignedReason = input.unsignedReason ?? "";
    const facts = await readLockFacts(tx, actor, version.id, period.contract.vendorId);
    const obstacle = findLockObstacle({
      ...facts,
      verifiedAt: period.verifiedAt.toISOString(),
      now: now.toISOString(),
      unsignedReason,
      credit: d(version.creditTotal.toFixed()),
      currency: period.contract.currency,
      isVerifier: period.verifiedById === actor.memberId,
    });
    if (obstacle?.field === "actor") return refuseForbidden(obstacle.message);
    if (obstacle) return refuseFields({ [obstacle.field]: obstacle.message }, obstacle.message);
    await sign(tx, actor, version, input.signedName);
    await lockVersion(tx, version.id, actor.memberId);
    const reason = facts.isVendorSigned ? "" : unsignedReason;
    const moved = await move(tx, audit, actor, period, "lock", {
      version: input.version,
      data: { state: "locked", lockedAt: now, lockedById: actor.memberId, unsignedReason: reason },
      after: {
        state: "locked",
        number: version.number,
        contentHash: version.contentHash,
        signedName: input.signedName,
        ...(reason ? { unsignedReason: reason } : {}),
      },
    });
    if (moved.ok) tell(serviceLevelEvents.monthLocked(eventOf(period)));
    return moved;
  });
}
