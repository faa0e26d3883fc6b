/** A KPI with its level under contract, and how its value went: `shape` gets months since the start, 0 to 1, and noise. */
export type SampleLevel = {
  code: string;
  name: string;
  unit: string;
  direction: "higher" | "lower";
  category: string;
  class: "critical" | "key";
  expected: string;
  minimum: string;
  allocation: string;
  decimals: number;
  cases: number;
  shape: (progress: number, noise: number, monthsLeft: number) => number;
};

export type SampleContract = {
  engagement: string;
  vendor: string;
  title: string;
  type: "fixedPrice" | "timeAndMaterials" | "performanceBased" | "mixed";
  /** Months since the start and until the end. */
  age: number;
  left: number;
  noticeMonths: number;
  fee: string;
  unit?: { name: string; bands: [string, string][]; volume: (progress: number, noise: number) => number };
  pool: string;
  atRisk: string;
  levels: SampleLevel[];
  satisfaction?: (progress: number) => number;
};

const steady = (level: number, spread: number) => (_: number, noise: number) => level + spread * noise;

function level(
  code: string,
  name: string,
  category: string,
  expected: string,
  minimum: string,
  allocation: string,
  cases: number,
  shape: SampleLevel["shape"],
  more: Partial<SampleLevel> = {},
): SampleLevel {
  return {
    code,
    name,
    unit: "%",
    direction: "higher",
    category,
    class: "key",
    expected,
    minimum,
    allocation,
    decimals: 1,
    cases,
    shape,
    ...more,
  };
}

