import "server-only";
import type { SystemActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { done, type Outcome, refuse } from "@/lib/shared/outcome";
import { contractEvents } from "../events";
import { type ContractState, isRunning } from "../rules/states";
import { contractSubject, lockContract } from "./lock";

type Moved = { from: ContractState; to: ContractState };

const ACTIONS = { active: "contract.renew", expiring: "contract.markExpiring", expired: "contract.expire" } as const;
const isMoving = (state: ContractState): state is keyof typeof ACTIONS => Object.hasOwn(ACTIONS, state);

/**
 * Writes down what the calendar says of a running contract on its own day: expiring from the last safe decision on,
 * active again when it has renewed, expired after its end. Nothing hangs on the day of the writing: everybody reads the
 * calendar, which knows it already.
 */
export function followCalendar(actor: SystemActor, id: string): Promise<Outcome<Moved>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockContract(tx, actor, id);
    if (!locked.ok) return locked;
    const { state: from } = locked.value;
    const [calendar] = await tx.$queryRaw<{ state: ContractState }[]>`
      SELECT state::text AS state FROM contract_calendar WHERE contract_id = ${id}::uuid`;
    const to = calendar?.state ?? from;
    if (!isRunning(from) || from === to || !isMoving(to)) return refuse("The calendar says what the contract says.");
    await tx.contract.update({ where: { id }, data: { state: to, version: { increment: 1 } } });
    tell(contractEvents.termMoved({ contractId: id, to }));
    audit({
      action: ACTIONS[to],
      subject: contractSubject(locked.value),
      before: { state: from },
      after: { state: to },
    });
    return done({ from, to });
  });
}
