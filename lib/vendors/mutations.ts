import "server-only";
import { type Actor, may } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { nextCode } from "@/lib/server/codes";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { toDay } from "@/lib/server/values";
import {
  done,
  type Outcome,
  type Refusal,
  refuse,
  refuseFields,
  refuseForbidden,
  refuseMissing,
} from "@/lib/shared/outcome";
import { vendorEvents } from "./events";
import { findVendor } from "./queries";
import { checkVendorMove, type VendorMove, vendorMoveRight } from "./rules/status";
import type { VendorChanges, VendorInput, VendorView } from "./schema";

export function vendorSubject(vendor: { id: string; code: string; legalName: string }) {
  return { type: "vendor", id: vendor.id, label: `${vendor.code} ${vendor.legalName}` };
}

/** The vendor of this organization, for a change of one of its parts. */
export function readVendorLabel(tx: Transaction, organizationId: string, id: string) {
  return tx.vendor.findFirst({ where: { id, organizationId }, select: { id: true, code: true, legalName: true } });
}

export function createVendor(actor: Actor, input: VendorInput): Promise<Outcome<VendorView>> {
  return change(actor, async (tx, audit) => {
    const { reviewDate, ...fields } = input;
    const code = await nextCode(tx, actor.organizationId, "VEN");
    const made = await tx.vendor.create({
      data: { ...fields, organizationId: actor.organizationId, code, reviewDate: toDay(reviewDate) },
      select: { id: true, code: true, legalName: true },
    });
    audit({ action: "vendor.create", subject: vendorSubject(made), after: input });
    return readBack(tx, actor, made.id);
  });
}

export function updateVendor(
  actor: Actor,
  id: string,
  version: number,
  changes: VendorChanges,
): Promise<Outcome<VendorView>> {
  return change(actor, async (tx, audit) => {
    const before = await findVendor(actor.organizationId, id, tx);
    if (!before) return refuseMissing("vendor");
    const { reviewDate, ...fields } = changes;
    const saved = await tx.vendor.updateMany({
      where: { id, organizationId: actor.organizationId, version },
      data: {
        ...fields,
        ...(reviewDate === undefined ? {} : { reviewDate: toDay(reviewDate) }),
        version: { increment: 1 },
      },
    });
    if (saved.count === 0) return refuseVendorChanged(tx, actor.organizationId, before);
    const keys = Object.keys(changes) as (keyof VendorChanges)[];
    audit({
      action: "vendor.update",
      subject: vendorSubject(before),
      before: Object.fromEntries(keys.map((key) => [key, before[key]])),
      after: changes,
    });
    return readBack(tx, actor, id);
  });
}

/** Moves a vendor along its statuses. The right depends on the move, so it is checked here too. */
export function moveVendor(
  actor: Actor,
  id: string,
  version: number,
  move: VendorMove,
  reason: string | null,
): Promise<Outcome<VendorView>> {
  return change(actor, async (tx, audit, tell) => {
    if (!may(actor, vendorMoveRight(move))) return refuseForbidden("Procurement decides about the status of a vendor.");
    const before = await findVendor(actor.organizationId, id, tx);
    if (!before) return refuseMissing("vendor");
    const check = checkVendorMove(before.status, move, reason);
    if (!check.isAllowed) return check.isReasonMissing ? refuseFields({ reason: check.reason }) : refuse(check.reason);
    const saved = await tx.vendor.updateMany({
      where: { id, organizationId: actor.organizationId, version, status: before.status },
      data: { status: check.to, version: { increment: 1 } },
    });
    if (saved.count === 0) return refuseVendorChanged(tx, actor.organizationId, before);
    tell(vendorEvents.moved({ vendorId: id, to: check.to, reason }));
    audit({
      action: `vendor.${move}`,
      subject: vendorSubject(before),
      before: { status: before.status },
      after: { status: check.to, reason },
    });
    return readBack(tx, actor, id);
  });
}

function refuseVendorChanged(tx: Transaction, organizationId: string, now: VendorView): Promise<Refusal> {
  const { locations: _, certificates: _c, contacts: _p, subcontractors: _s, services: _v, industries, ...fields } = now;
  return refuseChanged(
    tx,
    { organizationId, type: "vendor", id: now.id },
    { ...fields, industries: industries.join(", ") },
  );
}

async function readBack(tx: Transaction, actor: Actor, id: string): Promise<Outcome<VendorView>> {
  const vendor = await findVendor(actor.organizationId, id, tx);
  return vendor ? done(vendor) : refuseMissing("vendor");
}
