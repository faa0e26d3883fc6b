import "server-only";
import { createHash } from "node:crypto";
import type { MemberActor } from "@/lib/access/actor";
import type { Transaction } from "@/lib/server/database";
import { done, type Outcome, refuse, refuseMissing } from "@/lib/shared/outcome";
import type { LockedAward } from "./award-record";
import { findLetterDrafts } from "./letter-drafts";

export type SentLetter = { vendor: string; kind: "winner" | "unsuccessful"; sha256: string };

/**
 * Keeps one letter per bidder as it goes out; the reactions bring it to them. None goes out while one of them says
 * something about another bidder.
 */
export async function sendLetters(
  tx: Transaction,
  actor: MemberActor,
  award: LockedAward,
  standstillUntil: string | null,
): Promise<Outcome<SentLetter[]>> {
  const letters = await findLetterDrafts(actor.organizationId, award.id, standstillUntil, tx);
  if (!letters) return refuseMissing("award");
  const indiscreet = letters.find((letter) => letter.tellsOfOthers.length > 0);
  if (indiscreet) {
    const what = indiscreet.tellsOfOthers.join(", ");
    return refuse(`The letter to ${indiscreet.vendor} tells about other bidders: ${what}. Edit it first.`);
  }
  const sent: SentLetter[] = [];
  for (const { vendorId, vendor, kind, body } of letters) {
    await tx.awardLetter.create({
      data: { organizationId: actor.organizationId, awardId: award.id, vendorId, kind, body },
    });
    sent.push({ vendor, kind, sha256: createHash("sha256").update(body).digest("hex") });
  }
  return done(sent);
}
