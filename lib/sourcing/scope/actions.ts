"use server";
import { memberAction } from "@/lib/server/action";
import { done, type Outcome } from "@/lib/shared/outcome";
import { startScope as startScopeOf, updateScope } from "./mutations";
import {
  addDeliverable as addDeliverableTo,
  addProposedLevel as addProposedLevelTo,
  addResponsibility as addResponsibilityTo,
  removeDeliverable as removeDeliverableOf,
  removeProposedLevel as removeProposedLevelOf,
  removeResponsibility as removeResponsibilityOf,
  updateDeliverable,
  updateProposedLevel,
  updateResponsibility,
} from "./parts/mutations";
import {
  addRequirement as addRequirementTo,
  moveRequirement as moveRequirementOf,
  removeRequirement as removeRequirementOf,
  updateRequirement,
} from "./requirements/mutations";
import {
  addDeliverableSchema,
  addProposedLevelSchema,
  addRequirementSchema,
  addResponsibilitySchema,
  moveRequirementSchema,
  partKeySchema,
  saveDeliverableSchema,
  saveProposedLevelSchema,
  saveRequirementSchema,
  saveResponsibilitySchema,
  saveScopeSchema,
  startScopeSchema,
} from "./schema";

const right = "scope:write";

function answer<T>(message: string, outcome: Outcome<T>) {
  return outcome.ok ? done({ ...(message ? { message } : {}), revalidate: "/engagements" }) : outcome;
}

export const startScope = memberAction(right, startScopeSchema, async ({ engagementId }, member) => {
  const made = await startScopeOf(member, engagementId);
  if (!made.ok) return made;
  return done({
    message: `Revision ${made.value.revision} started`,
    redirectTo: `/engagements/${engagementId}/scope`,
    revalidate: "/engagements",
  });
});
export const saveScope = memberAction(right, saveScopeSchema, async ({ id, version, ...input }, member) =>
  answer("Scope saved", await updateScope(member, id, version, input)),
);

export const addRequirement = memberAction(right, addRequirementSchema, async ({ scopeId, ...input }, member) =>
  answer("Requirement added", await addRequirementTo(member, scopeId, input)),
);
export const saveRequirement = memberAction(right, saveRequirementSchema, async ({ id, version, ...input }, member) =>
  answer("Requirement saved", await updateRequirement(member, id, version, input)),
);
export const moveRequirement = memberAction(right, moveRequirementSchema, async ({ id, version, way }, member) =>
  answer("", await moveRequirementOf(member, id, version, way)),
);
export const removeRequirement = memberAction(right, partKeySchema, async ({ id, version }, member) =>
  answer("Requirement deleted", await removeRequirementOf(member, id, version)),
);

export const addDeliverable = memberAction(right, addDeliverableSchema, async ({ scopeId, ...input }, member) =>
  answer("Deliverable added", await addDeliverableTo(member, scopeId, input)),
);
export const saveDeliverable = memberAction(right, saveDeliverableSchema, async ({ id, version, ...input }, member) =>
  answer("Deliverable saved", await updateDeliverable(member, id, version, input)),
);
export const removeDeliverable = memberAction(right, partKeySchema, async ({ id, version }, member) =>
  answer("Deliverable removed", await removeDeliverableOf(member, id, version)),
);

export const addResponsibility = memberAction(right, addResponsibilitySchema, async ({ scopeId, ...input }, member) =>
  answer("Responsibility added", await addResponsibilityTo(member, scopeId, input)),
);
export const saveResponsibility = memberAction(
  right,
  saveResponsibilitySchema,
  async ({ id, version, ...input }, member) =>
    answer("Responsibility saved", await updateResponsibility(member, id, version, input)),
);
export const removeResponsibility = memberAction(right, partKeySchema, async ({ id, version }, member) =>
  answer("Responsibility removed", await removeResponsibilityOf(member, id, version)),
);

export const addProposedLevel = memberAction(right, addProposedLevelSchema, async ({ scopeId, ...input }, member) =>
  answer("Service level proposed", await addProposedLevelTo(member, scopeId, input)),
);
export const saveProposedLevel = memberAction(
  right,
  saveProposedLevelSchema,
  async ({ id, version, ...input }, member) =>
    answer("Service level saved", await updateProposedLevel(member, id, version, input)),
);
export const removeProposedLevel = memberAction(right, partKeySchema, async ({ id, version }, member) =>
  answer("Service level removed", await removeProposedLevelOf(member, id, version)),
);
