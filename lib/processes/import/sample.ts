import { csvCell, csvLine } from "@/lib/shared/csv-cell";
import { type ImportKey, importColumns, importKeys } from "./columns";

type SampleRow = Partial<Record<ImportKey, string>>;

const ROWS: SampleRow[] = [
  {
    code: "FIN-AP",
    name: "Accounts payable",
    function: "Back office",
    category: "Finance and accounting",
    businessUnit: "Finance",
    isCore: "no",
    isCritical: "yes",
    volumePerMonth: "4200",
    volumeUnit: "invoices",
    fullTimeEquivalents: "12.5",
    costPerYear: "640000",
    complexity: "2",
    documentation: "4",
    skills: "Bookkeeping; German",
    systems: "SAP",
    dataCategories: "Payment; Financial",
    regulations: "GDPR",
    baseline: "Cost per invoice = 12.70 EUR; Paid on time = 93.5 %",
    description: "From the invoice in the mail to the payment run.",
  },
  {
    code: "FIN-AP-01",
    name: "Capture invoices",
    parentCode: "FIN-AP",
    function: "Back office",
    category: "Data entry",
    businessUnit: "Finance",
    isCore: "no",
    isCritical: "no",
    volumePerMonth: "4200",
    volumeUnit: "invoices",
    fullTimeEquivalents: "4",
    costPerYear: "180000",
  },
  {
    code: "CS-PHONE",
    name: "Customer hotline",
    function: "Front office",
    category: "Customer support",
    businessUnit: "Service",
    isCore: "yes",
    isCritical: "yes",
    volumePerMonth: "18500",
    volumeUnit: "calls",
    fullTimeEquivalents: "38",
    costPerYear: "1980000",
  },
];
const LEFT_OUT: readonly ImportKey[] = ["ownerEmail", "state"];

/** A file to start from: the header that needs no mapping, and three rows. */
export function sampleProcessFile(): string {
  const keys = importKeys.filter((key) => !LEFT_OUT.includes(key));
  const lines = [
    keys.map((key) => csvCell(importColumns[key].label)),
    ...ROWS.map((row) => keys.map((key) => csvCell(row[key] ?? ""))),
  ];
  return `\uFEFF${lines.map(csvLine).join("")}`;
}
