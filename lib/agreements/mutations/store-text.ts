import "server-only";
import type { Transaction } from "@/lib/server/database";
import { assembleText, type SealedText, sealContractText } from "../queries/assemble-text";
import { findCurrentText } from "../queries/current-text";
import { type ContractText, readContractText, TEXT_FORMAT } from "../rules/contract-text";

type Contract = { id: string; organizationId: string };

/** The text of a contract as its parts stand now, with its hash; the parties as the current text names them. */
export async function sealPresentText(tx: Transaction, contract: Contract, current: { content: string } | null) {
  const named = current ? readContractText(current.content).contract : undefined;
  const text = await assembleText(tx, contract.organizationId, contract.id, named);
  if (!text) throw new Error("A contract that was locked has no text.");
  return { text, ...sealContractText(text) };
}

/** A further text; the contract is locked, so that numbers have no gaps and no doubles. */
export async function storeText(
  tx: Transaction,
  contract: Contract,
  { content, sha256 }: SealedText,
  amendmentId: string | null = null,
): Promise<{ id: string; number: number; sha256: string }> {
  const last = await tx.contractText.aggregate({ where: { contractId: contract.id }, _max: { number: true } });
  const { organizationId, id: contractId } = contract;
  const number = (last._max.number ?? 0) + 1;
  return tx.contractText.create({
    data: { organizationId, contractId, number, format: TEXT_FORMAT, content, sha256, amendmentId },
    select: { id: true, number: true, sha256: true },
  });
}

/**
 * The text that holds for a running contract. One that was signed before texts were kept gets its first text here, from
 * what its parts say.
 */
export async function requireCurrentText(
  tx: Transaction,
  contract: Contract,
): Promise<{ id: string; sha256: string; text: ContractText }> {
  const current = await findCurrentText(tx, contract.id);
  if (current) return { id: current.id, sha256: current.sha256, text: readContractText(current.content) };
  const { text, ...sealed } = await sealPresentText(tx, contract, null);
  return { ...(await storeText(tx, contract, sealed)), text };
}
