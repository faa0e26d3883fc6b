import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { contractEvents } from "@/lib/contracts/events";
import { contractSubject, findPreparers, type LockedContract, lockContract } from "@/lib/contracts/mutations/lock";
import { markActive } from "@/lib/contracts/mutations/move";
import { needsExecutive, type Versioned } from "@/lib/contracts/mutations/terms";
import { type ActivationCheck, checkActivation } from "@/lib/contracts/rules/states";
import { change } from "@/lib/server/change";
import type { Transaction } from "@/lib/server/database";
import { notify } from "@/lib/server/notify";
import { dayOf } from "@/lib/server/values";
import { done, type Outcome, refuse } from "@/lib/shared/outcome";
import { findVendorPeople } from "@/lib/vendors/contacts/people";
import { findCurrentText, findSignedSides } from "../queries/current-text";
import { sealPresentText } from "./store-text";

const UNSIGNED = { client: false, vendor: false };

/** The list that a contract has to pass, as it stands now. A signature under another text is none. */
export async function readActivationChecks(
  tx: Transaction,
  organizationId: string,
  contract: LockedContract,
): Promise<ActivationCheck[]> {
  const current = await findCurrentText(tx, contract.id);
  const present = await sealPresentText(tx, { id: contract.id, organizationId }, current);
  const signed = current?.sha256 === present.sha256 ? await findSignedSides(tx, current.id) : UNSIGNED;
  const preparers = await findPreparers(tx, contract);
  const { approvedById } = contract;
  return checkActivation({
    state: contract.state,
    isClientSigned: signed.client,
    isVendorSigned: signed.vendor,
    chargeLines: present.text.chargeLines.length,
    serviceLevels: present.text.serviceLevels.length,
    startDate: dayOf(contract.startDate),
    endDate: dayOf(contract.endDate),
    clientNoticeMonths: contract.clientNoticeMonths,
    exitPlan: contract.exitPlan,
    isAboveLimit: await needsExecutive(tx, organizationId, contract),
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
    const saved = await markActive(tx, id);
    tell(contractEvents.activated({ contractId: id }));
    audit({ action: "contract.activate", subject: contractSubject(contract), after: { checks } });
    await notify(tx, {
      organizationId: actor.organizationId,
      personIds: await findVendorPeople(tx, contract),
      vendorId: contract.vendorId,
      kind: "contract",
      title: `${contract.code} is active`,
      href: `/portal/contracts/${id}`,
    });
    return done({ id, version: saved.version });
  });
}
