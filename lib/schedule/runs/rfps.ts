import "server-only";
import { formatInstant } from "@/lib/shared/format";
import { listUnanswered } from "@/lib/sourcing/clarifications/due-queries";
import { closeDueRfps } from "@/lib/sourcing/rfps/publication/mutations";
import { counted, type Reminder, remind } from "../remind";
import type { ScheduledWork } from "../table";

/** RFPs whose deadline has passed are closed, each in a change of its own; the events tell who has to know. */
export const runRfps: ScheduledWork = async (context) => {
  const closed = await closeDueRfps(context.organizationId);
  const unanswered = await listUnanswered(context.organizationId);
  const reminders = unanswered.map(
    ({ rfpId, code, ownerPersonId, answersUntil, timeZone, isPast, ...rfp }): Reminder => {
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
    },
  );
  const told = await remind(context, reminders);
  return `Closed ${counted(closed, "RFP")}, told of ${counted(told, "cut-off")}`;
};
