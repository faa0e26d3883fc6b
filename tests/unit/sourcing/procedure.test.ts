import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { d } from "@/lib/shared/decimal";
import { type BidContent, canonicalBid } from "@/lib/sourcing/rules/canonical-bid";
import { checkAwardApprover, checkOpeners, checkScorer } from "@/lib/sourcing/rules/duties";
import { measureEvaluatorSpread } from "@/lib/sourcing/rules/evaluator-agreement";
import {
  awardTransitions,
  bidTransitions,
  isStandstillOver,
  nextState,
  rfpTransitions,
} from "@/lib/sourcing/rules/states";
import { calculateTechnicalScore, findMandatoryRejection, weightsSumTo100 } from "@/lib/sourcing/rules/technical-score";
import { acceptsBids, checkDeadlineChange, checkTimetable } from "@/lib/sourcing/rules/timetable";

describe("technical score", () => {
  test("sum of weight × score ÷ maximum, with a step per criterion", () => {
    const { result, steps } = calculateTechnicalScore([
      { criterion: "Quality", weight: d(60), score: d(4), maximum: d(5) },
      { criterion: "People", weight: d(40), score: d("2.5"), maximum: d(5) },
    ]);
    expect(result.toFixed()).toBe("68");
    expect(steps.map((step) => step.value)).toEqual(["48", "20", "68"]);
  });
  test.each([
    [["60", "40"], true],
    [["60", "39.99"], false],
    [["60", "40.01"], false],
    [["110", "-10"], false],
    [[], false],
  ])("weights %j sum to 100: %s", (weights, expected) => {
    expect(weightsSumTo100(weights.map((weight) => d(weight)))).toBe(expected);
  });
  test("a mandatory requirement that is not met or not answered is named", () => {
    const met = { requirement: "R1", title: "ISO 27001", priority: "mandatory", isMet: true } as const;
    expect(findMandatoryRejection([met, { ...met, priority: "scored", isMet: false }])).toBeNull();
    const rejection = findMandatoryRejection([
      met,
      { ...met, requirement: "R2", title: "24/7 cover", isMet: false },
      { ...met, requirement: "R3", isMet: null },
    ]);
    expect(rejection?.requirements).toEqual(["R2", "R3"]);
    expect(rejection?.reason).toContain("R2 24/7 cover");
  });
});

test.each([
  ["3", "5", false],
  ["2.9", "5", true],
  ["0", "0", false],
])("scores %s and %s need moderation: %s", (low, high, expected) => {
  const scores = [
    { evaluator: "ann", bid: "A", criterion: "Quality", score: d(high) },
    { evaluator: "bo", bid: "A", criterion: "Quality", score: d(low) },
    { evaluator: "bo", bid: "B", criterion: "Quality", score: d(0) },
  ];
  const spreads = measureEvaluatorSpread(scores);
  expect(spreads).toHaveLength(2);
  expect(spreads[0]?.needsModeration).toBe(expected);
});

describe("timetable", () => {
  const now = "2026-03-01T09:00:00Z";
  const deadline = "2026-03-10T12:00:00Z";
  test.each([
    ["later", "2026-03-10T12:00:01Z", now, true],
    ["the same instant in another zone", "2026-03-10T13:00:00+01:00", now, true],
    ["earlier by a second", "2026-03-10T11:59:59Z", now, false],
    ["text that sorts later, an instant that is earlier", "2026-03-10T13:00:00+02:00", now, false],
    ["later, when the deadline has come", "2026-03-11T12:00:00Z", deadline, false],
  ])("a deadline moved to %s", (_name, proposed, at, expected) => {
    expect(checkDeadlineChange(deadline, proposed, at).isAllowed).toBe(expected);
  });
  test.each([
    ["published", "2026-03-10T11:59:59.999Z", true],
    ["published", deadline, false],
    ["closed", now, false],
    ["draft", now, false],
  ])("%s at %s accepts bids: %s", (status, at, expected) => {
    expect(acceptsBids(status, deadline, at)).toBe(expected);
  });
  test("each field out of order is named", () => {
    const good = {
      questionsUntil: "2026-03-03T12:00:00Z",
      answersUntil: "2026-03-05T12:00:00Z",
      bidsUntil: deadline,
      opensAt: deadline,
    };
    expect(checkTimetable(good, now)).toEqual([]);
    const fields = (change: object) => checkTimetable({ ...good, ...change }, now).map((problem) => problem.field);
    expect(fields({ questionsUntil: now })).toEqual(["questionsUntil"]);
    expect(fields({ answersUntil: "2026-03-02T12:00:00Z" })).toEqual(["answersUntil"]);
    expect(fields({ bidsUntil: good.answersUntil })).toEqual(["bidsUntil"]);
    expect(fields({ opensAt: "2026-03-10T11:59:59Z" })).toEqual(["opensAt"]);
  });
});

