import { expect, test } from "vitest";
import { findRate } from "@/lib/charges/rules/time-and-materials";
import { d } from "@/lib/shared/decimal";

const card = [
  { role: "agent", rate: d(20) },
  { role: "agent", from: "2026-07-01", rate: d(21) },
  { role: "agent", location: "Kraków", rate: d(15) },
  { role: "agent", location: "Kraków", shift: "night", rate: d(18) },
  { role: "lead", shift: "night", rate: d(40) },
];
const hours = d(1);

test.each([
  ["the role alone", { role: "agent", date: "2026-06-30" }, "20"],
  ["from the first day of a new rate", { role: "agent", date: "2026-07-01" }, "21"],
  ["without a date only undated rates", { role: "agent" }, "20"],
  ["the location says more", { role: "agent", location: "Kraków", date: "2026-08-01" }, "15"],
  ["location and shift say most", { role: "agent", location: "Kraków", shift: "night" }, "18"],
  ["another location", { role: "agent", location: "Pune", shift: "night" }, "20"],
  ["a shift that is not on the card", { role: "lead", shift: "day" }, undefined],
  ["a role that is not on the card", { role: "pilot" }, undefined],
])("%s", (_, worked, rate) => {
  expect(findRate(card, { ...worked, hours })?.rate.toString()).toBe(rate);
  expect(findRate([...card].reverse(), { ...worked, hours })?.rate.toString()).toBe(rate);
});
