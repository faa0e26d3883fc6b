import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { refuseChanged } from "@/lib/server/stale";
import { done, type Outcome, refuse, refuseMissing } from "@/lib/shared/outcome";
import { tellVendors } from "../announce";
import { sourcingEvents } from "../events";
import { holdRfpIn } from "../rfps/lock";
import { findClarification } from "./queries";
import type { AnswerInput, ClarificationView } from "./schema";

const ENDED = "The deadline has passed or the RFP has ended: an answer would reach nobody in time.";

/**
 * Answers a vendor's question once. To everyone: no word says who asked. To the asker alone, with the reason on record,
 * where the answer would give away the asker's own confidential matter.
 */
export function answerClarification(
  actor: MemberActor,
  id: string,
  version: number,
  input: AnswerInput,
): Promise<Outcome<ClarificationView>> {
  const { organizationId } = actor;
  return change(actor, async (tx, audit, tell) => {
    const found = await findClarification(organizationId, id, tx);
    if (!found) return refuseMissing("question");
    const held = await holdRfpIn(tx, actor, found.rfpId, ["published"], ENDED);
    if (!held.ok) return held;
    const { rfp, now } = held.value;
    const isPrivate = input.visibility === "asker";
    const saved = await tx.clarification.updateMany({
      where: { id, organizationId, version, answeredAt: null },
      data: {
        answer: input.answer,
        visibility: input.visibility,
        privateReason: isPrivate ? input.privateReason : null,
        answeredById: actor.memberId,
        answeredAt: now,
        version: { increment: 1 },
      },
    });
    const present = await findClarification(organizationId, id, tx);
    if (!present) return refuseMissing("question");
    if (saved.count === 0) {
      if (present.answeredAt) return refuse(`${present.answeredBy ?? "Somebody"} has answered this question already.`);
      const values = { answer: present.answer, visibility: present.visibility, version: present.version };
      return refuseChanged(tx, { organizationId, type: "clarification", id }, values);
    }
    await tellVendors(tx, {
      organizationId,
      rfp,
      title: isPrivate ? `Your question about ${rfp.code} is answered` : `A question about ${rfp.code} is answered`,
      body: `Question: ${found.question}\n\nAnswer: ${input.answer}`,
      ...(isPrivate ? { vendorId: found.vendor.id } : {}),
    });
    tell(sourcingEvents.questionAnswered({ rfpId: rfp.id }));
    audit({
      action: "clarification.answer",
      subject: { type: "clarification", id, label: `Question on ${rfp.code}` },
      after: { ...input, isLate: rfp.answersUntil !== null && now.toISOString() > rfp.answersUntil },
    });
    return done(present);
  });
}
