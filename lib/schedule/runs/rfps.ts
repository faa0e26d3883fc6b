import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { formatInstant } from "@/lib/shared/format";
import { listEndedStandstills } from "@/lib/sourcing/awards/due-queries";
import { listUnanswered } from "@/lib/sourcing/clarifications/due-queries";
import { closeDueRfps } from "@/lib/sourcing/rfps/publication/mutations";
import { counted, type Reminder, remind } from "../remind";
import type { ScheduledWork } from "../table";

/** RFPs whose deadline has passed are closed, each in a change of its own; the events tell who has to know. */
export const runRfps: ScheduledWork = async (context) => {
  const closed = await closeDueRfps(context.organizationId);
  const cutOffs = await listCutOffs(context.organizationId);
  const standstills = await listStandstills(context.organizationId);
  const told = await remind(context, [...cutOffs, ...standstills]);
  return `Closed ${counted(closed, "RFP")}, told of ${counted(told, "date")}`;
};

async function listCutOffs(organizationId: OrganizationId): Promise<Reminder[]> {
  const unanswered = await listUnanswered(organizationId);
  return unanswered.map(({ rfpId, code, ownerPersonId, answersUntil, timeZone, isPast, ...rfp }) => {
    const until = `${formatInstant(answersUntil.toISOString(), { locale: "en-GB", timeZone })} (${timeZone})`;
    const questions = counted(rfp.questions, "question");
    return {
      key: `answers:${rfpId}:${answersUntil.toISOString()}:${isPast ? "past" : "near"}`,
      kind: "rfp",
      roles: ["procurement"],
      personIds: [ownerPersonId],
      title: isPast
        ? `${code}: ${questions} without an answer after the cut-off of ${until}`
        : `${code}: ${questions} to answer until ${until}`,
      body: "Vendors write their bids without the answer. Answer now, or extend the timetable by an amendment.",
      href: `/rfps/${rfpId}/questions`,
    };
  });
}

async function listStandstills(organizationId: OrganizationId): Promise<Reminder[]> {
  const ended = await listEndedStandstills(organizationId);
  return ended.map(({ id, lotId, code, lot, ownerPersonId, until }) => ({
    key: `standstill:${id}:${until.toISOString()}`,
    kind: "award",
    roles: ["procurement"],
    personIds: [ownerPersonId],
    title: `${code} lot ${lot}: the standstill has ended, the award can be made final`,
    href: `/evaluations/${lotId}/award`,
  }));
}
