"use server";
import { memberAction } from "@/lib/server/action";
import { done } from "@/lib/shared/outcome";
import { completeAssessment, discardAssessment, saveAssessment, startAssessment } from "./mutations";
import { assessmentVersionSchema, saveAssessmentSchema, startAssessmentSchema } from "./schema";

export const start = memberAction("assessment:write", startAssessmentSchema, async (input, member) => {
  const made = await startAssessment(member, input.processId, input.engagementId);
  if (!made.ok) return made;
  const { id, process } = made.value;
  return done({ redirectTo: `/processes/${process.id}/assessments/${id}`, revalidate: `/processes/${process.id}` });
});

/** Also what the page does by itself while somebody answers: no message, only the new version. */
export const keepDraft = memberAction("assessment:write", saveAssessmentSchema, async (input, member) => {
  const { id, version, ...content } = input;
  const saved = await saveAssessment(member, id, version, content);
  return saved.ok ? done({ value: { version: saved.value.version } }) : saved;
});

export const complete = memberAction("assessment:write", saveAssessmentSchema, async (input, member) => {
  const { id, version, ...content } = input;
  const completed = await completeAssessment(member, id, version, content);
  if (!completed.ok) return completed;
  const { process } = completed.value;
  return done({ message: "Assessment completed", redirectTo: `/processes/${process.id}`, revalidate: "/processes" });
});

export const discard = memberAction("assessment:write", assessmentVersionSchema, async ({ id, version }, member) => {
  const gone = await discardAssessment(member, id, version);
  if (!gone.ok) return gone;
  const { processId } = gone.value;
  return done({
    message: "Draft discarded",
    redirectTo: `/processes/${processId}`,
    revalidate: `/processes/${processId}`,
  });
});
