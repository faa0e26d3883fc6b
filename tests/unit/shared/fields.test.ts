import { expect, test } from "vitest";
import { z } from "zod";
import {
  currencyCode,
  dateText,
  decimalText,
  isDateText,
  monthText,
  nameText,
  nonNegativeDecimalText,
  percentText,
  positiveDecimalText,
  timeZoneName,
} from "@/lib/shared/fields";

const twenty = "9".repeat(20);
const cases: [string, z.ZodType, unknown[], unknown[]][] = [
  [
    "decimal",
    decimalText,
    ["0", "-12.50", "007", `${twenty}.${twenty}`, `-${twenty}`],
    [
      "",
      " 1",
      "+1",
      "1e5",
      "1,5",
      ".5",
      "5.",
      "NaN",
      "Infinity",
      "0x10",
      `${twenty}9`,
      `0.${twenty}9`,
      "٣",
      "1\n",
      1,
      null,
    ],
  ],
  ["zero or more", nonNegativeDecimalText, ["0", "-0", "0.01"], ["-0.01", "x"]],
  ["more than zero", positiveDecimalText, ["0.01"], ["0", "0.00", "-1", "x"]],
  ["percentage", percentText, ["0", "100", "99.99"], ["100.01", "-0.01", "x"]],
  ["month", monthText, ["1900-01", "2200-12"], ["1899-12", "2201-01", "2026-00", "2026-13", "2026-1", "2026-01-01"]],
  [
    "date",
    dateText,
    ["2024-02-29", "1900-01-01", "2200-12-31"],
    ["2023-02-29", "1900-02-29", "2026-04-31", "1899-12-31", "2201-01-01", "2026-1-1"],
  ],
  ["currency", currencyCode, ["EUR", "JPY"], ["eur", "EURO", "ABC", ""]],
  ["time zone", timeZoneName, ["UTC", "Europe/Berlin", "Asia/Kolkata"], ["", "+02:00", "Mars/Base", "Europe"]],
  ["name", nameText, ["a", "x".repeat(200)], ["", "x".repeat(201), 5]],
];

test.each(cases)("%s", (_, field, accepted, refused) => {
  for (const value of accepted) expect([value, field.safeParse(value).success]).toEqual([value, true]);
  for (const value of refused) expect([value, field.safeParse(value).success]).toEqual([value, false]);
});

test("each refusal is one sentence, and what is absent is called required", () => {
  for (const [, field, , refused] of cases)
    for (const value of refused) expect(field.safeParse(value).error?.issues).toHaveLength(1);
  expect(decimalText.safeParse(undefined).error?.issues[0]?.message).toBe("This is required.");
});

test("a day exists exactly when the calendar has it", () => {
  for (let day = Temporal.PlainDate.from("1999-12-25"); day.year < 2001; day = day.add({ days: 1 }))
    expect(isDateText(day.toString())).toBe(true);
  for (const month of ["01", "02", "04", "12"])
    for (const day of ["00", "32"]) expect(isDateText(`2000-${month}-${day}`)).toBe(false);
});

test("fields describe themselves in a JSON schema", () => {
  expect(z.toJSONSchema(percentText)).toMatchObject({
    type: "string",
    description: expect.any(String),
    example: "98.5",
  });
});
