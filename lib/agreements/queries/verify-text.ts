import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { hashText } from "@/lib/server/content-hash";
import { db } from "@/lib/server/database";
import { readContractText } from "../rules/contract-text";
import { assembleText, sealContractText } from "./assemble-text";
import { findCurrentText } from "./current-text";

export type Verification = {
  number: number;
  stored: string;
  /** Of the stored text, computed anew. */
  recomputed: string;
  /** Of what charges, service levels, terms and documents say now. */
  present: string;
  isSound: boolean;
};

/** Computes the hash of the text that holds anew, from its characters and from the records behind it. */
export async function verifyText(organizationId: OrganizationId, contractId: string): Promise<Verification | null> {
  const current = await findCurrentText(db, contractId);
  const named = current ? readContractText(current.content).contract : undefined;
  const text = await assembleText(db, organizationId, contractId, named);
  if (!current || !text) return null;
  const recomputed = hashText(current.content);
  const present = sealContractText(text).sha256;
  return {
    number: current.number,
    stored: current.sha256,
    recomputed,
    present,
    isSound: recomputed === current.sha256 && present === current.sha256,
  };
}
