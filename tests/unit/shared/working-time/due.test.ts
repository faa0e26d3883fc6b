import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Outcome } from "@/lib/shared/outcome";
import { dueAfterWorkingDays, dueAfterWorkingSeconds } from "@/lib/shared/working-time/due";
import { elapsedWorkingSeconds } from "@/lib/shared/working-time/elapsed";
import { ALWAYS, at, inZone, openCover } from "./calendars";

const HOUR = 3600;

function shown(due: Outcome<number>): string {
  return due.ok ? new Date(due.value).toISOString().slice(0, 16) : Object.keys(due.fields ?? {}).join();
}

describe("due after a working duration", () => {
  test.each([
    ["the published example", "2019-03-04T14:00Z", 6, "2019-03-06T12:00"],
    ["landing on a closing time", "2019-03-04T14:00Z", 4, "2019-03-04T18:00"],
    ["one second past it", "2019-03-04T14:00:01Z", 4, "2019-03-06T10:00"],
    ["a start before hours", "2019-03-04T07:00Z", 1, "2019-03-04T11:00"],
    ["a start at closing", "2019-03-04T18:00Z", 1, "2019-03-06T11:00"],
    ["zero inside hours", "2019-03-04T14:00Z", 0, "2019-03-04T14:00"],
    ["zero outside hours", "2019-03-04T19:00Z", 0, "2019-03-06T10:00"],
    ["zero at closing", "2019-03-04T18:00Z", 0, "2019-03-06T10:00"],
  ])("%s", (_, from, hours, due) => {
    const cover = openCover({ holidays: ["2019-03-05"] });
    expect(shown(dueAfterWorkingSeconds(cover, at(from), hours * HOUR))).toBe(due);
  });

  test.each([
    ["inside hours moves it by its length", "2019-03-04T15:00Z", "2019-03-04T16:00Z", "2019-03-06T13:00"],
    ["outside hours does not", "2019-03-05T01:00Z", "2019-03-05T23:00Z", "2019-03-06T12:00"],
    ["only by the part in hours", "2019-03-04T17:00Z", "2019-03-05T09:00Z", "2019-03-06T13:00"],
    ["from before the start is clipped", "2019-03-01T17:00Z", "2019-03-04T15:00Z", "2019-03-06T13:00"],
    ["after the due time does not", "2019-03-06T12:00Z", "2019-03-06T15:00Z", "2019-03-06T12:00"],
    ["without an end after the due time does not", "2019-03-06T12:00Z", null, "2019-03-06T12:00"],
    ["without an end before it: no due time", "2019-03-06T11:59Z", null, "pauses"],
  ])("a pause %s", (_, from, to, due) => {
    const pauses = [{ from: at(from), to: to === null ? null : at(to) }];
    const cover = openCover({ holidays: ["2019-03-05"] });
    expect(shown(dueAfterWorkingSeconds(cover, at("2019-03-04T14:00Z"), 6 * HOUR, pauses))).toBe(due);
  });

  test("a calendar that is never open is refused at the calendar, at once", () => {
    const cover = openCover({ hours: { mon: [] } });
    expect(shown(dueAfterWorkingSeconds(cover, at("2019-03-04T14:00Z"), 1))).toBe("calendar");
    expect(shown(dueAfterWorkingDays(cover, at("2019-03-04T14:00Z"), 1, { timeZone: "UTC" }))).toBe("calendar");
  });

  test("a calendar that ends is refused when the work does not fit any more", () => {
    const cover = openCover({ hours: {}, specialDays: { "2019-03-07": [["10:00", "12:00"]] } });
    expect(shown(dueAfterWorkingSeconds(cover, at("2019-03-04T14:00Z"), 2 * HOUR))).toBe("2019-03-07T12:00");
    expect(shown(dueAfterWorkingSeconds(cover, at("2019-03-04T14:00Z"), 2 * HOUR + 1))).toBe("calendar");
  });

  test("undoes the elapsed time, with pauses", () => {
    const start = fc.integer({ min: Date.UTC(2018, 0), max: Date.UTC(2019, 0) });
    const pause = fc.record({ after: fc.integer({ min: -9e7, max: 9e8 }), length: fc.integer({ min: 0, max: 3e8 }) });
    const zone = fc.constantFrom("UTC", "Europe/Berlin", "America/Sao_Paulo");
    fc.assert(
      fc.property(
        zone,
        start,
        fc.integer({ min: 1, max: 1e6 }),
        fc.array(pause, { maxLength: 4 }),
        (timeZone, from, seconds, list) => {
          const pauses = list.map(({ after, length }) => ({ from: from + after, to: from + after + length }));
          const cover = openCover({ timeZone });
          const due = dueAfterWorkingSeconds(cover, from, seconds, pauses);
          if (!due.ok) throw new Error(due.message);
          expect(elapsedWorkingSeconds(cover, from, due.value, pauses)).toBe(seconds);
          expect(elapsedWorkingSeconds(cover, from, due.value - 1, pauses)).toBeLessThan(seconds);
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe("due after working days", () => {
  const holidays = ["2019-03-05"];
  const specialDays = {
    "2019-03-08": [
      ["12:00", "13:00"],
      ["15:00", "16:00"],
    ],
  } as const;
  test.each([
    ["the same time on the next working day", "2019-03-04T14:00Z", 1, {}, "2019-03-06T14:00"],
    ["two days, over a holiday", "2019-03-04T14:00Z", 2, {}, "2019-03-07T14:00"],
    ["the end of that day", "2019-03-04T14:00Z", 2, { endOfDay: true }, "2019-03-07T18:00"],
    ["a start before hours", "2019-03-04T08:00Z", 1, {}, "2019-03-06T10:00"],
    ["a start after hours counts from the next opening", "2019-03-04T19:00Z", 1, {}, "2019-03-07T10:00"],
    ["a start at closing counts from the next opening", "2019-03-04T18:00Z", 1, {}, "2019-03-07T10:00"],
    ["before that day's opening: its opening", "2019-03-07T11:00Z", 1, {}, "2019-03-08T12:00"],
    ["at a closing: that closing", "2019-03-07T13:00Z", 1, {}, "2019-03-08T13:00"],
    ["in a gap: the next opening edge", "2019-03-07T13:01Z", 1, {}, "2019-03-08T15:00"],
    ["after that day's hours: its last closing", "2019-03-07T17:00Z", 1, {}, "2019-03-08T16:00"],
    ["zero days inside hours", "2019-03-04T14:00Z", 0, {}, "2019-03-04T14:00"],
    ["zero days outside hours", "2019-03-04T19:00Z", 0, {}, "2019-03-06T10:00"],
    ["zero days, end of the day", "2019-03-04T14:00Z", 0, { endOfDay: true }, "2019-03-04T18:00"],
  ])("%s", (_, from, days, options, due) => {
    const cover = openCover({ holidays, specialDays });
    expect(shown(dueAfterWorkingDays(cover, at(from), days, { timeZone: "UTC", ...options }))).toBe(due);
  });

  test.each([
    ["inside hours", "2019-03-06T12:00Z", "2019-03-06T15:00Z", "2019-03-07T17:00"],
    ["over the end of the day", "2019-03-06T12:00Z", "2019-03-06T23:00Z", "2019-03-08T12:00"],
    ["on a holiday", "2019-03-05T12:00Z", "2019-03-05T15:00Z", "2019-03-07T14:00"],
  ])("a pause %s", (_, from, to, due) => {
    const pauses = [{ from: at(from), to: at(to) }];
    const cover = openCover({ holidays });
    expect(shown(dueAfterWorkingDays(cover, at("2019-03-04T14:00Z"), 2, { timeZone: "UTC", pauses }))).toBe(due);
  });

  test("a day with several shifts, or a night without a break, is one day each", () => {
    const shifts = openCover({
      hours: {
        mon: [
          ["08:00", "12:00"],
          ["13:00", "17:00"],
        ],
        tue: [
          ["08:00", "12:00"],
          ["13:00", "17:00"],
        ],
        wed: [["00:00", "24:00"]],
        thu: [["00:00", "08:00"]],
      },
    });
    const due = (days: number) =>
      shown(dueAfterWorkingDays(shifts, at("2019-03-04T09:00Z"), days, { timeZone: "UTC" }));
    expect([1, 2, 3, 4].map(due)).toEqual([
      "2019-03-05T09:00",
      "2019-03-06T09:00",
      "2019-03-07T08:00",
      "2019-03-11T09:00",
    ]);
  });

  test("keeps the wall-clock time over a clock change, and counts days of 24/7 cover", () => {
    const cover = openCover({ timeZone: "Europe/Berlin", hours: ALWAYS });
    const from = inZone("2026-03-28T14:00", "Europe/Berlin");
    const due = dueAfterWorkingDays(cover, from, 1, { timeZone: "Europe/Berlin" });
    expect(due).toEqual({ ok: true, value: from + 23 * HOUR * 1000 });
  });
});
