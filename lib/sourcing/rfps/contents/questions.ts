import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { type Audit, change } from "@/lib/server/change";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { done, type Outcome, type Refusal, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { inOutlineOrder, moveInOutline, placeInOutline } from "../../scope/rules";
import { type HeldRfp, holdDraftRfp, rfpSubject } from "../lock";
import { questionFields } from "../queries";
import { questionsFrom } from "../rules";
import type { QuestionInput, QuestionView, RfpView } from "../schema";

const NO_CRITERION = refuseFields({ criterionId: "Choose a criterion of this RFP." });

function hasCriterion(rfp: RfpView, id: string | null | undefined): boolean {
  return !id || rfp.criteria.some((criterion) => criterion.id === id);
}

/** Makes the questions that the requirements of the scope call for and that are not there yet. */
export function generateQuestions(actor: MemberActor, rfpId: string): Promise<Outcome<{ added: number }>> {
  return change(actor, async (tx, audit) => {
    const held = await holdDraftRfp(tx, actor, rfpId);
    if (!held.ok) return held;
    const { rfp } = held.value;
    const requirements = await tx.requirement.findMany({
      where: { scopeId: rfp.scope.id },
      select: { id: true, section: true, position: true, title: true, description: true, priority: true },
    });
    const asked = new Set(rfp.questions.flatMap((question) => (question.requirement ? [question.requirement.id] : [])));
    const made = questionsFrom(inOutlineOrder(requirements), asked, rfp.criteria);
    if (made.length === 0) return refuse("Every mandatory and scored requirement has its question already.");
    const last = Math.max(0, ...rfp.questions.map((question) => question.position));
    await tx.rfpQuestion.createMany({
      data: made.map((question, index) => ({
        ...question,
        rfpId,
        organizationId: actor.organizationId,
        position: last + index + 1,
      })),
    });
    audit({ action: "rfp.questions.generate", subject: rfpSubject(rfp), after: { added: made.length } });
    return done({ added: made.length });
  });
}

export function addQuestion(actor: MemberActor, rfpId: string, input: QuestionInput): Promise<Outcome<QuestionView>> {
  return change(actor, async (tx, audit) => {
    const held = await holdDraftRfp(tx, actor, rfpId);
    if (!held.ok) return held;
    const { rfp } = held.value;
    if (!hasCriterion(rfp, input.criterionId)) return NO_CRITERION;
    const { position, after } = placeInOutline(rfp.questions, input.section);
    if (after.length > 0)
      await tx.rfpQuestion.updateMany({ where: { id: { in: after } }, data: { position: { increment: 1 } } });
    const made = await tx.rfpQuestion.create({
      data: { ...input, rfpId, organizationId: actor.organizationId, position },
      select: questionFields,
    });
    audit({ action: "rfp.question.add", subject: rfpSubject(rfp), after: input });
    return done(made);
  });
}

type Held = HeldRfp & { tx: Transaction; audit: Audit; before: QuestionView };

function changeQuestion<T>(
  actor: MemberActor,
  id: string,
  version: number,
  work: (held: Held) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return change(actor, async (tx, audit) => {
    const found = await tx.rfpQuestion.findFirst({
      where: { id, organizationId: actor.organizationId },
      select: { rfpId: true },
    });
    if (!found) return refuseMissing("question");
    const held = await holdDraftRfp(tx, actor, found.rfpId);
    if (!held.ok) return held;
    const before = held.value.rfp.questions.find((question) => question.id === id);
    if (!before) return refuseMissing("question");
    if (before.version !== version) return refuseQuestionChanged(tx, actor, before);
    return work({ ...held.value, tx, audit, before });
  });
}

function refuseQuestionChanged(tx: Transaction, actor: MemberActor, now: QuestionView): Promise<Refusal> {
  const { section, text, kind, choices, isMandatory, criterionId, version } = now;
  return refuseChanged(
    tx,
    { organizationId: actor.organizationId, type: "rfp", id: now.rfpId },
    { section, text, kind, choices: choices.join(", "), isMandatory, criterionId, version },
  );
}

export function updateQuestion(
  actor: MemberActor,
  id: string,
  version: number,
  input: QuestionInput,
): Promise<Outcome<QuestionView>> {
  return changeQuestion(actor, id, version, async ({ tx, audit, rfp, before }) => {
    if (!hasCriterion(rfp, input.criterionId)) return NO_CRITERION;
    const saved = await tx.rfpQuestion.update({
      where: { id },
      data: { ...input, version: { increment: 1 } },
      select: questionFields,
    });
    audit({ action: "rfp.question.update", subject: rfpSubject(rfp), before, after: input });
    return done(saved);
  });
}

export function moveQuestion(
  actor: MemberActor,
  id: string,
  version: number,
  way: "up" | "down",
): Promise<Outcome<{ id: string; rfpId: string }>> {
  return changeQuestion(actor, id, version, async ({ tx, audit, rfp, before }) => {
    const changes = moveInOutline(rfp.questions, id, way);
    if (changes.length === 0) return refuse(way === "up" ? "This is the first one." : "This is the last one.");
    await tx.$executeRaw`
      UPDATE rfp_question q SET position = c.position, section = c.section
      FROM unnest(${changes.map((each) => each.id)}::uuid[], ${changes.map((each) => each.position)}::int[],
        ${changes.map((each) => each.section)}::text[]) AS c (id, position, section) WHERE q.id = c.id`;
    await tx.rfpQuestion.update({ where: { id }, data: { version: { increment: 1 } } });
    audit({ action: "rfp.question.move", subject: rfpSubject(rfp), before: { id, position: before.position } });
    return done({ id, rfpId: rfp.id });
  });
}

export function removeQuestion(
  actor: MemberActor,
  id: string,
  version: number,
): Promise<Outcome<{ id: string; rfpId: string }>> {
  return changeQuestion(actor, id, version, async ({ tx, audit, rfp, before }) => {
    await tx.rfpQuestion.delete({ where: { id } });
    audit({ action: "rfp.question.remove", subject: rfpSubject(rfp), before });
    return done({ id, rfpId: rfp.id });
  });
}
