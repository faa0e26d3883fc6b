import "server-only";
import { readTextPart as readChargesPart } from "@/lib/charges/text-part";
import { readTextPart as readContractPart } from "@/lib/contracts/text-part";
import { hashText } from "@/lib/server/content-hash";
import type { Transaction } from "@/lib/server/database";
import { readTextPart as readServiceLevelsPart } from "@/lib/service-levels/queries/text-part";
import { type ContractHead, type ContractText, TEXT_FORMAT, writeContractText } from "../rules/contract-text";

type Reader = Pick<Transaction, "contract" | "contractAmendment" | "document" | "chargeLine" | "kpi">;

/**
 * The text of a contract from what its parts say now. `named` are the parties as an agreed text names them: a company
 * that takes another name later does not change what it signed.
 */
export async function assembleText(
  tx: Reader,
  organizationId: string,
  contractId: string,
  named?: Pick<ContractHead, "client" | "vendor">,
): Promise<ContractText | null> {
  const part = await readContractPart(tx, organizationId, contractId);
  if (!part) return null;
  const { contract, terms, documents } = part;
  return {
    format: TEXT_FORMAT,
    contract: named ? { ...contract, client: named.client, vendor: named.vendor } : contract,
    terms,
    documents,
    chargeLines: await readChargesPart(tx, organizationId, contractId),
    ...(await readServiceLevelsPart(tx, organizationId, contractId)),
  };
}

export type SealedText = { content: string; sha256: string };

export function sealContractText(text: ContractText): SealedText {
  const content = writeContractText(text);
  return { content, sha256: hashText(content) };
}
