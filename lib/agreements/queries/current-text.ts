import "server-only";
import type { Transaction } from "@/lib/server/database";

type Reader = Pick<Transaction, "contractText" | "contractSignature">;

/** The newest text that is no amendment still to be accepted. Null: none was made yet. */
export function findCurrentText(tx: Pick<Reader, "contractText">, contractId: string) {
  return tx.contractText.findFirst({
    where: { contractId, OR: [{ amendmentId: null }, { amendment: { state: "inForce" } }] },
    orderBy: { number: "desc" },
    select: { id: true, number: true, content: true, sha256: true },
  });
}

export type Signed = { client: boolean; vendor: boolean };

/** Which sides have put their name under a text. */
export async function findSignedSides(tx: Pick<Reader, "contractSignature">, textId: string): Promise<Signed> {
  const signatures = await tx.contractSignature.findMany({
    where: { textId, voidedAt: null },
    select: { side: true },
  });
  const sides = signatures.map(({ side }) => side);
  return { client: sides.includes("client"), vendor: sides.includes("vendor") };
}
