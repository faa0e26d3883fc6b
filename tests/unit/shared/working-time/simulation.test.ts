import { describe, expect, test } from "vitest";
import { simulateWorkingTime } from "@/lib/shared/working-time/simulate";
import { workingTimeSimulationSchema } from "@/lib/shared/working-time/simulation-schema";
import { OFFICE } from "./calendars";

const calendar = { timeZone: "UTC", hours: OFFICE, holidays: ["2019-03-05"] };
const request = { calendar, from: "2019-03-04T14:00", add: { workingSeconds: 21_600 } };

function simulate(change: Record<string, unknown>) {
  return simulateWorkingTime(workingTimeSimulationSchema.parse({ ...request, ...change }));
}

function paths(input: unknown): string[] {
  const parsed = workingTimeSimulationSchema.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join("/"));
}

describe("the working-time simulator", () => {
  test("the published requests", () => {
    const specialDays = { "2019-12-24": [["10:00", "12:00"]] };
    const pauses = [{ from: "2019-03-04T15:00", to: "2019-03-04T16:00" }];
    const elapsed = simulate({
      calendar: { ...calendar, specialDays },
      to: "2019-03-06T12:00",
      add: undefined,
      pauses,
    });
    expect(elapsed).toMatchObject({ ok: true, value: { workingSeconds: 18_000 } });
    expect(simulate({})).toMatchObject({ ok: true, value: { due: "2019-03-06T12:00" } });
    expect(simulate({ add: { workingDays: 2 } })).toMatchObject({ value: { due: "2019-03-07T14:00" } });
    expect(simulate({ add: { workingDays: 2, endOfDay: true } })).toMatchObject({ value: { due: "2019-03-07T18:00" } });
  });

  test("shows its working", () => {
    const answer = simulate({});
    expect(answer.ok && answer.value.steps.map((step) => `${step.label}: ${step.value}`)).toEqual([
      "Count from: 2019-03-04T14:00",
      "Working time to pass: 6 h",
      "2019-03-04T14:00 to 2019-03-04T18:00: 4 h",
      "2019-03-06T10:00 to 2019-03-06T12:00: 2 h",
      "Due: 2019-03-06T12:00",
    ]);
  });

  test.each([
    ["2019-03-04T14:00", "2019-03-06T12:00"],
    ["2019-03-04T14:00:00", "2019-03-06T12:00:00"],
    ["2019-03-04T14:00:30", "2019-03-06T12:00:30"],
    ["2019-03-04T14:00Z", "2019-03-06T12:00Z"],
    ["2019-03-04T14:00:00Z", "2019-03-06T12:00:00Z"],
    ["2019-03-04T14:00:00.500Z", "2019-03-06T12:00:00.500Z"],
    ["2019-03-04T16:30:00+02:30", "2019-03-06T14:30:00+02:30"],
    ["2019-03-04T09:00-05:00", "2019-03-06T07:00-05:00"],
  ])("from %s, due comes in the same form: %s", (from, due) => {
    expect(simulate({ from })).toMatchObject({ ok: true, value: { due } });
  });

  test.each([
    ["an ambiguous time takes the earlier offset", "2026-10-25T02:30", "2026-10-25T00:30Z"],
    ["a skipped time moves forward", "2026-03-29T02:30", "2026-03-29T01:30Z"],
  ])("%s", (_, wall, instant) => {
    const always = { timeZone: "Europe/Berlin", hours: { sun: [["00:00", "24:00"]] } };
    const answer = simulate({ calendar: always, from: instant, to: wall, add: undefined });
    expect(answer).toMatchObject({ ok: true, value: { workingSeconds: 0 } });
    const later = simulate({ calendar: always, from: wall, to: instant.replace("30Z", "31Z"), add: undefined });
    expect(later).toMatchObject({ ok: true, value: { workingSeconds: 60 } });
  });

  test("refuses at the field what has no answer", () => {
    expect(simulate({ calendar: { ...calendar, hours: {} } })).toMatchObject({
      ok: false,
      fields: { calendar: [expect.any(String)] },
    });
    const backwards = [{ from: "2019-03-04T16:00", to: "2019-03-04T15:00" }];
    expect(simulate({ pauses: backwards })).toMatchObject({
      ok: false,
      fields: { "pauses.0.to": [expect.any(String)] },
    });
    expect(simulate({ pauses: [{ from: "2019-03-04T15:00" }] })).toMatchObject({
      ok: false,
      fields: { pauses: [expect.any(String)] },
    });
  });

  test.each([
    ["neither to nor add", { calendar, from: request.from }, ["to"]],
    ["both", { ...request, to: request.from }, ["add"]],
    ["an unknown field", { ...request, until: "x" }, [""]],
    ["an unknown weekday", { ...request, calendar: { ...calendar, hours: { monday: [] } } }, ["calendar/hours"]],
    ["no such zone", { ...request, calendar: { ...calendar, timeZone: "Mars/Base" } }, ["calendar/timeZone"]],
    ["an offset as zone", { ...request, calendar: { ...calendar, timeZone: "+02:00" } }, ["calendar/timeZone"]],
    ["no such day", { ...request, from: "2019-02-29T10:00" }, ["from"]],
    ["no such time", { ...request, from: "2019-02-28T24:00" }, ["from"]],
    ["a year out of range", { ...request, from: "2201-01-01T10:00" }, ["from"]],
    ["no such holiday", { ...request, calendar: { ...calendar, holidays: ["2019-13-01"] } }, ["calendar/holidays/0"]],
    [
      "an opening that ends first",
      { ...request, calendar: { ...calendar, hours: { mon: [["18:00", "10:00"]] } } },
      ["calendar/hours/mon/0/1"],
    ],
    [
      "an opening after 24:00",
      { ...request, calendar: { ...calendar, hours: { mon: [["18:00", "25:00"]] } } },
      ["calendar/hours/mon/0/1"],
    ],
    [
      "a special day that is none",
      { ...request, calendar: { ...calendar, specialDays: { tomorrow: [] } } },
      ["calendar/specialDays/tomorrow"],
    ],
    ["two durations", { ...request, add: { workingDays: 1, workingSeconds: 1 } }, ["add"]],
    ["no duration", { ...request, add: {} }, ["add"]],
    ["a negative duration", { ...request, add: { workingSeconds: -1 } }, ["add/workingSeconds"]],
    ["a fraction of a day", { ...request, add: { workingDays: 1.5 } }, ["add/workingDays"]],
    ["the end of the day after seconds", { ...request, add: { workingSeconds: 1, endOfDay: true } }, ["add/endOfDay"]],
    ["too many pauses", { ...request, pauses: Array(1001).fill({ from: request.from }) }, ["pauses"]],
    ["no object", "hello", [""]],
  ])("refuses %s", (_, input, expected) => {
    expect(paths(input)).toEqual(expected);
  });
});
