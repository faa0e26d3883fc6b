"use server";

import { memberAction } from "@/lib/server/action";
import type { FormAction } from "@/lib/shared/action-state";
import { done } from "@/lib/shared/outcome";
import { createActionItem, updateActionItem } from "./action-mutations";
import { createIssue, updateIssue } from "./issue-mutations";
import { actionItemFormSchema, actionItemSchema, issueFormSchema, issueSchema, surveySchema } from "./schema";
import { createSurvey } from "./survey-mutations";

export const saveNewAction: FormAction = memberAction("governance:write", actionItemSchema, async (input, member) => {
  const made = await createActionItem(member, input);
  if (!made.ok) return made;
  return done({ message: "Action added", redirectTo: "/governance", revalidate: "/governance" });
});

export const saveAction: FormAction = memberAction(
  "governance:write",
  actionItemFormSchema,
  async ({ id, version, ...input }, member) => {
    const saved = await updateActionItem(member, { id, version }, input);
    if (!saved.ok) return saved;
    return done({ message: "Action saved", redirectTo: "/governance", revalidate: "/governance" });
  },
);

export const saveNewIssue: FormAction = memberAction("governance:write", issueSchema, async (input, member) => {
  const made = await createIssue(member, input);
  if (!made.ok) return made;
  const message = `${made.value.code} opened`;
  return done({ message, redirectTo: "/governance/issues", revalidate: "/governance/issues" });
});

export const saveIssue: FormAction = memberAction(
  "governance:write",
  issueFormSchema,
  async ({ id, version, ...input }, member) => {
    const saved = await updateIssue(member, { id, version }, input);
    if (!saved.ok) return saved;
    return done({ message: "Issue saved", redirectTo: "/governance/issues", revalidate: "/governance/issues" });
  },
);

export const saveNewSurvey: FormAction = memberAction("governance:write", surveySchema, async (input, member) => {
  const made = await createSurvey(member, input);
  if (!made.ok) return made;
  return done({ message: "Survey recorded", redirectTo: "/governance/surveys", revalidate: "/governance/surveys" });
});
