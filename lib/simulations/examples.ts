import type { z } from "zod";
import type { businessCaseSimulationSchema } from "@/lib/business-cases/simulation-schema";
import type { serviceCreditSimulationSchema } from "@/lib/service-levels/simulation-schema";
import type { workingTimeSimulationSchema } from "@/lib/shared/working-time/simulation-schema";
import type { evaluationSimulationSchema } from "@/lib/sourcing/simulation-schema";

export type WorkingTimeBody = z.input<typeof workingTimeSimulationSchema>;
export type EvaluationBody = z.input<typeof evaluationSimulationSchema>;
export type ServiceCreditBody = z.input<typeof serviceCreditSimulationSchema>;
export type BusinessCaseBody = z.input<typeof businessCaseSimulationSchema>;
export type ChargesBody = {
  currency: string;
  line: Record<string, unknown> & { type: string };
  actual: Record<string, unknown>;
};

const weekday: [string, string][] = [["10:00", "18:00"]];

export const workingTimeExample: WorkingTimeBody = {
  calendar: {
    timeZone: "Europe/Berlin",
    hours: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday },
    holidays: ["2019-03-05"],
    specialDays: {},
  },
  from: "2019-03-04T14:00",
  add: { workingSeconds: 21600 },
  pauses: [],
};

export const evaluationExample: EvaluationBody = {
  technicalWeight: "80",
  priceWeight: "20",
  relativeToBest: true,
  minimumTechnical: "0",
  priceMethod: { type: "lowestRatio" },
  bids: [
    { id: "A", technical: "123", technicalMaximum: "130", price: "10500" },
    { id: "B", technical: "126", technicalMaximum: "130", price: "10350" },
    { id: "C", technical: "129", technicalMaximum: "130", price: "11750" },
    { id: "D", technical: "117", technicalMaximum: "130", price: "9900" },
  ],
};

export const serviceCreditExample: ServiceCreditBody = {
  currency: "EUR",
  charges: "100000",
  atRiskPercent: "10",
  yearlyCapPercent: null,
  serviceLevels: [
    {
      id: "answer-time",
      direction: "higher",
      expected: "95",
      minimum: "90",
      scheme: {
        type: "pool",
        poolPercent: "50",
        allocationPercent: "40",
        multipliers: ["1", "1.5", "2"],
        expectedMisses: 4,
      },
    },
    {
      id: "accuracy",
      direction: "higher",
      expected: "99",
      minimum: "96",
      scheme: {
        type: "points",
        bands: [
          ["99", "0"],
          ["98", "1"],
          ["97", "2"],
          ["96", "3"],
          [null, "4"],
        ],
        repeatMultiplier: "2",
      },
    },
    {
      id: "uptime",
      direction: "higher",
      expected: "99.9",
      minimum: "99",
      scheme: {
        type: "tiers",
        bands: [
          ["99.9", "0"],
          ["99", "10"],
          [null, "25"],
        ],
      },
    },
  ],
  pointsTable: [
    ["5", "0"],
    ["10", "2"],
    ["15", "4"],
  ],
  earnBack: null,
  periods: [
    { period: "2026-01", values: { "answer-time": "96.2", accuracy: "99.2", uptime: "99.95" } },
    { period: "2026-02", values: { "answer-time": "88", accuracy: "97", uptime: "99.95" } },
    { period: "2026-03", values: { "answer-time": "87.4", accuracy: "95", uptime: "99.9" } },
    { period: "2026-04", values: { "answer-time": "95.1", accuracy: "98.4", uptime: null } },
  ],
};

export const businessCaseExample: BusinessCaseBody = {
  rate: "0.10",
  convention: "t0",
  flows: ["-70000", "12000", "15000", "18000", "21000", "26000"],
};

/** One example for each type of charge line. */
export const chargeExamples: Record<string, Pick<ChargesBody, "line" | "actual">> = {
  baseline: {
    line: {
      type: "baseline",
      baseline: "1000",
      deadBandPercent: "10",
      additionalRate: "12",
      reducedRate: "8",
      mode: "wholeDifference",
    },
    actual: { volume: "1200" },
  },
  fixed: { line: { type: "fixed", monthly: "18500" }, actual: { from: "2026-03-10", to: "2026-05-31" } },
  milestone: { line: { type: "milestone", amount: "40000" }, actual: { accepted: true } },
  timeAndMaterials: {
    line: {
      type: "timeAndMaterials",
      rates: [
        { role: "Engineer", rate: "92" },
        { role: "Lead", rate: "128" },
      ],
      markupPercent: "5",
      notToExceed: "20000",
    },
    actual: {
      hours: [
        { role: "Engineer", hours: "120" },
        { role: "Lead", hours: "40" },
      ],
      materials: "1600",
    },
  },
  unitPrice: {
    line: {
      type: "unitPrice",
      bands: [
        ["0", "1.20"],
        ["1000", "1.00"],
        ["5000", "0.85"],
      ],
      mode: "sliced",
    },
    actual: { volume: "6200" },
  },
  outcome: { line: { type: "outcome", price: "310" }, actual: { outcomes: "47" } },
  gainShare: {
    line: { type: "gainShare", baselineCost: "500000", sharePercent: "30", floor: "0", cap: "25000" },
    actual: { cost: "430000" },
  },
  indexation: {
    line: {
      type: "indexation",
      base: "18500",
      indexBase: "117.4",
      capPercent: "3",
      floorPercent: "0",
      ratioDecimals: 4,
    },
    actual: { indexNow: "121.9" },
  },
};

export const chargesExample: ChargesBody = {
  currency: "EUR",
  line: chargeExamples.baseline?.line ?? { type: "baseline" },
  actual: chargeExamples.baseline?.actual ?? {},
};
