import { type Journey, monthsBefore } from "./plan";

type Case = { number: string; closed: string; made: boolean; resolved: string };

/**
 * A small log in the shape of a ticket system: several rows per case of which the last counts, `dd-MM-yyyy HH:mm` in
 * the zone of the contract, `?` for nothing.
 */
export function writeCaseLog({ months }: Journey): { csv: string; cases: Case[]; rows: number } {
  const cases: Case[] = [];
  const add = (month: string, day: number, time: string, made: boolean) => {
    const number = `INC${String(cases.length + 1).padStart(7, "0")}`;
    const [year, name] = month.split("-");
    const closed = `${String(day).padStart(2, "0")}-${name}-${year} ${time}`;
    cases.push({ number, closed, made, resolved: cases.length % 5 === 0 ? "?" : closed });
  };
  // All in time but one of twenty in the month before, four of twenty in the last one.
  for (let index = 0; index < 20; index += 1) add(months.before, index + 2, "14:20", index !== 7);
  for (let index = 0; index < 19; index += 1) add(months.last, index + 3, "09:05", index % 6 !== 1);
  // Half past midnight in Berlin: in UTC this is still the month before.
  add(months.last, 1, "00:30", false);

  const opened = `15-${months.before.slice(5)}-${months.before.slice(0, 4)} 08:00`;
  const early = `20-${monthsBefore(months.before, 1).slice(5)}-${monthsBefore(months.before, 1).slice(0, 4)} 08:00`;
  const lines = ["number,incident_state,made_sla,priority,opened_at,resolved_at,closed_at"];
  for (const { number, closed, made, resolved } of cases) {
    const start = closed.slice(3, 10) === opened.slice(3, 10) ? early : opened;
    // What stood there first says the opposite: only the last row of a case may count.
    lines.push(`${number},New,${made ? "FALSE" : "TRUE"},3 - Moderate,${start},?,?`);
    lines.push(`${number},Active,TRUE,3 - Moderate,${start},?,${closed}`);
    lines.push(`${number},Closed,${made ? "TRUE" : "FALSE"},3 - Moderate,${start},${resolved},${closed}`);
  }
  return { csv: `${lines.join("\n")}\n`, cases, rows: lines.length - 1 };
}

/** Share of cases in time among those that were closed in the month, in percent, counted from the file's own text. */
export function shareInTime(csv: string, month: string): { value: number; cases: number } {
  const [, ...lines] = csv.trim().split("\n");
  const last = new Map(lines.map((line) => [line.split(",")[0], line.split(",")]));
  const [year, number] = month.split("-");
  const closed = [...last.values()].filter((cells) => cells[6]?.slice(3, 10) === `${number}-${year}`);
  const inTime = closed.filter((cells) => cells[2] === "TRUE").length;
  return { value: (100 * inTime) / closed.length, cases: closed.length };
}
