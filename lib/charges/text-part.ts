import "server-only";
import type { Transaction } from "@/lib/server/database";
import { dayOf } from "@/lib/server/values";

/** What charges know of the text that the parties sign: every line, with the days between which it is charged. */
export async function readTextPart(tx: Pick<Transaction, "chargeLine">, organizationId: string, contractId: string) {
  const rows = await tx.chargeLine.findMany({
    where: { organizationId, contractId },
    select: {
      code: true,
      revision: true,
      name: true,
      kind: true,
      isCreditBase: true,
      parameters: true,
      effectiveFrom: true,
      effectiveTo: true,
    },
  });
  return rows.map(({ parameters, effectiveFrom, effectiveTo, ...line }) => ({
    ...line,
    terms: parameters,
    effectiveFrom: dayOf(effectiveFrom),
    effectiveTo: dayOf(effectiveTo),
  }));
}
