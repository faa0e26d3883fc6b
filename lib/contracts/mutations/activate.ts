import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import { notify } from "@/lib/server/notify";
import { dayOf } from "@/lib/server/values";
import { done, type Outcome, refuse, refuseFields } from "@/lib/shared/outcome";
import { contractEvents } from "../events";
import { type ActivationCheck, checkActivation, nextContractState } from "../rules/states";
import { isAboveApprovalLimit } from "../rules/value";
import { contractSubject, findPreparers, findVendorPeople, type LockedContract, lockContract } from "./lock";
import { findLimit, type Versioned, valueTermsOf } from "./terms";

/** The list that a contract has to pass, as it stands now. */
export async function readActivationChecks(
  tx: Transaction,
  organizationId: string,
  contract: LockedContract,
): Promise<ActivationCheck[]> {
  const where = { organizationId, contractId: contract.id };
  const chargeLines = await tx.chargeLine.count({ where });
  const serviceLevels = await tx.serviceLevel.count({ where });
  const limit = await findLimit(tx, organizationId);
  const preparers = await findPreparers(tx, contract);
  const { approvedById } = contract;
  return checkActivation({
    state: contract.state,
    isClientSigned: contract.clientSignedAt !== null,
    isVendorSigned: contract.vendorSignedAt !== null,
    chargeLines,
    serviceLevels,
    startDate: dayOf(contract.startDate),
    endDate: dayOf(contract.endDate),
    clientNoticeMonths: contract.clientNoticeMonths,
    exitPlan: contract.exitPlan,
    isAboveLimit: isAboveApprovalLimit(valueTermsOf(contract), limit),
    approvedBy: approvedById,
    preparedBy: preparers.find((id) => id === approvedById) ?? contract.ownerId,
  });
}

/** Signed to active, once everything on the list is there. */
export function activateContract(actor: MemberActor, id: string, version: number): Promise<Outcome<Versioned>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockContract(tx, actor, id, version);
    if (!locked.ok) return locked;
    const contract = locked.value;
    const checks = await readActivationChecks(tx, actor.organizationId, contract);
    const missing = checks.filter((check) => !check.isMet);
    if (missing.length > 0) {
      return refuse(`Not ready to be activated. Missing: ${missing.map((check) => check.label).join("; ")}.`);
    }
    const saved = await tx.contract.update({
      where: { id, version },
      data: { state: "active", activatedAt: await databaseNow(tx), version: { increment: 1 } },
      select: { version: true },
    });
    tell(contractEvents.activated({ contractId: id }));
    audit({ action: "contract.activate", subject: contractSubject(contract), after: { checks } });
    await notify(tx, {
      organizationId: actor.organizationId,
      personIds: await findVendorPeople(tx, contract),
      kind: "contract",
      title: `${contract.code} is active`,
      href: `/portal/contracts/${id}`,
    });
    return done({ id, version: saved.version });
  });
}

export function terminateContract(
  actor: MemberActor,
  id: string,
  version: number,
  reason: string,
): Promise<Outcome<Versioned>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockContract(tx, actor, id, version);
    if (!locked.ok) return locked;
    const contract = locked.value;
    if (nextContractState(contract.state, "terminate") === null) {
      return refuse("Only a signed or running contract can be terminated.");
    }
    const saved = await tx.contract.update({
      where: { id, version },
      data: {
        state: "terminated",
        terminatedAt: await databaseNow(tx),
        terminationReason: reason,
        version: { increment: 1 },
      },
      select: { version: true },
    });
    tell(contractEvents.terminated({ contractId: id }));
    audit({
      action: "contract.terminate",
      subject: contractSubject(contract),
      before: { state: contract.state },
      after: { reason },
    });
    return done({ id, version: saved.version });
  });
}

/** Notice given by either side: the contract ends with its running term and no longer renews by itself. */
export function recordNotice(
  actor: MemberActor,
  id: string,
  version: number,
  input: { givenOn: string; givenBy: "client" | "vendor" },
): Promise<Outcome<Versioned>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockContract(tx, actor, id, version);
    if (!locked.ok) return locked;
    const contract = locked.value;
    if (contract.state !== "active" && contract.state !== "expiring") {
      return refuse("Notice is given on a contract that runs.");
    }
    if (contract.noticeGivenOn) return refuse("Notice has been given on this contract already.");
    const now = await databaseNow(tx);
    const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(contract.timeZone);
    if (input.givenOn > today.toPlainDate().toString()) return refuseFields({ givenOn: "This day is still to come." });
    const saved = await tx.contract.update({
      where: { id, version },
      data: {
        noticeGivenOn: new Date(`${input.givenOn}T00:00:00Z`),
        noticeGivenBy: input.givenBy,
        version: { increment: 1 },
      },
      select: { version: true },
    });
    tell(contractEvents.noticeGiven({ contractId: id }));
    audit({ action: "contract.giveNotice", subject: contractSubject(contract), after: input });
    return done({ id, version: saved.version });
  });
}
