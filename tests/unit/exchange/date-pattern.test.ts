import { expect, test } from "vitest";
import { compileDatePattern, guessDatePattern } from "@/lib/exchange/csv/date-pattern";

const at = (text: string) => Date.parse(text);

test.each([
  ["dd-MM-yyyy HH:mm", "29-02-2016 01:16", "2016-02-29T01:16:00Z"],
  ["d.M.yyyy H:mm", "1.3.2026 7:05", "2026-03-01T07:05:00Z"],
  ["MM/dd/yyyy", "12/31/2025", "2025-12-31T00:00:00Z"],
  ["yyyyMMddHHmmss", "20260331235959", "2026-03-31T23:59:59Z"],
  ["ISO", "2026-03-31 12:00", "2026-03-31T12:00:00Z"],
  ["ISO", "2026-03-31T12:00:00.25", "2026-03-31T12:00:00.250Z"],
  ["yyyy-MM-ddTHH:mm", "2026-03-31T12:00", "2026-03-31T12:00:00Z"],
])("%s reads %s", (pattern, text, instant) => {
  expect(compileDatePattern(pattern)?.(text)).toEqual({ wall: at(instant), isInstant: false });
});

test.each([
  ["2026-03-31T12:00:00Z", "2026-03-31T12:00:00Z"],
  ["2026-03-31T12:00:00+02:00", "2026-03-31T10:00:00Z"],
  ["2026-03-31T12:00:00-0330", "2026-03-31T15:30:00Z"],
])("an offset makes %s an instant", (text, instant) => {
  expect(compileDatePattern("ISO")?.(text)).toEqual({ wall: at(instant), isInstant: true });
});

test.each([
  ["dd-MM-yyyy HH:mm", "30-02-2016 01:16"],
  ["dd-MM-yyyy HH:mm", "29-02-2015 01:16"],
  ["dd-MM-yyyy HH:mm", "01-13-2016 01:16"],
  ["dd-MM-yyyy HH:mm", "01-12-2016 24:00"],
  ["dd-MM-yyyy HH:mm", "01-12-2016"],
  ["dd-MM-yyyy HH:mm", " 01-12-2016 01:00"],
  ["ISO", "31-03-2026"],
])("%s refuses %s", (pattern, text) => {
  expect(compileDatePattern(pattern)?.(text)).toBeNull();
});

test.each(["", "HH:mm", "dd-MM", "dd-dd-MM-yyyy", "dd-MM-yyyy hh:mm", "date"])("%j is no pattern", (pattern) => {
  expect(compileDatePattern(pattern)).toBeNull();
});

test("guesses a pattern that all examples follow", () => {
  expect(guessDatePattern(["29-02-2016 01:16", "05-03-2016 12:00"])).toBe("dd-MM-yyyy HH:mm");
  expect(guessDatePattern(["05/03/2016 12:00", "05/13/2016 12:00"])).toBe("MM/dd/yyyy HH:mm");
  expect(guessDatePattern(["New"])).toBeNull();
  expect(guessDatePattern([])).toBeNull();
});
