import "server-only";
import type { Prisma, Transaction } from "@/lib/server/database";
import { toDay } from "@/lib/server/values";
import type { ChargeKind } from "../labels";

type AmendedLine = {
  code: string;
  /** Null: it ends. */
  line: {
    name: string;
    kind: string;
    isCreditBase: boolean;
    terms: unknown;
    effectiveFrom: string | null;
    effectiveTo: string | null;
  } | null;
};

type Scope = { organizationId: string; contractId: string; effectiveFrom: string; lastDay: string };

/**
 * Lines as an amendment has them: what held until then ends on its last day, what follows is a further revision. Called
 * in the transaction in which the amendment comes into force; the database refuses it in any other.
 */
export async function applyAmendedLines(tx: Transaction, scope: Scope, lines: readonly AmendedLine[]): Promise<void> {
  if (lines.length === 0) return;
  const { organizationId, contractId, effectiveFrom, lastDay } = scope;
  const held = await tx.chargeLine.findMany({
    where: { contractId, organizationId },
    orderBy: { revision: "desc" },
    select: { id: true, code: true, revision: true, position: true },
  });
  const lastOf = (code: string) => held.find((each) => each.code === code);
  const ending = lines.flatMap(({ code }) => lastOf(code)?.id ?? []);
  await tx.chargeLine.updateMany({
    where: { id: { in: ending }, OR: [{ effectiveTo: null }, { effectiveTo: { gt: toDay(lastDay) } }] },
    data: { effectiveTo: toDay(lastDay), version: { increment: 1 } },
  });
  let position = Math.max(0, ...held.map((each) => each.position));
  const added = lines.flatMap(({ code, line }) => {
    if (!line) return [];
    const last = lastOf(code);
    if (!last) position += 1;
    return [
      {
        organizationId,
        contractId,
        code,
        revision: (last?.revision ?? 0) + 1,
        position: last?.position ?? position,
        name: line.name,
        kind: line.kind as ChargeKind,
        isCreditBase: line.isCreditBase,
        parameters: line.terms as Prisma.InputJsonValue,
        effectiveFrom: toDay(line.effectiveFrom ?? effectiveFrom),
        effectiveTo: toDay(line.effectiveTo),
      },
    ];
  });
  await tx.chargeLine.createMany({ data: added });
}

/** Lines, by code, that have a charge in a month after the last one: it would hang in the air. */
export async function findChargedAfter(
  tx: Transaction,
  contractId: string,
  codes: readonly string[],
  month: string,
): Promise<string[]> {
  const charged = await tx.monthlyCharge.findMany({
    where: { contractId, month: { gt: month }, chargeLine: { code: { in: [...codes] } } },
    distinct: ["chargeLineId"],
    select: { chargeLine: { select: { code: true } } },
  });
  return charged.map(({ chargeLine }) => chargeLine.code);
}
