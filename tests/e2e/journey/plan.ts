/** What the journey is about: one name, its days, and the ids that come up on the way. */
export type Journey = {
  service: string;
  today: string;
  /** First day of the contract: three months back, so that there are finished months to measure. */
  start: string;
  /** The last two finished months. */
  months: { before: string; last: string };
  ids: { process: string; engagement: string; rfp: string; lot: string; contract: string; transition: string };
};

export const ZONE = "Europe/Berlin";
export const MONTHLY_FEE = 12_000;
export const TERM_MONTHS = 36;

const day = (date: Date) => date.toISOString().slice(0, 10);

/** `days` after the day, in UTC: days have no hours here. */
export function daysAfter(from: string, days: number): string {
  return day(new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000));
}

export function monthsBefore(month: string, count: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return day(new Date(Date.UTC(year, number - 1 - count, 1))).slice(0, 7);
}

/** `2026-10` as the app writes it. */
export function monthName(month: string): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleString("en-GB", {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}

export function planJourney(now: Date): Journey {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }).format(now);
  const month = today.slice(0, 7);
  return {
    service: `Night desk ${now.getTime().toString(36)}`,
    today,
    start: `${monthsBefore(month, 3)}-01`,
    months: { before: monthsBefore(month, 2), last: monthsBefore(month, 1) },
    ids: { process: "", engagement: "", rfp: "", lot: "", contract: "", transition: "" },
  };
}
