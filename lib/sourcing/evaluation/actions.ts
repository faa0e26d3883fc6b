"use server";

import { memberAction } from "@/lib/server/action";
import { done } from "@/lib/shared/outcome";
import { declareInterests } from "./interests";
import { examineBid, lockTechnical, moderateScores } from "./moderation";
import {
  examineSchema,
  interestsSchema,
  lockScoresSchema,
  lockTechnicalSchema,
  moderateSchema,
  scoreSchema,
} from "./schema";
import { lockScores, saveScore } from "./scoring";

const revalidate = "/evaluations";

export const declareInterestsAction = memberAction("interest:declare", interestsSchema, async (input, member) => {
  const declared = await declareInterests(member, input);
  return declared.ok ? done({ message: "Declaration kept", revalidate }) : declared;
});

/** Called by the sheet's autosave. */
export const saveScoreAction = memberAction("score:write", scoreSchema, async (input, member) => {
  const saved = await saveScore(member, input);
  return saved.ok ? done({ value: saved.value }) : saved;
});

export const lockScoresAction = memberAction("score:write", lockScoresSchema, async (input, member) => {
  const locked = await lockScores(member, input);
  return locked.ok ? done({ message: "Your scores are locked", revalidate }) : locked;
});

export const examineBidAction = memberAction("score:moderate", examineSchema, async (input, member) => {
  const examined = await examineBid(member, input);
  if (!examined.ok) return examined;
  return done({ message: examined.value.reason ?? "Bid admitted", revalidate });
});

export const moderateScoresAction = memberAction("score:moderate", moderateSchema, async (input, member) => {
  const moderated = await moderateScores(member, input);
  return moderated.ok ? done({ message: "Agreed scores kept", revalidate }) : moderated;
});

export const lockTechnicalAction = memberAction("score:moderate", lockTechnicalSchema, async (input, member) => {
  const locked = await lockTechnical(member, input);
  return locked.ok ? done({ message: "Technical scores locked. The prices can be opened.", revalidate }) : locked;
});
