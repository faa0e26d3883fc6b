"use server";
import { memberAction } from "@/lib/server/action";
import { done, type Outcome } from "@/lib/shared/outcome";
import { setCriteria, setLots } from "./contents/mutations";
import {
  addEvaluator as addEvaluatorTo,
  addInvitation as addInvitationTo,
  removeEvaluator as removeEvaluatorOf,
  removeInvitation as removeInvitationOf,
} from "./contents/people";
import {
  addQuestion as addQuestionTo,
  generateQuestions as generateQuestionsOf,
  moveQuestion as moveQuestionOf,
  removeQuestion as removeQuestionOf,
  updateQuestion,
} from "./contents/questions";
import { createRfp, updateRfp } from "./mutations";
import { amendRfp, closeRfp as closeRfpOf, endRfp, publishRfp as publishRfpOf } from "./publication/mutations";
import {
  addEvaluatorSchema,
  addInvitationSchema,
  addQuestionSchema,
  createRfpSchema,
  endRfpFormSchema,
  moveQuestionSchema,
  publishAmendmentSchema,
  publishRfpSchema,
  rfpKeySchema,
  rowKeySchema,
  saveCriteriaSchema,
  saveEvaluationSchema,
  saveGeneralSchema,
  saveLotsSchema,
  saveQuestionSchema,
  saveTimetableSchema,
} from "./schema";

const right = "rfp:write";

function answer<T>(message: string, outcome: Outcome<T>) {
  return outcome.ok ? done({ ...(message ? { message } : {}), revalidate: "/rfps" }) : outcome;
}

export const addRfp = memberAction(right, createRfpSchema, async (input, member) => {
  const made = await createRfp(member, input);
  if (!made.ok) return made;
  return done({ message: `${made.value.code} created`, redirectTo: `/rfps/${made.value.id}`, revalidate: "/rfps" });
});
export const saveGeneral = memberAction(right, saveGeneralSchema, async ({ id, version, ...input }, member) =>
  answer("RFP saved", await updateRfp(member, id, version, input)),
);
export const saveTimetable = memberAction(right, saveTimetableSchema, async ({ id, version, ...input }, member) =>
  answer("Timetable saved", await updateRfp(member, id, version, input)),
);
export const saveEvaluationRules = memberAction(
  right,
  saveEvaluationSchema,
  async ({ id, version, ...input }, member) =>
    answer("Rules of evaluation saved", await updateRfp(member, id, version, input)),
);
export const saveCriteria = memberAction(right, saveCriteriaSchema, async ({ id, version, criteria }, member) =>
  answer("Criteria saved", await setCriteria(member, id, version, criteria)),
);
export const saveLots = memberAction(right, saveLotsSchema, async ({ id, version, lots }, member) =>
  answer("Lots and price items saved", await setLots(member, id, version, lots)),
);

export const generateQuestions = memberAction(right, rowKeySchema, async ({ id }, member) => {
  const made = await generateQuestionsOf(member, id);
  return answer(made.ok ? `${made.value.added} questions added` : "", made);
});
export const addQuestion = memberAction(right, addQuestionSchema, async ({ rfpId, ...input }, member) =>
  answer("Question added", await addQuestionTo(member, rfpId, input)),
);
export const saveQuestion = memberAction(right, saveQuestionSchema, async ({ id, version, ...input }, member) =>
  answer("Question saved", await updateQuestion(member, id, version, input)),
);
export const moveQuestion = memberAction(right, moveQuestionSchema, async ({ id, version, way }, member) =>
  answer("", await moveQuestionOf(member, id, version, way)),
);
export const removeQuestion = memberAction(right, rfpKeySchema, async ({ id, version }, member) =>
  answer("Question deleted", await removeQuestionOf(member, id, version)),
);

export const addInvitation = memberAction(right, addInvitationSchema, async ({ rfpId, vendorId }, member) =>
  answer("Vendor invited", await addInvitationTo(member, rfpId, vendorId)),
);
export const removeInvitation = memberAction(right, rowKeySchema, async ({ id }, member) =>
  answer("Vendor taken off the list", await removeInvitationOf(member, id)),
);
export const addEvaluator = memberAction(right, addEvaluatorSchema, async ({ rfpId, memberId }, member) =>
  answer("Evaluator named", await addEvaluatorTo(member, rfpId, memberId)),
);
export const removeEvaluator = memberAction(right, rowKeySchema, async ({ id }, member) =>
  answer("Evaluator removed", await removeEvaluatorOf(member, id)),
);

export const publishRfp = memberAction("rfp:publish", publishRfpSchema, async ({ id, version, ...options }, member) =>
  answer("Published. The invitations are on their way.", await publishRfpOf(member, id, version, options)),
);
export const publishAmendment = memberAction(
  "rfp:publish",
  publishAmendmentSchema,
  async ({ id, version, ...input }, member) =>
    answer("Amendment published to every invited vendor", await amendRfp(member, id, version, input)),
);
export const closeRfp = memberAction("rfp:publish", rfpKeySchema, async ({ id, version }, member) =>
  answer("RFP closed", await closeRfpOf(member, id, version)),
);
export const cancelRfp = memberAction("rfp:publish", endRfpFormSchema, async ({ id, version, reason }, member) =>
  answer("RFP cancelled", await endRfp(member, id, version, "cancel", reason)),
);
export const declareUnsuccessful = memberAction(
  "rfp:publish",
  endRfpFormSchema,
  async ({ id, version, reason }, member) =>
    answer("RFP ended without an award", await endRfp(member, id, version, "declareUnsuccessful", reason)),
);
