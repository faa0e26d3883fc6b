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

export type TermTerms = {
  /** Last day of the first term, `YYYY-MM-DD`. */
  endDate: string;
  renewal: RenewalKind | null;
  renewalMonths: number | null;
  /** Notice that was given, with the months that its side has to keep before the end. */
  notice: { givenOn: string; months: number } | null;
};

/**
 * End of the term that runs on a date. A tacit renewal prolongs by its months each time the end passes without
 * notice; notice ends the first term whose last day for notice had not passed when it was given, so late notice lets
 * the term renew once more. Months are always counted from the first end: the 31st does not wander to the 28th.
 */
export function findTermEnd({ endDate, renewal, renewalMonths, notice }: TermTerms, today: string): string {
  const firstEnd = Temporal.PlainDate.from(endDate);
  const months = renewalMonths ?? 0;
  if (renewal !== "tacit" || months <= 0) return firstEnd.toString();
  const isOver = (end: Temporal.PlainDate) =>
    notice ? lastNoticeDay(end.toString(), notice.months) < notice.givenOn : end.toString() < today;
  let end = firstEnd;
  for (let times = 1; isOver(end); times += 1) end = firstEnd.add({ months: months * times });
  return end.toString();
}

/** Last day on which notice still ends a term; where the day does not exist in that month, its last day. */
export function lastNoticeDay(endDate: string, months: number): string {
  return Temporal.PlainDate.from(endDate).subtract({ months }).toString();
}

/**
 * What notice on a day does to a contract that renews by itself: null when it is in time, else the last day that it
 * would have had and the end of the term that it ends now.
 */
export function findLateNotice(
  terms: Omit<TermTerms, "notice">,
  notice: { givenOn: string; months: number },
): { lastDay: string; runsUntil: string; endsOn: string } | null {
  const runsUntil = findTermEnd({ ...terms, notice: null }, notice.givenOn);
  const lastDay = lastNoticeDay(runsUntil, notice.months);
  if (notice.givenOn <= lastDay) return null;
  return { lastDay, runsUntil, endsOn: findTermEnd({ ...terms, notice }, notice.givenOn) };
}

/** The state that the calendar gives a running contract: expired after its end, expiring from the decision date on. */
export function readTermState(
  terms: { endDate: string; decideBy: string },
  today: string,
): "active" | "expiring" | "expired" {
  if (today > terms.endDate) return "expired";
  return today >= terms.decideBy ? "expiring" : "active";
}
