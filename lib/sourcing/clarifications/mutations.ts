import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { done, type Outcome, type Refusal, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { sourcingEvents } from "../events";
import { holdRfp } from "../rfps/lock";
import { canBeAnswered, isLateAnswer } from "../rules/late-answer";
import { findRivalFacts } from "../rules/rival-facts";
import { findClarification } from "./queries";
import type { AnswerInput, ClarificationView } from "./schema";

/**
 * Answers a vendor's question once. To everyone: no word says who asked, and the question itself may go out in other
 * words, the original staying on record. To the asker alone, with the reason on record, where the answer would give away
 * the asker's own confidential matter. Also after its time, with the reason why so late.
 */
export function answerClarification(
  actor: MemberActor,
  id: string,
  version: number,
  input: AnswerInput,
): Promise<Outcome<ClarificationView>> {
  const { organizationId } = actor;
  return change(actor, async (tx, audit, tell) => {
    const found = await findAsked(tx, organizationId, id);
    if (!found) return refuseMissing("question");
    const held = await holdRfp(tx, actor, found.rfpId);
    if (!held.ok) return held;
    const { rfp, now } = held.value;
    if (!canBeAnswered(rfp.state)) return refuse("The RFP is over: an answer would reach nobody in time.");
    const isLate = isLateAnswer(rfp, now.toISOString());
    if (isLate && !input.lateReason)
      return refuseFields({ lateReason: "The time for answers is over. Say why it comes now." });
    const isPrivate = input.visibility === "asker";
    const published = !isPrivate && input.publishedQuestion !== found.question ? input.publishedQuestion : null;
    const told = isPrivate ? null : refuseTellingAsker(found, published ?? found.question, input.answer);
    if (told) return told;
    const saved = await tx.clarification.updateMany({
      where: { id, organizationId, version, answeredAt: null },
      data: {
        answer: input.answer,
        visibility: input.visibility,
        publishedQuestion: published,
        privateReason: isPrivate ? input.privateReason : null,
        lateReason: isLate ? input.lateReason : null,
        answeredById: actor.memberId,
        answeredAt: now,
        version: { increment: 1 },
      },
    });
    const present = await findClarification(actor, id, tx);
    if (!present) return refuseMissing("question");
    if (saved.count === 0) {
      if (present.answeredAt) return refuse(`${present.answeredBy ?? "Somebody"} has answered this question already.`);
      const values = { answer: present.answer, visibility: present.visibility, version: present.version };
      return refuseChanged(tx, { organizationId, type: "clarification", id }, values);
    }
    tell(sourcingEvents.questionAnswered({ rfpId: rfp.id, clarificationId: id }));
    audit({
      action: "clarification.answer",
      subject: { type: "clarification", id, label: `Question on ${rfp.code}` },
      after: { ...input, publishedQuestion: published, isLate },
    });
    return done(present);
  });
}

function findAsked(tx: Transaction, organizationId: string, id: string) {
  return tx.clarification.findFirst({
    where: { id, organizationId },
    select: {
      rfpId: true,
      question: true,
      vendor: { select: { legalName: true, tradingName: true } },
      askedBy: { select: { name: true, email: true } },
    },
  });
}
type Asked = NonNullable<Awaited<ReturnType<typeof findAsked>>>;

/** What goes to all must not name the one who asked. */
function refuseTellingAsker({ vendor, askedBy }: Asked, question: string, answer: string): Refusal | null {
  const names = [vendor.legalName, vendor.tradingName ?? "", askedBy.name, askedBy.email];
  const problems = Object.entries({ publishedQuestion: question, answer }).flatMap(([field, text]) => {
    const found = findRivalFacts(text, [{ names, prices: [] }]);
    return found.length > 0 ? [[field, `This goes to all and names who asked: ${found.join(", ")}.`] as const] : [];
  });
  return problems.length > 0 ? refuseFields(Object.fromEntries(problems)) : null;
}
