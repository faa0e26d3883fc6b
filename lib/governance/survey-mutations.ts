import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { isUniqueViolation } from "@/lib/server/conflicts";
import { done, type Outcome, refuse } from "@/lib/shared/outcome";
import { governanceEvents } from "./events";
import { checkReferences, type Saved } from "./references";
import type { SurveyInput } from "./schema";

/** One survey per engagement and month: what was answered is not overwritten. */
export function createSurvey(actor: MemberActor, input: SurveyInput): Promise<Outcome<Saved>> {
  return change(actor, async (tx, audit, tell) => {
    const { organizationId } = actor;
    const checked = await checkReferences(tx, organizationId, input);
    if (!checked.ok) return checked;
    try {
      const made = await tx.satisfactionSurvey.create({
        data: { ...input, organizationId },
        select: { id: true, version: true },
      });
      tell(governanceEvents.surveyRecorded({ engagementId: input.engagementId }));
      const { code, name } = checked.value;
      const label = `Survey ${input.month} of ${code} ${name}`;
      audit({ action: "survey.create", subject: { type: "survey", id: made.id, label }, after: input });
      return done({ ...made, engagementId: input.engagementId });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse(`There is a survey of ${input.month} already.`);
      throw error;
    }
  });
}
