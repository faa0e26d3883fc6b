"use server";

import { targetSchema } from "@/lib/engagements/target-schema";
import { memberAction } from "@/lib/server/action";
import type { FormAction } from "@/lib/shared/action-state";
import { done } from "@/lib/shared/outcome";
import { addMitigation, removeMitigation, updateMitigation } from "./mitigation-mutations";
import { createRisk, updateRisk } from "./mutations";
import { mitigationFormSchema, newMitigationFormSchema, riskFormSchema, riskSchema } from "./schema";

export const saveNewRisk: FormAction = memberAction("risk:write", riskSchema, async (input, member) => {
  const made = await createRisk(member, input);
  if (!made.ok) return made;
  return done({
    message: `${made.value.code} recorded`,
    redirectTo: `/risks/${made.value.id}`,
    revalidate: "/risks",
  });
});

export const saveRisk: FormAction = memberAction(
  "risk:write",
  riskFormSchema,
  async ({ id, version, ...input }, member) => {
    const saved = await updateRisk(member, { id, version }, input);
    if (!saved.ok) return saved;
    return done({ message: "Risk saved", redirectTo: `/risks/${id}`, revalidate: `/risks/${id}` });
  },
);

export const saveNewMitigation: FormAction = memberAction(
  "risk:write",
  newMitigationFormSchema,
  async ({ riskId, ...input }, member) => {
    const made = await addMitigation(member, riskId, input);
    if (!made.ok) return made;
    return done({ message: "Mitigation added", revalidate: `/risks/${riskId}` });
  },
);

export const saveMitigation: FormAction = memberAction(
  "risk:write",
  mitigationFormSchema,
  async ({ id, version, ...input }, member) => {
    const saved = await updateMitigation(member, { id, version }, input);
    if (!saved.ok) return saved;
    return done({ message: "Mitigation saved", revalidate: `/risks/${saved.value.riskId}` });
  },
);

export const deleteMitigation: FormAction = memberAction("risk:write", targetSchema, async (target, member) => {
  const removed = await removeMitigation(member, target);
  if (!removed.ok) return removed;
  return done({ message: "Mitigation removed", revalidate: `/risks/${removed.value.riskId}` });
});
