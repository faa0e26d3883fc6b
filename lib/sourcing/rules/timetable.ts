/** Instants as RFC 3339 text in UTC or with an offset; they are compared as instants, not as text. */
export type RfpTimetable = {
  questionsUntil: string;
  answersUntil: string;
  bidsUntil: string;
  opensAt: string;
};

export type TimetableProblem = { field: keyof RfpTimetable; message: string };

function at(instant: string): number {
  const value = Date.parse(instant);
  if (Number.isNaN(value)) throw new RangeError(`Not an instant: ${instant}`);
  return value;
}

/** Questions end before answers are due, answers before bids, and nothing is opened before bids are closed. */
export function checkTimetable(timetable: RfpTimetable, now: string): TimetableProblem[] {
  const problems: TimetableProblem[] = [];
  const { questionsUntil, answersUntil, bidsUntil, opensAt } = timetable;
  if (at(questionsUntil) <= at(now))
    problems.push({ field: "questionsUntil", message: "The end of questions has passed." });
  if (at(answersUntil) < at(questionsUntil)) {
    problems.push({ field: "answersUntil", message: "Answers are due before questions end." });
  }
  if (at(bidsUntil) <= at(answersUntil)) {
    problems.push({
      field: "bidsUntil",
      message: "Bids must be due after the last answers, so that bidders can use them.",
    });
  }
  if (at(opensAt) < at(bidsUntil))
    problems.push({ field: "opensAt", message: "Bids cannot be opened before the deadline." });
  return problems;
}

export type DeadlineChange = { isAllowed: true; isExtension: boolean } | { isAllowed: false; reason: string };

/**
 * An amendment of a published RFP may extend the deadline and never shorten it. A deadline that has passed is over:
 * bids may have been read by their authors' rivals since, so it cannot be opened again.
 */
export function checkDeadlineChange(current: string, proposed: string, now: string): DeadlineChange {
  if (at(now) >= at(current))
    return { isAllowed: false, reason: "The deadline has passed. It can no longer be moved." };
  if (at(proposed) < at(current)) {
    return { isAllowed: false, reason: "A published deadline can be extended, never shortened." };
  }
  return { isAllowed: true, isExtension: at(proposed) > at(current) };
}

/** Bids are accepted strictly before the deadline; at the deadline itself it is too late. */
export function acceptsBids(status: string, bidsUntil: string, now: string): boolean {
  return status === "published" && at(now) < at(bidsUntil);
}
