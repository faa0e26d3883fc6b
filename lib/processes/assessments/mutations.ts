import "server-only";
import type { Actor, MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import { isUniqueViolation } from "@/lib/server/conflicts";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { toDecimalText } from "@/lib/shared/decimal";
import { done, type Outcome, type Refusal, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { assessSuitability } from "../rules/suitability";
import { DEFAULT_CRITERIA, KNOCK_OUTS } from "../rules/suitability-criteria";
import { findAssessment } from "./queries";
import type { AssessmentContent, AssessmentView } from "./schema";

function subjectOf(assessment: Pick<AssessmentView, "id" | "process">) {
  const { id, process } = assessment;
  return { type: "assessment", id, label: `Assessment of ${process.code} ${process.name}` };
}

const DRAFT_EXISTS = "There is a draft for this process already. Go on with that one.";

/** A draft with the questions and thresholds of today, and the answers of the last time to start from. */
export async function startAssessment(
  actor: MemberActor,
  processId: string,
  engagementId: string | null = null,
): Promise<Outcome<AssessmentView>> {
  const { organizationId } = actor;
  const work = change(actor, async (tx, audit) => {
    const process = await tx.process.findFirst({
      where: { id: processId, organizationId },
      select: { id: true, state: true, name: true, latestAssessmentId: true },
    });
    if (!process) return refuseMissing("process");
    if (process.state === "retired") return refuse(`${process.name} is retired. Restore it before you assess it.`);
    if (engagementId && (await tx.engagement.count({ where: { id: engagementId, organizationId } })) === 0)
      return refuseFields({ engagementId: "There is no such engagement." });
    const organization = await tx.organization.findUniqueOrThrow({
      where: { id: organizationId },
      select: { outsourceAt: true, considerAt: true },
    });
    const last = process.latestAssessmentId
      ? await findAssessment(organizationId, process.latestAssessmentId, tx)
      : null;
    const made = await tx.suitabilityAssessment.create({
      data: {
        organizationId,
        processId,
        engagementId,
        criteria: DEFAULT_CRITERIA,
        thresholds: { outsource: String(organization.outsourceAt), keep: String(organization.considerAt) },
        answers: last?.answers ?? {},
        notes: last?.notes ?? {},
        knockOuts: last?.knockOuts ?? [],
        assessorId: actor.memberId,
      },
      select: { id: true },
    });
    const draft = await findAssessment(organizationId, made.id, tx);
    if (!draft) return refuseMissing("assessment");
    audit({ action: "assessment.start", subject: subjectOf(draft), after: { process: draft.process.code } });
    return done(draft);
  });
  try {
    return await work;
  } catch (error) {
    if (isUniqueViolation(error)) return refuse(DRAFT_EXISTS);
    throw error;
  }
}

/** Keeps what was answered so far. */
export function saveAssessment(
  actor: Actor,
  id: string,
  version: number,
  content: AssessmentContent,
): Promise<Outcome<AssessmentView>> {
  return change(actor, async (tx, audit) => {
    const before = await findDraft(tx, actor, id, version, content);
    if (!before.ok) return before;
    const stored = await store(tx, before.value, version, content);
    if (!stored.ok) return stored;
    const { answers, notes, knockOuts } = before.value;
    audit({
      action: "assessment.update",
      subject: subjectOf(stored.value),
      before: { answers, notes, knockOuts },
      after: content,
    });
    return stored;
  });
}

/** Settles score and recommendation; the one before is superseded. The process carries the result from now on. */
export function completeAssessment(
  actor: Actor,
  id: string,
  version: number,
  content: AssessmentContent,
): Promise<Outcome<AssessmentView>> {
  const { organizationId } = actor;
  return change(actor, async (tx, audit) => {
    const found = await findDraft(tx, actor, id, version, content);
    if (!found.ok) return found;
    const draft = found.value;
    // The process first: whoever completes another draft of it waits here.
    await tx.$queryRaw`SELECT id FROM process WHERE id = ${draft.process.id}::uuid FOR UPDATE`;
    const knockOuts = KNOCK_OUTS.filter((each) => content.knockOuts.includes(each.key));
    const { result, steps } = assessSuitability(draft.criteria, content.answers, knockOuts, draft.thresholds);
    if (result.recommendation === null) {
      const fields = Object.fromEntries(result.missing.map((key) => [`answers.${key}`, "Answer this from 1 to 5."]));
      return refuseFields(fields, "Answer every question, or name a knock-out, to complete the assessment.");
    }
    await tx.suitabilityAssessment.updateMany({
      where: { organizationId, processId: draft.process.id, state: "complete" },
      data: { state: "superseded", version: { increment: 1 } },
    });
    const score = result.isComplete && result.score ? toDecimalText(result.score) : null;
    const { recommendation, reason } = result;
    const stored = await store(tx, draft, version, content, {
      state: "complete",
      score,
      recommendation,
      reason,
      steps,
      completedAt: await databaseNow(tx),
    });
    if (!stored.ok) return stored;
    await tx.process.update({
      where: { id: draft.process.id },
      data: { latestAssessmentId: id, score: stored.value.score, recommendation, version: { increment: 1 } },
    });
    audit({
      action: "assessment.complete",
      subject: subjectOf(draft),
      before: { state: "draft" },
      after: { state: "complete", score, recommendation, reason, ...content },
    });
    return stored;
  });
}

/** Takes a draft away; a completed assessment stays. */
export function discardAssessment(actor: Actor, id: string, version: number): Promise<Outcome<{ processId: string }>> {
  return change(actor, async (tx, audit) => {
    const draft = await findDraft(tx, actor, id, version, { answers: {}, notes: {}, knockOuts: [] });
    if (!draft.ok) return draft;
    const gone = await tx.suitabilityAssessment.deleteMany({
      where: { id, organizationId: actor.organizationId, version, state: "draft" },
    });
    if (gone.count === 0) return refuseAssessmentChanged(tx, draft.value);
    const { answers, notes, knockOuts, process } = draft.value;
    audit({ action: "assessment.discard", subject: subjectOf(draft.value), before: { answers, notes, knockOuts } });
    return done({ processId: process.id });
  });
}

async function findDraft(
  tx: Transaction,
  actor: Actor,
  id: string,
  version: number,
  content: AssessmentContent,
): Promise<Outcome<AssessmentView>> {
  const draft = await findAssessment(actor.organizationId, id, tx);
  if (!draft) return refuseMissing("assessment");
  if (draft.state !== "draft") return refuse("This assessment is complete and stays as it is. Start a new one.");
  if (draft.version !== version) return refuseAssessmentChanged(tx, draft);
  const criteria = new Set(draft.criteria.map((criterion) => criterion.key));
  const unknown = [...Object.keys(content.answers), ...Object.keys(content.notes)].filter((key) => !criteria.has(key));
  if (unknown.length > 0)
    return refuseFields(Object.fromEntries(unknown.map((key) => [`answers.${key}`, "There is no such question."])));
  const knockOuts = new Set(KNOCK_OUTS.map((each) => each.key));
  if (content.knockOuts.some((key) => !knockOuts.has(key)))
    return refuseFields({ knockOuts: "There is no such knock-out." });
  return done(draft);
}

type Result = Pick<AssessmentView, "state" | "score" | "recommendation" | "reason" | "steps"> & { completedAt: Date };

async function store(
  tx: Transaction,
  draft: AssessmentView,
  version: number,
  content: AssessmentContent,
  result?: Result,
): Promise<Outcome<AssessmentView>> {
  const saved = await tx.suitabilityAssessment.updateMany({
    where: { id: draft.id, version, state: "draft" },
    data: { ...content, ...result, version: { increment: 1 } },
  });
  if (saved.count === 0) return refuseAssessmentChanged(tx, draft);
  const row = await tx.suitabilityAssessment.findUniqueOrThrow({
    where: { id: draft.id },
    select: { organizationId: true },
  });
  const after = await findAssessment(row.organizationId, draft.id, tx);
  return after ? done(after) : refuseMissing("assessment");
}

async function refuseAssessmentChanged(tx: Transaction, draft: AssessmentView): Promise<Refusal> {
  const row = await tx.suitabilityAssessment.findUnique({
    where: { id: draft.id },
    select: { organizationId: true, version: true, answers: true, notes: true },
  });
  if (!row) return refuseMissing("assessment");
  const now = { answers: row.answers as Record<string, number>, notes: row.notes as Record<string, string> };
  const fields = (name: "answers" | "notes") =>
    Object.fromEntries(draft.criteria.map(({ key }) => [`${name}.${key}`, now[name][key] ?? null]));
  return refuseChanged(
    tx,
    { organizationId: row.organizationId, type: "assessment", id: draft.id },
    { ...fields("answers"), ...fields("notes"), version: row.version },
  );
}
