import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverOfSites, coverOfVersions, readCalendar } from "@/lib/shared/working-time/calendar";
import { elapsedWorkingSeconds } from "@/lib/shared/working-time/elapsed";
import { ALWAYS, at, inZone, OFFICE, openCover } from "./calendars";

const HOUR = 3600;

describe("elapsed working seconds", () => {
  test.each([
    ["the whole of a day", "2019-03-04T00:00Z", "2019-03-05T00:00Z", 8 * HOUR],
    ["from one second before closing", "2019-03-04T17:59:59Z", "2019-03-04T19:00Z", 1],
    ["from closing on", "2019-03-04T18:00Z", "2019-03-05T10:00Z", 0],
    ["until the second after opening", "2019-03-04T00:00Z", "2019-03-04T10:00:01Z", 1],
    ["over a weekend", "2019-03-08T17:00Z", "2019-03-11T11:00Z", 2 * HOUR],
    ["backwards", "2019-03-05T12:00Z", "2019-03-04T12:00Z", 0],
    ["nothing", "2019-03-04T12:00Z", "2019-03-04T12:00Z", 0],
    ["a fraction of a second", "2019-03-04T12:00:00.250Z", "2019-03-04T12:00:01Z", 0.75],
  ])("%s", (_, from, to, seconds) => {
    expect(elapsedWorkingSeconds(openCover(), at(from), at(to))).toBe(seconds);
  });

  test("a holiday is closed, a special day has its own hours and wins over a holiday", () => {
    const holidays = ["2019-03-05", "2019-03-06"];
    const cover = openCover({
      holidays,
      specialDays: { "2019-03-06": [["10:00", "12:00"]], "2019-03-10": [["09:00", "10:00"]] },
    });
    const day = (date: string) =>
      elapsedWorkingSeconds(cover, at(`${date}T00:00Z`), at(`${date}T24:00Z`.replace("T24:00", "T23:59:59")));
    expect([day("2019-03-04"), day("2019-03-05"), day("2019-03-06"), day("2019-03-10")]).toEqual([
      8 * HOUR,
      0,
      2 * HOUR,
      HOUR,
    ]);
  });

  test("split shifts up to 24:00, also when they overlap or touch", () => {
    const split = openCover({
      hours: {
        mon: [
          ["20:00", "24:00"],
          ["06:00", "08:00"],
        ],
        tue: [["00:00", "01:00"]],
      },
    });
    expect(elapsedWorkingSeconds(split, at("2019-03-04T00:00Z"), at("2019-03-06T00:00Z"))).toBe(7 * HOUR);
    const overlapping = openCover({
      hours: {
        mon: [
          ["09:00", "13:00"],
          ["12:00", "17:00"],
          ["17:00", "18:00"],
        ],
      },
    });
    expect(elapsedWorkingSeconds(overlapping, at("2019-03-04T00:00Z"), at("2019-03-05T00:00Z"))).toBe(9 * HOUR);
  });

  test.each([
    ["the day of the spring change", "2026-03-29", 23],
    ["the day before", "2026-03-28", 24],
    ["the day of the autumn change", "2026-10-25", 25],
  ])("%s in Berlin, open all day", (_, date, hours) => {
    const cover = openCover({ timeZone: "Europe/Berlin", hours: ALWAYS });
    const next = Temporal.PlainDate.from(date).add({ days: 1 }).toString();
    const from = inZone(`${date}T00:00`, "Europe/Berlin");
    expect(elapsedWorkingSeconds(cover, from, inZone(`${next}T00:00`, "Europe/Berlin"))).toBe(hours * HOUR);
  });

  test.each([
    ["a night shift over the spring change", "2026-03-29", [["00:00", "06:00"]], 5],
    ["a night shift over the autumn change", "2026-10-25", [["00:00", "06:00"]], 7],
    ["opening at a skipped time moves forward", "2026-03-29", [["02:30", "06:00"]], 2.5],
    ["closing at an ambiguous time takes the earlier one", "2026-10-25", [["01:00", "02:30"]], 1.5],
    ["opening at an ambiguous time takes the earlier one", "2026-10-25", [["02:30", "04:00"]], 2.5],
  ] as const)("%s", (_, date, hours, expected) => {
    const cover = openCover({ timeZone: "Europe/Berlin", hours: { sun: hours } });
    const from = inZone(`${date}T00:00`, "Europe/Berlin");
    expect(elapsedWorkingSeconds(cover, from, from + 30 * HOUR * 1000)).toBe(expected * HOUR);
  });

  test("midnight itself can be skipped, and so can a whole day", () => {
    const saoPaulo = openCover({ timeZone: "America/Sao_Paulo", hours: ALWAYS });
    const from = inZone("2018-11-04T00:00", "America/Sao_Paulo");
    expect(elapsedWorkingSeconds(saoPaulo, from, inZone("2018-11-05T00:00", "America/Sao_Paulo"))).toBe(23 * HOUR);
    const apia = openCover({ timeZone: "Pacific/Apia", hours: { fri: [["10:00", "12:00"]] } }); // 30 December 2011: a Friday.
    expect(elapsedWorkingSeconds(apia, at("2011-12-29T00:00Z"), at("2012-01-02T00:00Z"))).toBe(0);
  });

  test.each([
    ["inside hours", "2019-03-04T15:00Z", "2019-03-04T16:00Z", 7],
    ["half outside hours", "2019-03-04T17:00Z", "2019-03-04T23:00Z", 7],
    ["wholly outside hours", "2019-03-04T19:00Z", "2019-03-04T23:00Z", 8],
    ["begun before the start", "2019-03-01T00:00Z", "2019-03-04T12:00Z", 6],
    ["not ended yet", "2019-03-04T16:00Z", null, 6],
  ])("a pause %s", (_, from, to, hours) => {
    const pauses = [{ from: at(from), to: to === null ? null : at(to) }];
    expect(elapsedWorkingSeconds(openCover(), at("2019-03-04T00:00Z"), at("2019-03-05T00:00Z"), pauses)).toBe(
      hours * HOUR,
    );
  });

  test("overlapping pauses count once", () => {
    const pauses = [
      { from: at("2019-03-04T12:00Z"), to: at("2019-03-04T14:00Z") },
      { from: at("2019-03-04T11:00Z"), to: at("2019-03-04T13:00Z") },
      { from: at("2019-03-04T14:00Z"), to: at("2019-03-04T14:30Z") },
    ];
    expect(elapsedWorkingSeconds(openCover(), at("2019-03-04T00:00Z"), at("2019-03-05T00:00Z"), pauses)).toBe(
      4.5 * HOUR,
    );
  });

  test("sites in several zones are open together", () => {
    const site = (timeZone: string) => openCover({ timeZone, hours: { mon: [["09:00", "17:00"]] } });
    const cover = coverOfSites([site("Asia/Kolkata"), site("Europe/London"), site("America/New_York")]);
    // In January: 03:30–11:30, 09:00–17:00 and 14:00–22:00 UTC, together 03:30–22:00.
    expect(elapsedWorkingSeconds(cover, at("2026-01-12T00:00Z"), at("2026-01-13T00:00Z"))).toBe(18.5 * HOUR);
  });

  test("a calendar that changes is read as of each day", () => {
    const version = (effectiveFrom: string | null, close: string) => ({
      effectiveFrom,
      calendar: readCalendar({
        timeZone: "UTC",
        hours: { ...OFFICE, tue: [["10:00", close]], wed: [["10:00", close]] },
      }),
    });
    const cover = coverOfVersions([version("2019-03-06", "12:00"), version(null, "18:00")]);
    expect(elapsedWorkingSeconds(cover, at("2019-03-05T00:00Z"), at("2019-03-07T00:00Z"))).toBe(10 * HOUR);
  });
});

const zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Sao_Paulo"];
const instants = fc.integer({ min: Date.UTC(2016, 0), max: Date.UTC(2019, 0) });

describe("laws of working time", () => {
  test("a split anywhere changes nothing", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, instants, instants, (timeZone, ...moments) => {
        const [a = 0, b = 0, c = 0] = moments.sort((x, y) => x - y);
        const cover = openCover({ timeZone });
        const pauses = [{ from: a + 3_600_000, to: b + 7_200_000 }];
        const whole = elapsedWorkingSeconds(cover, a, c, pauses);
        const parts = elapsedWorkingSeconds(cover, a, b, pauses) + elapsedWorkingSeconds(cover, b, c, pauses);
        expect(parts).toBeCloseTo(whole, 6);
      }),
      { numRuns: 60 },
    );
  });

  test("open always, working time is real time in every zone", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, fc.integer({ min: 0, max: 4e10 }), (timeZone, from, length) => {
        const cover = openCover({ timeZone, hours: ALWAYS });
        expect(elapsedWorkingSeconds(cover, from, from + length)).toBe(length / 1000);
      }),
      { numRuns: 60 },
    );
  });

  test("agrees with counting minute by minute on the wall clock, away from clock changes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 4_000 }), (offset, length) => {
        const from = at("2026-05-01T00:00Z") + offset * 60_000;
        let open = 0;
        for (let minute = 0; minute < length; minute++) {
          const wall = Temporal.Instant.fromEpochMilliseconds(from + minute * 60_000).toZonedDateTimeISO(
            "Asia/Kolkata",
          );
          if (wall.dayOfWeek <= 5 && wall.hour >= 10 && wall.hour < 18) open++;
        }
        const cover = openCover({ timeZone: "Asia/Kolkata" });
        expect(elapsedWorkingSeconds(cover, from, from + length * 60_000)).toBe(open * 60);
      }),
      { numRuns: 25 },
    );
  });
});
