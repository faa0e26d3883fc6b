import { addMonths, type Month, monthRange, monthsBetween } from "@/lib/shared/month";
import { countDaysUntil } from "@/lib/shared/renewal";

/** Days before a date on which people are reminded, once each; when it has passed once more. */
const STEPS = [7, 30, 90] as const;

/** How near a day is: past, or the smallest step that it has come under; null while it is far. */
export function findStep(day: string, today: string): "past" | (typeof STEPS)[number] | null {
  const days = countDaysUntil(day, today);
  if (days < 0) return "past";
  return STEPS.find((step) => days <= step) ?? null;
}

/** Months that are looked back at, whether or not the clock stood still. */
const LOOK_BACK = 3;

/** How many months back a run looks: three, or as far as the clock stood still. Days as `YYYY-MM-DD`. */
export function countBack(today: string, since: string | null): number {
  if (since === null) return LOOK_BACK;
  return Math.max(LOOK_BACK, monthsBetween(since.slice(0, 7), today.slice(0, 7)) + 1);
}

/** Months of a term that have ended on a day, from so many back. */
export function listEndedMonths(
  term: { today: string; startDate: string | null; endOn: string | null },
  back: number,
): Month[] {
  const running = term.today.slice(0, 7);
  const first = addMonths(running, -back);
  const start = term.startDate?.slice(0, 7) ?? first;
  const last = addMonths(running, -1);
  const end = term.endOn?.slice(0, 7) ?? last;
  const months = monthRange(first, last);
  return months.filter((month) => month >= start && month <= end);
}
