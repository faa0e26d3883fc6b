import "server-only";
import { type ContractTerm, listTerms } from "@/lib/contracts/due-queries";
import { followCalendar } from "@/lib/contracts/mutations/follow-calendar";
import { countDaysUntil } from "@/lib/shared/renewal";
import { counted, type Reminder, remind } from "../remind";
import { findStep } from "../rules";
import type { ScheduledWork } from "../table";

/** The contract's own calendar decides, on the contract's own day. */
export const runContracts: ScheduledWork = async (context) => {
  const terms = await listTerms(context.organizationId, 1);
  let moved = 0;
  for (const term of terms) {
    if (term.state === term.storedState) continue;
    const outcome = await followCalendar(context.actor, term.id);
    if (outcome.ok) moved += 1;
  }
  const told = await remind(context, terms.flatMap(listRenewalReminders));
  return `Moved ${counted(moved, "contract")}, told of ${counted(told, "date")}`;
};

/** Of each date only the nearest step: after a stop nobody is told of 90, 30 and 7 days at once. */
function listRenewalReminders(term: ContractTerm): Reminder[] {
  const { id, decideBy, noticeBy, endOn, today, state, isNoticeGiven } = term;
  if (isNoticeGiven || !decideBy || !noticeBy || !endOn || (state !== "active" && state !== "expiring")) return [];
  const name = `${term.code} ${term.title}`;
  const dates = [
    { key: "decide", day: decideBy, what: "the last safe decision", past: "the last safe decision was due on" },
    { key: "notice", day: noticeBy, what: "the last day for notice", past: "the last day for notice was" },
  ];
  return dates.flatMap(({ key, day, what, past }): Reminder[] => {
    const step = findStep(day, today);
    if (step === null) return [];
    const left = countDaysUntil(day, today);
    const near = left === 0 ? `today is ${what}` : `${counted(left, "day")} to ${what}, ${day}`;
    return [
      {
        key: `renewal:${id}:${key}:${day}:${step}`,
        kind: "renewal",
        personIds: [term.ownerPersonId],
        roles: step === "past" || step === 7 ? ["procurement", "executive"] : ["procurement"],
        title: `${name}: ${step === "past" ? `${past} ${day}` : near}`,
        body: `The term runs until ${endOn}. Notice is in time until ${noticeBy}; decide by ${decideBy} so that it can be.`,
        href: `/contracts/${id}/timeline`,
      },
    ];
  });
}
