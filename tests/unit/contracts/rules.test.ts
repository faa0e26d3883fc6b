import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ActivationFacts,
  areTermsEditable,
  checkActivation,
  nextContractState,
} from "@/lib/contracts/rules/states";
import { type Amendment, readTermsAsOf } from "@/lib/contracts/rules/terms";
import { countDaysUntil, findLateNotice, findRenewalDates, findTermEnd, readTermState } from "@/lib/shared/renewal";

describe("last safe decision date", () => {
  test.each([
    ["2026-12-31", 3, 30, 180, ["2026-09-30", "2026-08-31", "2026-03-04"]],
    ["2026-12-31", 0, 0, 0, ["2026-12-31", "2026-12-31", "2026-12-31"]],
    ["2025-03-31", 1, 0, 0, ["2025-02-28", "2025-02-28", "2025-02-28"]],
    ["2024-03-31", 1, 1, 0, ["2024-02-29", "2024-02-28", "2024-02-28"]],
    ["2027-02-28", 12, 60, 270, ["2026-02-28", "2025-12-30", "2025-04-04"]],
  ])(
    "end %s, notice %i months, lead %i days, switch %i days",
    (endDate, noticeMonths, internalLeadDays, switchingLeadDays, expected) => {
      const { result, steps } = findRenewalDates({ endDate, noticeMonths, internalLeadDays, switchingLeadDays });
      expect([result.noticeBy, result.decideBy, result.decideToSwitchBy]).toEqual(expected);
      expect(steps).toHaveLength(4);
    },
  );
  test("notice in days comes off after the months", () => {
    const { result } = findRenewalDates({
      endDate: "2026-12-31",
      noticeMonths: 3,
      noticeDays: 10,
      internalLeadDays: 0,
      switchingLeadDays: 0,
    });
    expect(result.noticeBy).toBe("2026-09-20");
  });
  test("dates never come in another order", () => {
    const lead = fc.integer({ min: 0, max: 700 });
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
        fc.integer({ min: 0, max: 36 }),
        lead,
        lead,
        (date, noticeMonths, internalLeadDays, switchingLeadDays) => {
          const endDate = date.toISOString().slice(0, 10);
          const { noticeBy, decideBy, decideToSwitchBy } = findRenewalDates({
            endDate,
            noticeMonths,
            internalLeadDays,
            switchingLeadDays,
          }).result;
          expect([decideToSwitchBy, decideBy, noticeBy, endDate]).toEqual(
            [decideToSwitchBy, decideBy, noticeBy, endDate].sort(),
          );
          expect(countDaysUntil(noticeBy, decideBy)).toBe(internalLeadDays);
          expect(countDaysUntil(decideBy, decideToSwitchBy)).toBe(switchingLeadDays);
        },
      ),
    );
  });
});

describe("the running term", () => {
  const tacit = { endDate: "2026-01-31", renewal: "tacit" as const, renewalMonths: 1, notice: null };
  const noticed = (givenOn: string) => ({ ...tacit, notice: { givenOn, months: 1 } });
  test("late notice is named with its last day and ends the term after", () => {
    const yearly = { endDate: "2024-11-30", renewal: "tacit" as const, renewalMonths: 12 };
    const late = { lastDay: "2026-08-30", runsUntil: "2026-11-30", endsOn: "2027-11-30" };
    expect(findLateNotice(yearly, { givenOn: "2026-11-27", months: 3 })).toEqual(late);
    expect(findLateNotice(yearly, { givenOn: "2026-08-31", months: 3 })).toEqual(late);
    expect(findLateNotice(yearly, { givenOn: "2026-08-30", months: 3 })).toBeNull();
  });
  test.each([
    ["on the last day", tacit, "2026-01-31", "2026-01-31"],
    ["a day later", tacit, "2026-02-01", "2026-02-28"],
    ["the 31st comes back", tacit, "2026-03-15", "2026-03-31"],
    ["years later", { ...tacit, renewalMonths: 12 }, "2029-06-01", "2030-01-31"],
    ["notice was given in time", noticed("2025-12-31"), "2029-06-01", "2026-01-31"],
    ["notice a day late ends the next term", noticed("2026-01-01"), "2029-06-01", "2026-02-28"],
    ["by option it does not renew itself", { ...tacit, renewal: "option" as const }, "2029-06-01", "2026-01-31"],
    ["a renewal of no length ends", { ...tacit, renewalMonths: 0 }, "2029-06-01", "2026-01-31"],
  ])("%s", (_name, contract, today, expected) => {
    expect(findTermEnd(contract, today)).toBe(expected);
  });
  test.each([
    ["2026-08-30", "active"],
    ["2026-08-31", "expiring"],
    ["2026-12-31", "expiring"],
    ["2027-01-01", "expired"],
  ])("on %s it is %s", (today, expected) => {
    expect(readTermState({ endDate: "2026-12-31", decideBy: "2026-08-31" }, today)).toBe(expected);
  });
});

