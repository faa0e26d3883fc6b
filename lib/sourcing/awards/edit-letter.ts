import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { done, type Outcome, refuse, refuseMissing, refuseStale } from "@/lib/shared/outcome";
import { refuseBiased } from "../evaluation/conflicts";
import { awardSubject, lockAward } from "./award-record";
import { findLetterDrafts, type LetterDraft } from "./letter-drafts";

export type LetterEdit = { id: string; vendorId: string; version: number; text: string };

/** Keeps another text for one letter until the letters are sent. An empty one brings back what the system writes. */
export function editLetter(actor: MemberActor, input: LetterEdit): Promise<Outcome<LetterDraft>> {
  return change(actor, async (tx, audit) => {
    const award = await lockAward(tx, actor, input.id);
    if (!award) return refuseMissing("award");
    if (award.state !== "proposed" && award.state !== "approved")
      return refuse("The letters are sent: they stay as they are.");
    const biased = await refuseBiased(tx, actor, "inform", { rfpId: award.rfpId, lotId: award.lotId });
    if (biased) return biased;
    const { vendorId, text, version } = input;
    const read = async () =>
      (await findLetterDrafts(actor.organizationId, award.id, null, tx))?.find((each) => each.vendorId === vendorId);
    const before = await read();
    if (!before) return refuseMissing("letter");
    if (before.version !== version) return refuseStale();
    const where = { awardId_vendorId: { awardId: award.id, vendorId } };
    const written = { text, editedById: actor.memberId };
    if (text === "") await tx.awardLetterDraft.deleteMany({ where: { awardId: award.id, vendorId } });
    else
      await tx.awardLetterDraft.upsert({
        where,
        create: { organizationId: actor.organizationId, awardId: award.id, vendorId, ...written },
        update: { ...written, version: { increment: 1 } },
      });
    const after = await read();
    if (!after) return refuseMissing("letter");
    audit({
      action: "award.editLetter",
      subject: awardSubject(award),
      before: { vendor: before.vendor, text: before.text },
      after: { vendor: after.vendor, text: after.text },
    });
    return done(after);
  });
}