describe("canonical bid", () => {
  const content: BidContent = {
    rfp: "RFP-1",
    lot: "1",
    vendor: "Nordlicht",
    submission: 1,
    submittedAt: "2026-03-01T09:00:00Z",
    currency: "EUR",
    answers: [
      { question: "Q1", text: "Yes", attachments: [{ name: "a.pdf", sha256: "00" }] },
      { question: "Q2", text: "No", attachments: [] },
    ],
    offers: ["Free training"],
    exceptions: [],
    prices: [
      { line: "L1", quantity: "12", unitPrice: "100.00" },
      { line: "L2", quantity: "1", unitPrice: "5" },
    ],
  };
  test("is stable, and independent of the order of rows and keys", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(content.answers, { minLength: 2 }),
        fc.shuffledSubarray(content.prices, { minLength: 2 }),
        (answers, prices) => {
          expect(canonicalBid({ ...content, prices, answers })).toBe(canonicalBid(content));
        },
      ),
    );
    expect(canonicalBid(content)).toMatch(/^steward-bid-1\n\{"answers":\[/);
  });
  test.each([
    ["a price", { prices: [{ line: "L1", quantity: "12", unitPrice: "100.01" }] }],
    ["a submission", { submission: 2 }],
    ["a text that imitates structure", { offers: ['Free training","x'] }],
    ["the instant", { submittedAt: "2026-03-01T09:00:01Z" }],
  ])("%s that differs gives another text", (_name, change) => {
    expect(canonicalBid({ ...content, ...change })).not.toBe(canonicalBid(content));
  });
});

describe("segregation of duties", () => {
  test("who prepared an award cannot be its only approver", () => {
    const award = { preparedBy: "pia", approvedBy: [] as string[] };
    expect(checkAwardApprover(award, "pia").isAllowed).toBe(false);
    expect(checkAwardApprover(award, "eva").isAllowed).toBe(true);
    expect(checkAwardApprover({ ...award, approvedBy: ["eva"] }, "pia").isAllowed).toBe(true);
    expect(checkAwardApprover({ ...award, approvedBy: ["eva"] }, "eva").isAllowed).toBe(false);
  });
  test("openers are two; scorers are named, free of conflict and not locked", () => {
    expect(checkOpeners("a", "a").isAllowed).toBe(false);
    expect(checkOpeners("a", "b").isAllowed).toBe(true);
    const free = { isEvaluator: true, hasConflict: false, isLocked: false };
    expect(checkScorer(free).isAllowed).toBe(true);
    expect(
      [{ isEvaluator: false }, { hasConflict: true }, { isLocked: true }].map(
        (one) => checkScorer({ ...free, ...one }).isAllowed,
      ),
    ).toEqual([false, false, false]);
  });
});

describe("states", () => {
  test.each([
    [nextState(rfpTransitions, "draft", "publish"), "published"],
    [nextState(rfpTransitions, "draft", "open"), null],
    [nextState(rfpTransitions, "published", "open"), null],
    [nextState(rfpTransitions, "complete", "cancel"), null],
    [nextState(bidTransitions, "withdrawn", "submit"), "submitted"],
    [nextState(bidTransitions, "opened", "withdraw"), null],
    [nextState(awardTransitions, "approved", "startStandstill"), "standstill"],
    [nextState(awardTransitions, "proposed", "finalise"), null],
    [nextState(awardTransitions, "final", "toString"), null],
  ])("leads to %s", (state, expected) => {
    expect(state).toBe(expected);
  });
  test("standstill ends at its instant", () => {
    expect(isStandstillOver("2026-03-10T12:00:00Z", "2026-03-10T11:59:59Z")).toBe(false);
    expect(isStandstillOver("2026-03-10T12:00:00Z", "2026-03-10T12:00:00Z")).toBe(true);
    expect(isStandstillOver(null, "2026-03-10T12:00:00Z")).toBe(true);
  });
});
