/** Days that a bidder needs at least: to read and ask, to use the last answers, and for the whole bid. */
export const FAIR_DAYS = { questions: 3, answersToBids: 2, bids: 10 } as const;

const DAY = 86_400_000;

/**
 * What is very short in a timetable, in words; empty when nothing is. Publishing so is allowed, and has to be meant.
 * Instants in RFC 3339; exactly as many days as asked for are enough.
 */
export function findShortWindows(
  timetable: { questionsUntil: string; answersUntil: string; bidsUntil: string },
  now: string,
): string[] {
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY;
  const windows = [
    { what: "to ask questions", has: days(now, timetable.questionsUntil), needs: FAIR_DAYS.questions },
    {
      what: "between the last answers and the deadline",
      has: days(timetable.answersUntil, timetable.bidsUntil),
      needs: FAIR_DAYS.answersToBids,
    },
    { what: "to write a bid", has: days(now, timetable.bidsUntil), needs: FAIR_DAYS.bids },
  ];
  return windows
    .filter(({ has, needs }) => has < needs)
    .map(({ what, has, needs }) => `${inWords(has)} ${what}, less than ${needs} days`);
}

function inWords(days: number): string {
  const [count, word] = days >= 2 ? [Math.floor(days), "day"] : [Math.max(0, Math.floor(days * 24)), "hour"];
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
