import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { decideApproval, requestApproval } from "@/lib/engagements/approvals";
import { type Audit, change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import { dayOf, toDay } from "@/lib/server/values";
import { done, type Outcome, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { contractEvents } from "../events";
import { AMENDABLE_TERMS, type AmendableTerm, WEIGHTY_TERMS } from "../labels";
import type { Terms } from "../rules/terms";
import { isAboveApprovalLimit } from "../rules/value";
import type { AmendmentInput } from "../schema";
import { type ContractReadings, readContractTerms, termText } from "../terms";
import { checkTerms } from "./create";
import { type LockedContract, lockContract } from "./lock";
import { findLimit } from "./terms";

export type AmendmentKey = { id: string; number: number; needsApproval: boolean };

const AMENDABLE_STATES = ["signed", "active", "expiring"];

/** The next numbered amendment; the contract is locked, so that numbers have no gaps and no doubles. */
export async function appendAmendment(
  tx: Transaction,
  audit: Audit,
  actor: MemberActor,
  contract: Pick<LockedContract, "id" | "code" | "title">,
  amendment: { effectiveFrom: string; summary: string; changes: Terms; needsApproval: boolean },
): Promise<AmendmentKey & { label: string }> {
  const last = await tx.contractAmendment.aggregate({ where: { contractId: contract.id }, _max: { number: true } });
  const made = await tx.contractAmendment.create({
    data: {
      organizationId: actor.organizationId,
      contractId: contract.id,
      number: (last._max.number ?? 0) + 1,
      effectiveFrom: toDay(amendment.effectiveFrom),
      summary: amendment.summary,
      changes: amendment.changes,
      needsApproval: amendment.needsApproval,
      createdById: actor.memberId,
    },
    select: { id: true, number: true, needsApproval: true },
  });
  await tx.contract.update({ where: { id: contract.id }, data: { version: { increment: 1 } } });
  const label = `${contract.code} amendment ${made.number}`;
  audit({
    action: "contract.amend",
    subject: { type: "contract", id: contract.id, label: `${contract.code} ${contract.title}` },
    after: { number: made.number, ...amendment },
  });
  return { ...made, label };
}

function findDifferences(readings: ContractReadings, wanted: AmendmentInput["changes"]): Terms {
  const changes: Terms = {};
  for (const term of AMENDABLE_TERMS) {
    const value = wanted[term];
    if (value !== undefined && termText(value) !== termText(readings[term].value)) changes[term] = value;
  }
  return changes;
}

/** What an amended term may not become: a contract never loses its end or what notice is counted from. */
function checkChanges(contract: LockedContract, readings: ContractReadings, changes: Terms) {
  const value = (term: AmendableTerm) => (term in changes ? (changes[term] ?? null) : readings[term].value);
  for (const term of ["endDate", "clientNoticeMonths"] as const) {
    if (term in changes && changes[term] === null)
      return refuseFields({ [`changes.${term}`]: "This cannot be empty." });
  }
  const renewalMonths = value("renewalMonths");
  const wrong = checkTerms({
    startDate: dayOf(contract.startDate),
    endDate: textOrNull(value("endDate")),
    renewal: value("renewal") === "tacit" ? "tacit" : value("renewal") === "option" ? "option" : "none",
    renewalMonths: renewalMonths === null ? null : Number(renewalMonths),
  });
  if (!wrong?.fields) return wrong;
  return refuseFields(
    Object.fromEntries(Object.entries(wrong.fields).map(([name, text]) => [`changes.${name}`, text])),
  );
}

function textOrNull(value: Terms[string]): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** After signature terms change by a numbered amendment, in force from its date. */
export function amendContract(
  actor: MemberActor,
  id: string,
  version: number,
  input: AmendmentInput,
): Promise<Outcome<AmendmentKey>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockContract(tx, actor, id, version);
    if (!locked.ok) return locked;
    const contract = locked.value;
    if (!AMENDABLE_STATES.includes(contract.state)) {
      return refuse("Only a signed or running contract is amended. Before signature its terms change freely.");
    }
    const start = dayOf(contract.startDate);
    if (start && input.effectiveFrom < start) {
      return refuseFields({ effectiveFrom: "An amendment is not in force before the contract begins." });
    }
    const readings = await readContractTerms(tx, actor.organizationId, id, input.effectiveFrom);
    if (!readings) return refuseMissing("contract");
    const changes = findDifferences(readings, input.changes);
    if (Object.keys(changes).length === 0) {
      return refuse("These are the terms that hold on that day already. Change at least one.");
    }
    const wrong = checkChanges(contract, readings, changes);
    if (wrong) return wrong;
    const amended = (term: AmendableTerm) =>
      textOrNull(term in changes ? (changes[term] ?? null) : readings[term].value);
    const isAbove = isAboveApprovalLimit(
      {
        yearlyValue: amended("yearlyValue"),
        currency: contract.currency,
        startDate: start,
        endDate: amended("endDate"),
      },
      await findLimit(tx, actor.organizationId),
    );
    const needsApproval = isAbove && WEIGHTY_TERMS.some((term) => term in changes);
    const { effectiveFrom, summary } = input;
    const made = await appendAmendment(tx, audit, actor, contract, { effectiveFrom, summary, changes, needsApproval });
    if (needsApproval) {
      const asked = await requestApproval(tx, audit, actor, {
        kind: "contract",
        subject: { type: "contractAmendment", id: made.id, label: made.label },
        engagementId: contract.engagementId,
        summary: `Approve amendment ${made.number} of ${contract.code}: ${summary}`,
        requiredRole: "executive",
        href: `/contracts/${id}/amendments`,
      });
      if (!asked.ok) return asked;
    }
    if (!needsApproval) tell(contractEvents.amended({ contractId: id, fromMonth: effectiveFrom.slice(0, 7) }));
    return done({ id: made.id, number: made.number, needsApproval });
  });
}

/** Approved, it is in force from its date; rejected, it stays on record and never takes effect. */
export function decideAmendment(
  actor: MemberActor,
  id: string,
  input: { decision: "approve" | "reject"; reason: string },
): Promise<Outcome<{ id: string; contractId: string; effectiveFrom: string }>> {
  return change(actor, async (tx, audit, tell) => {
    const amendment = await tx.contractAmendment.findFirst({
      where: { id, organizationId: actor.organizationId },
      select: {
        number: true,
        createdById: true,
        effectiveFrom: true,
        contract: { select: { id: true, code: true } },
      },
    });
    if (!amendment) return refuseMissing("amendment");
    const { contract, number } = amendment;
    const isApproved = input.decision === "approve";
    const decided = await decideApproval(tx, audit, actor, {
      kind: "contract",
      subject: { type: "contractAmendment", id, label: `${contract.code} amendment ${number}` },
      isApproved,
      reason: input.reason || null,
      href: `/contracts/${contract.id}/amendments`,
      barredMemberIds: [amendment.createdById],
    });
    if (!decided.ok) return decided;
    if (isApproved) {
      await tx.contractAmendment.update({
        where: { id },
        data: { approvedById: actor.memberId, approvedAt: await databaseNow(tx) },
      });
      tell(contractEvents.amended({ contractId: contract.id, fromMonth: dayOf(amendment.effectiveFrom).slice(0, 7) }));
    }
    return done({ id, contractId: contract.id, effectiveFrom: dayOf(amendment.effectiveFrom) });
  });
}