describe("terms as of a date", () => {
  const amendments: Amendment[] = [
    { number: 2, effectiveFrom: "2026-03-01", changes: { endDate: "2028-12-31" } },
    { number: 3, effectiveFrom: "2026-03-01", changes: { endDate: "2029-12-31" } },
    { number: 1, effectiveFrom: "2026-06-01", changes: { liabilityCap: "200000.00", exitPlan: null } },
  ];
  const original = { endDate: "2027-12-31", liabilityCap: "100000.00", exitPlan: "Plan" };
  test.each([
    ["2026-02-28", { endDate: ["2027-12-31", 0], liabilityCap: ["100000.00", 0], exitPlan: ["Plan", 0] }],
    ["2026-03-01", { endDate: ["2029-12-31", 3], liabilityCap: ["100000.00", 0], exitPlan: ["Plan", 0] }],
    ["2026-06-01", { endDate: ["2029-12-31", 3], liabilityCap: ["200000.00", 1], exitPlan: [null, 1] }],
  ])("on %s", (date, expected) => {
    const readings = readTermsAsOf(original, amendments, date);
    expect(
      Object.fromEntries(Object.entries(readings).map(([term, one]) => [term, [one.value, one.amendment]])),
    ).toEqual(expected);
    expect(readTermsAsOf(original, [...amendments].reverse(), date)).toEqual(readings);
  });
});

describe("states and activation", () => {
  test.each([
    ["draft", "submit", "inReview"],
    ["draft", "sign", null],
    ["signed", "activate", "active"],
    ["inReview", "activate", null],
    ["expiring", "renew", "active"],
    ["expired", "renew", null],
    ["terminated", "activate", null],
  ] as const)("%s, %s: %s", (state, action, expected) => {
    expect(nextContractState(state, action)).toBe(expected);
  });
  test("terms are edited until the contract runs", () => {
    expect((["draft", "inReview", "signed", "active"] as const).map(areTermsEditable)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
  const ready: ActivationFacts = {
    state: "signed",
    isClientSigned: true,
    isVendorSigned: true,
    chargeLines: 1,
    serviceLevels: 1,
    startDate: "2026-01-01",
    endDate: "2026-01-01",
    clientNoticeMonths: 0,
    exitPlan: "Plan",
    isAboveLimit: true,
    approvedBy: "eva",
    preparedBy: "pia",
  };
  const unmet = (change: Partial<ActivationFacts>) =>
    checkActivation({ ...ready, ...change })
      .filter((one) => !one.isMet)
      .map((one) => one.key);
  test.each<[Partial<ActivationFacts>, string[]]>([
    [{}, []],
    [{ state: "active" }, ["state"]],
    [{ isVendorSigned: false }, ["vendorSignature"]],
    [{ isClientSigned: false }, ["clientSignature"]],
    [{ endDate: "2025-12-31" }, ["term"]],
    [{ startDate: null }, ["term"]],
    [{ chargeLines: 0 }, ["charges"]],
    [{ serviceLevels: 0 }, ["serviceLevels"]],
    [{ clientNoticeMonths: null }, ["notice"]],
    [{ exitPlan: " " }, ["exitPlan"]],
    [{ approvedBy: null }, ["approval"]],
    [{ approvedBy: "pia" }, ["approval"]],
    [{ approvedBy: null, isAboveLimit: false }, []],
  ])("%j leaves %j", (change, expected) => {
    expect(unmet(change)).toEqual(expected);
  });
});
