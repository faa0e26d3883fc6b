import "server-only";
import type { Actor } from "@/lib/access/actor";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { dayOf, decimalOf } from "@/lib/server/values";
import { done, type Outcome, refuseMissing } from "@/lib/shared/outcome";

/** All that a change of a contract is decided on. */
const lockSelect = {
  id: true,
  code: true,
  engagementId: true,
  vendorId: true,
  awardId: true,
  title: true,
  type: true,
  state: true,
  currency: true,
  timeZone: true,
  startDate: true,
  endDate: true,
  renewal: true,
  renewalMonths: true,
  clientNoticeMonths: true,
  vendorNoticeMonths: true,
  internalLeadDays: true,
  switchingLeadDays: true,
  governingLaw: true,
  staffingTerms: true,
  coverageHours: true,
  deliveryLocations: true,
  dataProtectionTerms: true,
  insurance: true,
  liabilityCap: true,
  terminationRights: true,
  exitPlan: true,
  atRiskPercent: true,
  yearlyCapBasis: true,
  yearlyCapPercent: true,
  yearlyCapAmount: true,
  yearlyValue: true,
  ownerId: true,
  approvedById: true,
  approvedAt: true,
  noticeGivenOn: true,
  version: true,
} as const;

export type LockedContract = NonNullable<Awaited<ReturnType<typeof findContractRow>>>;

/** The row as a change would lock it, to look at. */
export function findContractRow(tx: Pick<Transaction, "contract">, organizationId: string, id: string) {
  return tx.contract.findFirst({ where: { id, organizationId }, select: lockSelect });
}

export function contractSubject(contract: { id: string; code: string; title: string }) {
  return { type: "contract", id: contract.id, label: `${contract.code} ${contract.title}` };
}

/** The terms as they stand in the form, by field name. */
export function formValuesOf(contract: LockedContract) {
  const {
    startDate,
    endDate,
    liabilityCap,
    atRiskPercent,
    yearlyCapPercent,
    yearlyCapAmount,
    yearlyValue,
    dataProtectionTerms,
    ...rest
  } = contract;
  const {
    id: _id,
    code: _code,
    state: _state,
    ownerId: _owner,
    approvedAt: _at,
    noticeGivenOn: _notice,
    ...others
  } = rest;
  const { engagementId: _e, vendorId: _v, awardId: _a, approvedById: _b, ...texts } = others;
  return {
    ...texts,
    startDate: dayOf(startDate),
    endDate: dayOf(endDate),
    liabilityCap: decimalOf(liabilityCap),
    atRiskPercent: decimalOf(atRiskPercent),
    yearlyCapPercent: decimalOf(yearlyCapPercent),
    yearlyCapAmount: decimalOf(yearlyCapAmount),
    yearlyValue: decimalOf(yearlyValue),
    dataProtectionTerms: Array.isArray(dataProtectionTerms) ? dataProtectionTerms.join(", ") : "",
  };
}

/**
 * The contract, locked until the transaction ends, so that everything that is decided on it is decided on what is
 * there. `version` is the one that the person saw; left out where a change does not depend on the terms.
 */
export async function lockContract(
  tx: Transaction,
  actor: Actor,
  id: string,
  version?: number,
): Promise<Outcome<LockedContract>> {
  const { organizationId } = actor;
  await tx.$queryRaw`SELECT 1 FROM contract WHERE id = ${id}::uuid AND organization_id = ${organizationId}::uuid FOR UPDATE`;
  const contract = await findContractRow(tx, organizationId, id);
  // A vendor's contact reaches the own contracts only, and those once they have left the drawer.
  const isHidden = actor.kind === "vendor" && (contract?.vendorId !== actor.vendorId || contract.state === "draft");
  if (!contract || isHidden) return refuseMissing("contract");
  if (version !== undefined && contract.version !== version) {
    const subject = { organizationId, type: "contract", id };
    return refuseChanged(tx, subject, formValuesOf(contract));
  }
  return done(contract);
}

/** Who wrote it: the owner and everybody who has created or changed its terms. They can't be its only approvers. */
export async function findPreparers(tx: Transaction, contract: { id: string; ownerId: string }): Promise<string[]> {
  const events = await tx.auditEvent.findMany({
    where: {
      subjectType: "contract",
      subjectId: contract.id,
      action: { in: ["contract.create", "contract.update"] },
      actorId: { not: null },
    },
    distinct: ["actorId"],
    select: { actorId: true },
  });
  return [contract.ownerId, ...events.flatMap(({ actorId }) => (actorId ? [actorId] : []))];
}

/** Whom what happens with a contract concerns on both sides. */
export function findParties(tx: Transaction, id: string) {
  return tx.contract.findUniqueOrThrow({
    where: { id },
    select: { id: true, code: true, title: true, state: true, vendorId: true, owner: { select: { personId: true } } },
  });
}
