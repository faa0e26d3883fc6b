import type { Step, Worked } from "./steps";

export type RenewalKind = "none" | "tacit" | "option";

export type RenewalTerms = {
  /** Last day of the running term, `YYYY-MM-DD`. */
  endDate: string;
  noticeMonths: number;
  noticeDays?: number;
  internalLeadDays: number;
  /** Re-procurement and transition, counted only if the option to switch is to stay open. */
  switchingLeadDays: number;
};

export type RenewalDates = { noticeBy: string; decideBy: string; decideToSwitchBy: string };

/**
 * Last safe decision date = end − notice − internal lead − (re-procurement and transition, if switching is to stay
 * open). Months come off first; where the day does not exist in the month before, its last day counts.
 */
export function findRenewalDates(terms: RenewalTerms): Worked<RenewalDates> {
  const end = Temporal.PlainDate.from(terms.endDate);
  const notice = end.subtract({ months: terms.noticeMonths }).subtract({ days: terms.noticeDays ?? 0 });
  const decide = notice.subtract({ days: terms.internalLeadDays });
  const toSwitch = decide.subtract({ days: terms.switchingLeadDays });
  const noticeWords = terms.noticeDays
    ? `${terms.noticeMonths} months and ${terms.noticeDays} days`
    : `${terms.noticeMonths} months`;
  const steps: Step[] = [
    { label: "End of the term", value: end.toString() },
    { label: `Notice by: ${noticeWords} before`, value: notice.toString() },
    {
      label: `Last safe decision: internal lead of ${terms.internalLeadDays} days before that`,
      value: decide.toString(),
    },
    {
      label: `To switch: ${terms.switchingLeadDays} days to procure again and hand over before that`,
      value: toSwitch.toString(),
    },
  ];
  const result = { noticeBy: notice.toString(), decideBy: decide.toString(), decideToSwitchBy: toSwitch.toString() };
  return { result, steps };
}

/** Whole days from today to a date; negative when it has passed. */
export function countDaysUntil(date: string, today: string): number {
  return Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(date), { largestUnit: "day" }).days;
}

/**
 * End of the term that runs on a date. A tacit renewal prolongs by its months each time the end passes without
 * notice; months are always counted from the first end, so that the 31st does not wander to the 28th for good.
 */
export function findTermEnd(
  contract: { endDate: string; renewal: RenewalKind; renewalMonths: number | null; isNoticeGiven: boolean },
  today: string,
): string {
  const firstEnd = Temporal.PlainDate.from(contract.endDate);
  const months = contract.renewalMonths ?? 0;
  if (contract.renewal !== "tacit" || contract.isNoticeGiven || months <= 0) return firstEnd.toString();
  const now = Temporal.PlainDate.from(today);
  let end = firstEnd;
  for (let times = 1; Temporal.PlainDate.compare(end, now) < 0; times += 1) {
    end = firstEnd.add({ months: months * times });
  }
  return end.toString();
}

/** The state that the calendar gives a running contract: expired after its end, expiring from the decision date on. */
export function readTermState(
  terms: { endDate: string; decideBy: string },
  today: string,
): "active" | "expiring" | "expired" {
  if (today > terms.endDate) return "expired";
  return today >= terms.decideBy ? "expiring" : "active";
}
