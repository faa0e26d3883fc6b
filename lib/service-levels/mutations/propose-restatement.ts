import "server-only";
import { databaseNow } from "@/lib/server/clock";
import type { Prisma } from "@/lib/server/database";
import { writeCanonical } from "@/lib/shared/canonical-json";
import { d, sum, toDecimalText } from "@/lib/shared/decimal";
import { serviceLevelEvents } from "../events";
import { type ChangedMonth, compareMonths } from "../rules/period-content";
import { hashContent } from "./freeze-period";
import type { Author, Recording, Worlds } from "./recompute-contract";

type Of = { organizationId: string; contractId: string; label: string };

/** Every locked month that today's figures would make another one, oldest first. */
export function findChanges({ locked, today }: Pick<Worlds, "locked" | "today">): ChangedMonth[] {
  return today.flatMap((now) => {
    const before = locked.get(now.month);
    return (before && compareMonths(before, now)) ?? [];
  });
}

export const hashChanges = (changes: readonly ChangedMonth[]) => hashContent(writeCanonical(changes));

/**
 * Where today's figures differ from locked months, the difference is put to the other side: one open proposal per
 * contract, which follows what comes in. What was turned down is not proposed again; what agrees again is withdrawn.
 */
export async function proposeRestatement(
  { tx, audit, tell }: Recording,
  author: Author,
  of: Of,
  worlds: Worlds,
): Promise<void> {
  const { organizationId, contractId, label } = of;
  const open = await tx.restatement.findFirst({
    where: { contractId, state: "proposed" },
    select: { id: true, contentHash: true },
  });
  const changes = findChanges(worlds);
  const [first] = changes;
  if (!first) {
    if (!open) return;
    await tx.restatement.update({
      where: { id: open.id },
      data: {
        state: "withdrawn",
        decidedAt: await databaseNow(tx),
        decisionReason: "The figures agree with what is locked again.",
        version: { increment: 1 },
      },
    });
    audit({ action: "restatement.withdraw", subject: { type: "restatement", id: open.id, label } });
    return;
  }
  const contentHash = hashChanges(changes);
  if (open?.contentHash === contentHash) return;
  const wasTurnedDown = await tx.restatement.count({ where: { contractId, contentHash, state: "disputed" } });
  if (wasTurnedDown > 0 && !open) return;
  const difference = sum(changes.map(({ total }) => d(total.after).minus(total.before)));
  const values = {
    fromMonth: first.month,
    content: changes as unknown as Prisma.InputJsonValue,
    contentHash,
    difference: toDecimalText(difference),
    currency: worlds.loaded.terms(first.month).currency,
    proposedSide: author.kind === "vendor" ? ("vendor" as const) : ("client" as const),
    proposedById: author.kind === "member" ? (author.memberId ?? null) : null,
    proposedByContactId: author.kind === "vendor" ? (author.contactId ?? null) : null,
  };
  const made = open
    ? await tx.restatement.update({
        where: { id: open.id },
        data: { ...values, version: { increment: 1 } },
        select: { id: true },
      })
    : await tx.restatement.create({
        data: { ...values, organizationId, contractId, reason: reasonOf(changes) },
        select: { id: true },
      });
  audit({
    action: "restatement.propose",
    subject: { type: "restatement", id: made.id, label: `${label} ${first.month}` },
    after: { months: changes.map(({ month, total }) => ({ month, ...total })), contentHash },
  });
  tell(serviceLevelEvents.restatementProposed({ contractId, restatementId: made.id, side: values.proposedSide }));
}

function reasonOf(changes: readonly ChangedMonth[]): string {
  const months = changes.map(({ month }) => month);
  return `Figures, charges or terms of ${months.length === 1 ? months[0] : `${months[0]} to ${months.at(-1)}`} came in or were corrected after the month was locked.`;
}
