export type SampleLevel = {
  name: string;
  measure: string;
  expected: number;
  minimum: number;
  direction: "higher" | "lower";
  values: (number | null)[];
  tone: "good" | "warn" | "bad" | "neutral";
  word: string;
  left: string;
  right: string;
};

/** Invented service levels over 13 months. */
export const LEVELS: SampleLevel[] = [
  {
    name: "Calls answered within 20 s",
    measure: "share of calls, working hours",
    expected: 80,
    minimum: 75,
    direction: "higher",
    values: [79, 81, 82, 80, 84, 83, 82, 85, 84, 83, 82, 84, 83.2],
    tone: "good",
    word: "Met",
    left: "budget left 1,204 calls",
    right: "forecast 82.8 %",
  },
  {
    name: "Solved within 8 working hours",
    measure: "share of incidents, critical",
    expected: 93,
    minimum: 90,
    direction: "higher",
    values: [94, 95, 94, 93.5, 94, 93, 92.6, 93.2, 92, 91, 90.6, 89.4, 88.6],
    tone: "bad",
    word: "Below minimum",
    left: "credit €3,960.00",
    right: "forecast 89.1 %",
  },
  {
    name: "First contact resolution",
    measure: "share of contacts",
    expected: 72,
    minimum: 68,
    direction: "higher",
    values: [70, 71, 73, 74, 73, 72, 74, 75, 73, 72, 73, 72, 71.4],
    tone: "warn",
    word: "Below expected",
    left: "3rd time in 12 months",
    right: "forecast 71.9 %",
  },
  {
    name: "Abandoned calls (lower is better)",
    measure: "share of calls",
    expected: 5,
    minimum: 8,
    direction: "lower",
    values: [5.2, 4.8, 4.6, 4.8, 4.4, 4.1, 4.3, 4, 4.2, 4.1, 4, 3.8, 3.9],
    tone: "good",
    word: "Met",
    left: "expected 5 %",
    right: "14 cases",
  },
  {
    name: "Articles kept current",
    measure: "share reviewed in 180 days",
    expected: 80,
    minimum: 72,
    direction: "higher",
    values: [72, 74, 76, 78, 80, 81, null, 83, 84, 84, 85, 85, null],
    tone: "neutral",
    word: "Missing",
    left: "not reported",
    right: "due 10 Nov",
  },
];
