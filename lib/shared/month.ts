/** A calendar month as `YYYY-MM`. Months compare and sort as text. */
export type Month = string;

const MONTH_TEXT = /^\d{4}-(0[1-9]|1[0-2])$/;

export function isMonth(text: string): text is Month {
  return MONTH_TEXT.test(text);
}

/** `addMonths("2026-11", 3)` is `2027-02`. */
export function addMonths(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const index = year * 12 + (number - 1) + count;
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((((index % 12) + 12) % 12) + 1).padStart(2, "0")}`;
}

/** How many months from the first to the second; negative when it lies before. */
export function monthsBetween(from: Month, to: Month): number {
  const [fromYear = 0, fromMonth = 1] = from.split("-").map(Number);
  const [toYear = 0, toMonth = 1] = to.split("-").map(Number);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth);
}

/** All months from the first to the last, both included. */
export function monthRange(from: Month, to: Month): Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** First day of the month as `YYYY-MM-DD`. */
export function firstDay(month: Month): string {
  return `${month}-01`;
}

/** The months up to and with this one, the latest first. */
export function lastMonths(month: Month, count: number): Month[] {
  return monthRange(addMonths(month, 1 - count), month).reverse();
}