export const sampleContracts: SampleContract[] = [
  {
    // The vendor that slides into breach: resolution falls a little each month, and nobody sees it in the average.
    engagement: "desk",
    vendor: "orsted-vale",
    title: "Service desk and field support",
    type: "mixed",
    age: 26,
    left: 22,
    noticeMonths: 6,
    fee: "118000",
    pool: "50",
    atRisk: "12",
    unit: {
      name: "Contacts",
      bands: [
        ["0", "4.80"],
        ["18000", "4.35"],
      ],
      volume: (p, n) => Math.round(17600 + 1900 * p + 700 * n),
    },
    levels: [
      level("ANS", "Answered within 20 s", "Access", "80", "75", "40", 18400, steady(83.2, 1.4)),
      level(
        "RES",
        "Resolved within 8 working hours",
        "Resolution",
        "93",
        "90",
        "60",
        4600,
        (_, n, left) => (left < 9 ? 94.6 - (9 - left) * 0.72 + 0.3 * n : 94.8 + 0.6 * n),
        { class: "critical" },
      ),
      level(
        "FCR",
        "First contact resolution",
        "Resolution",
        "72",
        "68",
        "40",
        18400,
        (p, n) => 73.4 - 1.6 * p + 1.1 * n,
      ),
      level("ABN", "Abandoned calls", "Access", "5", "8", "30", 18400, steady(4.0, 0.7), { direction: "lower" }),
      level("FLD", "Field visit on the agreed day", "Field", "95", "90", "100", 2100, steady(96.4, 0.9)),
    ],
    satisfaction: (p) => 4.3 - 0.3 * p,
  },
  {
    // The watermelon: green outside, red inside.
    engagement: "voice",
    vendor: "saltmere",
    title: "Customer voice contacts",
    type: "performanceBased",
    age: 25,
    left: 7,
    noticeMonths: 6,
    fee: "64000",
    pool: "60",
    atRisk: "10",
    unit: { name: "Calls", bands: [["0", "2.55"]], volume: (p, n) => Math.round(60500 + 3000 * p + 2500 * n) },
    levels: [
      level("SL", "Answered within 30 s", "Access", "80", "72", "50", 61000, steady(84.5, 1.2)),
      level("AHT", "Handled within the target time", "Efficiency", "90", "84", "50", 61000, steady(93.1, 0.8)),
      level("QMS", "Quality checks passed", "Quality", "92", "88", "50", 900, steady(94.0, 0.9)),
    ],
    satisfaction: (p) => (p > 0.75 ? 4.3 - (p - 0.75) * 2.9 : 4.3),
  },
  {
    // A good one, with a month that had to be restated.
    engagement: "payables",
    vendor: "marrowby",
    title: "Accounts payable operations",
    type: "performanceBased",
    age: 25,
    left: 23,
    noticeMonths: 6,
    fee: "22000",
    pool: "50",
    atRisk: "10",
    unit: {
      name: "Invoices",
      bands: [
        ["0", "2.10"],
        ["30000", "1.92"],
      ],
      volume: (p, n) => Math.round(30100 + 1400 * p + 1300 * n),
    },
    levels: [
      level("TAT", "Posted within two working days", "Timeliness", "95", "92", "60", 31000, steady(96.8, 0.8), {
        class: "critical",
      }),
      level("ACC", "Posted without error", "Quality", "99", "98.5", "40", 31000, steady(99.3, 0.14), { decimals: 2 }),
      level("DUP", "Duplicate payments proposed", "Quality", "0.05", "0.1", "30", 31000, steady(0.028, 0.012), {
        direction: "lower",
        decimals: 3,
      }),
    ],
    satisfaction: (p) => 4.1 + 0.2 * p,
  },
  {
    // The noisy KPI: few cases a month, so that one of them moves it by whole points.
    engagement: "applications",
    vendor: "vantage-kiln",
    title: "Application maintenance",
    type: "timeAndMaterials",
    age: 25,
    left: 11,
    noticeMonths: 6,
    fee: "148000",
    pool: "50",
    atRisk: "8",
    levels: [
      level(
        "P1",
        "Priority 1 restored within 4 h",
        "Availability",
        "95",
        "85",
        "50",
        14,
        (_, n) => Math.min(100, Math.round(13.2 + 1.1 * n) / 0.14),
        { class: "critical" },
      ),
      level(
        "REL",
        "Changes in the agreed release",
        "Delivery",
        "94",
        "88",
        "50",
        62,
        (p, n) => 91.5 + 4.5 * p + 1.4 * n,
      ),
      level(
        "AVL",
        "Availability of the order system",
        "Availability",
        "99.8",
        "99.5",
        "50",
        43200,
        steady(99.88, 0.06),
        { decimals: 2 },
      ),
    ],
    satisfaction: () => 3.9,
  },
  {
    engagement: "warehouse",
    vendor: "copperfield-row",
    title: "Warehouse operations, north",
    type: "mixed",
    age: 24,
    left: 36,
    noticeMonths: 12,
    fee: "96000",
    pool: "40",
    atRisk: "6",
    unit: {
      name: "Order lines",
      bands: [
        ["0", "1.62"],
        ["50000", "1.48"],
        ["70000", "1.39"],
      ],
      volume: (p, n) => Math.round(52000 + 6500 * Math.abs(Math.sin(p * 6)) + 2200 * n),
    },
    levels: [
      level("OTS", "Shipped on the promised day", "Shipping", "98", "96", "60", 54000, steady(98.5, 0.5)),
      level("INV", "Stock accuracy", "Stock", "99.5", "99", "40", 12000, steady(99.62, 0.12), { decimals: 2 }),
      level("DMG", "Damaged in handling", "Quality", "0.3", "0.6", "40", 54000, steady(0.24, 0.07), {
        direction: "lower",
        decimals: 2,
      }),
    ],
    satisfaction: () => 4.2,
  },
  {
    engagement: "catalogue",
    vendor: "ferrous-lane",
    title: "Catalogue data enrichment",
    type: "performanceBased",
    age: 30,
    left: 2,
    noticeMonths: 3,
    fee: "6000",
    pool: "50",
    atRisk: "10",
    unit: { name: "Items", bands: [["0", "0.78"]], volume: (_, n) => Math.round(25500 + 1800 * n) },
    levels: [
      level(
        "CMP",
        "Complete at first delivery",
        "Quality",
        "95",
        "92",
        "60",
        26000,
        (p, n) => 95.6 - 2.4 * p + 0.5 * n,
      ),
      level("TIM", "Delivered within three days", "Timeliness", "97", "94", "40", 26000, steady(97.6, 0.6)),
    ],
    satisfaction: (p) => 3.9 - 0.2 * p,
  },
];
