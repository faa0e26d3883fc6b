import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import { done, type Outcome, refuse, refuseFields } from "@/lib/shared/outcome";
import { contractEvents } from "../events";
import { nextContractState } from "../rules/states";
import { contractSubject, lockContract } from "./lock";
import type { Versioned } from "./terms";

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
