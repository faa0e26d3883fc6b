import "server-only";
import { settleText } from "@/lib/agreements/mutations/settle-text";
import { refreshHealth } from "@/lib/engagements/health";
import type { Happening, React, ReactionContext, Tell } from "@/lib/server/happenings";
import { lockContractMonths, recomputeContract } from "@/lib/service-levels/mutations/recompute-contract";
import { type Reaction, reactions } from "./table";

// Far above what any change leads to: a circle of reactions is a fault, not something to wait for.
const MOST_ROUNDS = 10;

/**
 * What follows from a change, in its transaction and in this order: months are computed anew, each contract once from
 * its earliest month on; what both sides sign is brought up to date; people are told; what that says in turn is
 * answered the same way; health comes last, each engagement once. Contracts and engagements are taken in the order of
 * their ids, so that two changes never wait for each other in a circle.
 */
export const react: React = async (context, happenings) => {
  const engagements = new Set<string>();
  let round = [...happenings];
  for (let count = 0; round.length > 0; count += 1) {
    if (count === MOST_ROUNDS)
      throw new Error(`Reactions go in a circle: ${round.map(({ kind }) => kind).join(", ")}.`);
    const next: Happening[] = [];
    await computeMonths(context, round, (happening) => next.push(happening));
    await settleTexts(context, round, (happening) => next.push(happening));
    for (const event of round) await reactionTo(event).notices?.(context, event);
    for (const id of await findConcerned(context, round)) engagements.add(id);
    round = next;
  }
  for (const id of [...engagements].sort()) await refreshHealth(context.tx, id);
};

function reactionTo(event: Happening): Reaction<Happening> {
  const reaction = (reactions as Record<string, Reaction<never> | undefined>)[event.kind];
  if (!reaction)
    throw new Error(`Nobody has written down what follows from ${event.kind}: see lib/reactions/table.ts.`);
  return reaction as Reaction<Happening>;
}

async function computeMonths({ tx, audit, actor }: ReactionContext, round: readonly Happening[], tell: Tell) {
  const from = new Map<string, string>();
  for (const event of round) {
    const months = reactionTo(event).months?.(event);
    if (!months) continue;
    const earlier = from.get(months.contractId);
    if (earlier === undefined || months.fromMonth < earlier) from.set(months.contractId, months.fromMonth);
  }
  for (const contractId of [...from.keys()].sort()) {
    await lockContractMonths(tx, contractId);
    const fromMonth = from.get(contractId) ?? "";
    await recomputeContract({ tx, audit, tell }, actor, {
      organizationId: actor.organizationId,
      contractId,
      fromMonth,
    });
  }
}

async function settleTexts(context: ReactionContext, round: readonly Happening[], tell: Tell) {
  const isNew = new Map<string, boolean>();
  for (const event of round) {
    const text = reactionTo(event).text?.(event);
    if (text) isNew.set(text.contractId, text.isNew ?? isNew.get(text.contractId) ?? false);
  }
  for (const contractId of [...isNew.keys()].sort())
    await settleText(context, tell, { contractId, isNew: isNew.get(contractId) ?? false });
}

async function findConcerned({ tx }: ReactionContext, round: readonly Happening[]): Promise<string[]> {
  const concerned = round.flatMap((event) => reactionTo(event).health?.(event) ?? []);
  const contracts = concerned.flatMap((each) => ("engagementId" in each ? [] : [each.contractId]));
  const named = concerned.flatMap((each) => ("engagementId" in each ? [each.engagementId] : []));
  if (contracts.length === 0) return named;
  const rows = await tx.contract.findMany({ where: { id: { in: contracts } }, select: { engagementId: true } });
  return [...named, ...rows.map((row) => row.engagementId)];
}
