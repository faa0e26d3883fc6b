"use server";

import { targetSchema } from "@/lib/engagements/target-schema";
import { memberAction } from "@/lib/server/action";
import type { FormAction } from "@/lib/shared/action-state";
import { done, type Outcome } from "@/lib/shared/outcome";
import { decideCase, submitCase, withdrawCase } from "./decision-mutations";
import { chooseOption, createCase, reviseCase, type Saved, saveFigures, updateSettings } from "./mutations";
import {
  chooseFormSchema,
  decideCaseFormSchema,
  figuresFormSchema,
  newCaseFormSchema,
  settingsFormSchema,
} from "./schema";

function answer(outcome: Outcome<Saved>, message: string, isLeaving = false) {
  if (!outcome.ok) return outcome;
  const href = `/engagements/${outcome.value.engagementId}/business-case`;
  return done({ message, revalidate: href, ...(isLeaving ? { redirectTo: href } : {}) });
}

export const saveNewCase: FormAction = memberAction(
  "businessCase:write",
  newCaseFormSchema,
  async ({ engagementId, ...input }, member) => {
    const made = await createCase(member, engagementId, input);
    if (!made.ok) return made;
    const href = `/engagements/${engagementId}/business-case`;
    return done({ message: "Business case made", redirectTo: `${href}/figures`, revalidate: href });
  },
);

export const saveSettings: FormAction = memberAction(
  "businessCase:write",
  settingsFormSchema,
  async ({ id, version, ...input }, member) =>
    answer(await updateSettings(member, { id, version }, input), "Settings saved", true),
);

export const saveCaseFigures: FormAction = memberAction(
  "businessCase:write",
  figuresFormSchema,
  async ({ id, version, ...input }, member) =>
    answer(await saveFigures(member, { id, version }, input), "Figures saved", true),
);

export const chooseCaseOption: FormAction = memberAction(
  "businessCase:write",
  chooseFormSchema,
  async ({ id, version, ...input }, member) =>
    answer(await chooseOption(member, { id, version }, input), "Option chosen"),
);

export const submitBusinessCase: FormAction = memberAction("businessCase:write", targetSchema, async (target, member) =>
  answer(await submitCase(member, target), "Approval asked for"),
);

export const takeBackCase: FormAction = memberAction("businessCase:write", targetSchema, async (target, member) =>
  answer(await withdrawCase(member, target), "Back to draft"),
);

export const reviseBusinessCase: FormAction = memberAction("businessCase:write", targetSchema, async (target, member) =>
  answer(await reviseCase(member, target), "New revision made"),
);

export const decideOnCase: FormAction = memberAction(
  "businessCase:decide",
  decideCaseFormSchema,
  async ({ id, version, ...input }, member) =>
    answer(
      await decideCase(member, { id, version }, input),
      input.isApproved ? "Business case approved" : "Business case rejected",
    ),
);
