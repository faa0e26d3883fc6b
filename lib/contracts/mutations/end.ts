import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { databaseNow, databaseToday } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import { done, type Outcome, refuse, refuseFields } from "@/lib/shared/outcome";
import { findLateNotice } from "@/lib/shared/renewal";
import { contractEvents } from "../events";
import { nextContractState } from "../rules/states";
import { readContractTerms } from "../terms";
import { contractSubject, lockContract } from "./lock";
import type { Versioned } from "./terms";

type Notice = { givenOn: string; givenBy: "client" | "vendor"; isLateAccepted?: boolean };

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

/** What late notice means, in a sentence; null where it is in time or nothing renews by itself. */
async function warnOfLateNotice(
  tx: Transaction,
  actor: MemberActor,
  id: string,
  today: string,
  { givenOn, givenBy }: Notice,
): Promise<string | null> {
  const terms = await readContractTerms(tx, actor.organizationId, id, today);
  const endDate = terms?.endDate.value;
  if (!terms || !endDate) return null;
  const months = Number((givenBy === "client" ? terms.clientNoticeMonths : terms.vendorNoticeMonths).value ?? 0);
  const renewal = terms.renewal.value === "tacit" ? "tacit" : "none";
  const renewalMonths = Number(terms.renewalMonths.value ?? 0);
  const late = findLateNotice({ endDate: String(endDate), renewal, renewalMonths }, { givenOn, months });
  if (!late) return null;
  const then =
    late.endsOn > late.runsUntil
      ? `The term renews, and this notice ends the contract on ${late.endsOn}.`
      : `The contract ends on ${late.endsOn} in any case.`;
  return `The last day for notice was ${late.lastDay}. ${then} Confirm that it is recorded all the same.`;
}

/**
 * Notice given by either side: the contract ends with its running term and no longer renews by itself. After its last
 * day it is taken only when that is accepted, and ends the term after the one that runs.
 */
export function recordNotice(
  actor: MemberActor,
  id: string,
  version: number,
  input: Notice,
): Promise<Outcome<Versioned>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockContract(tx, actor, id, version);
    if (!locked.ok) return locked;
    const contract = locked.value;
    if (contract.state !== "active" && contract.state !== "expiring") {
      return refuse("Notice is given on a contract that runs.");
    }
    if (contract.noticeGivenOn) return refuse("Notice has been given on this contract already.");
    const today = await databaseToday(contract.timeZone, tx);
    if (input.givenOn > today) return refuseFields({ givenOn: "This day is still to come." });
    const warning = await warnOfLateNotice(tx, actor, id, today, input);
    if (warning && !input.isLateAccepted) return refuseFields({ isLateAccepted: warning }, warning);
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
    audit({ action: "contract.giveNotice", subject: contractSubject(contract), after: { ...input, warning } });
    return done({ id, version: saved.version });
  });
}
