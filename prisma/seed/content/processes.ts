import type { ProcessCategory, ProcessFunction } from "@/lib/processes/labels";

export type SampleProcess = {
  code: string;
  name: string;
  parent?: string;
  function: ProcessFunction;
  category: ProcessCategory;
  unit: string;
  owner: string;
  isCore?: boolean;
  isCritical?: boolean;
  volume?: string;
  volumeUnit?: string;
  fte?: string;
  cost?: string;
  complexity: number;
  documentation: number;
  data?: ("personal" | "payment" | "health" | "financial" | "confidential")[];
  systems?: string[];
};

type Row = [
  code: string,
  name: string,
  parent: string,
  category: ProcessCategory,
  volume: string,
  volumeUnit: string,
  fte: string,
  cost: string,
  complexity: number,
  documentation: number,
  marks: string,
];

// Marks: F front office, C core, ! critical, p personal, y payment, f financial, k confidential data.
const rows: Row[] = [
  ["IT", "IT services", "", "itServices", "", "", "", "", 3, 3, ""],
  ["IT-SD", "Service desk", "IT", "itServices", "18400", "contacts", "42", "2310000", 2, 4, "F!p"],
  ["IT-SD-L1", "First-line support", "IT-SD", "technicalSupport", "14200", "contacts", "28", "1390000", 2, 4, "Fp"],
  ["IT-SD-L2", "Second-line support", "IT-SD", "technicalSupport", "4200", "tickets", "14", "920000", 3, 3, "p"],
  ["IT-FS", "Field support", "IT", "technicalSupport", "2100", "visits", "18", "1120000", 3, 3, "p"],
  ["IT-WP", "Workplace provisioning", "IT", "itServices", "640", "devices", "9", "610000", 2, 4, ""],
  ["IT-AM", "Application maintenance", "IT", "itServices", "310", "changes", "24", "2640000", 4, 3, "k"],
  ["IT-NW", "Network operations", "IT", "itServices", "120", "sites", "11", "980000", 4, 4, "!k"],
  ["IT-SEC", "Security monitoring", "IT", "itServices", "5200", "alerts", "8", "890000", 5, 3, "C!k"],
  ["FIN", "Finance and accounting", "", "financeAndAccounting", "", "", "", "", 3, 3, ""],
  ["FIN-AP", "Accounts payable", "FIN", "financeAndAccounting", "31500", "invoices", "26", "1480000", 2, 4, "!yf"],
  ["FIN-AP-CAP", "Invoice capture", "FIN-AP", "dataEntry", "31500", "invoices", "11", "520000", 1, 5, "f"],
  ["FIN-AP-PAY", "Payment runs", "FIN-AP", "paymentProcessing", "48", "runs", "4", "310000", 3, 5, "!yf"],
  ["FIN-AR", "Accounts receivable", "FIN", "financeAndAccounting", "12800", "invoices", "15", "870000", 3, 3, "pf"],
  ["FIN-GL", "General ledger and close", "FIN", "financeAndAccounting", "12", "closes", "12", "1040000", 4, 3, "f"],
  ["FIN-TE", "Travel and expenses", "FIN", "financeAndAccounting", "3900", "claims", "5", "240000", 1, 4, "pf"],
  ["FIN-TAX", "Tax compliance", "FIN", "financeAndAccounting", "60", "returns", "4", "520000", 5, 2, "Cf"],
  ["HR", "Human resources", "", "humanResources", "", "", "", "", 3, 3, ""],
  ["HR-PAY", "Payroll, six countries", "HR", "humanResources", "4700", "payslips", "14", "960000", 4, 3, "!py"],
  ["HR-REC", "Recruiting administration", "HR", "humanResources", "820", "applications", "7", "430000", 2, 3, "p"],
  ["HR-ADM", "Personnel administration", "HR", "humanResources", "2600", "cases", "9", "540000", 2, 3, "p"],
  ["HR-TRN", "Training administration", "HR", "humanResources", "410", "bookings", "3", "180000", 1, 4, "p"],
  ["CUS", "Customer care", "", "customerSupport", "", "", "", "", 3, 3, "F"],
  ["CUS-VOI", "Voice contacts", "CUS", "customerSupport", "61000", "calls", "74", "3290000", 2, 4, "F!p"],
  ["CUS-MSG", "Chat and e-mail", "CUS", "customerSupport", "38500", "messages", "41", "1720000", 2, 4, "Fp"],
  ["CUS-CMP", "Complaints", "CUS", "customerSupport", "1900", "complaints", "12", "690000", 4, 2, "FCp"],
  ["CUS-RET", "Returns and refunds", "CUS", "customerSupport", "8200", "returns", "14", "610000", 2, 4, "py"],
  ["CUS-TEL", "Outbound renewals", "CUS", "telemarketing", "9400", "calls", "16", "720000", 2, 3, "Fp"],
  ["LOG", "Logistics", "", "logistics", "", "", "", "", 3, 3, ""],
  ["LOG-WH", "Warehouse, north", "LOG", "logistics", "54000", "lines", "58", "2870000", 2, 4, "!"],
  ["LOG-FR", "Freight booking", "LOG", "logistics", "2300", "shipments", "6", "410000", 3, 3, ""],
  ["LOG-CUS", "Customs declarations", "LOG", "logistics", "980", "declarations", "5", "390000", 4, 4, "f"],
  ["PRO", "Procurement services", "", "procurement", "", "", "", "", 3, 3, ""],
  ["PRO-TAC", "Tactical buying", "PRO", "procurement", "1700", "orders", "8", "520000", 2, 3, ""],
  ["PRO-MD", "Supplier master data", "PRO", "dataEntry", "640", "changes", "3", "150000", 1, 4, "f"],
  ["LEG-CON", "Contract review", "", "legal", "230", "contracts", "5", "610000", 4, 2, "k"],
  ["MKT-CON", "Content production", "", "marketing", "180", "pieces", "7", "450000", 3, 2, ""],
  ["ANA-REP", "Management reporting", "", "analytics", "95", "reports", "6", "480000", 3, 3, "k"],
  ["RES-MKT", "Market research", "", "research", "14", "studies", "3", "290000", 4, 2, ""],
  ["QA-TST", "Product testing", "", "qualityAssurance", "620", "test cases", "9", "560000", 3, 4, "k"],
  ["DAT-ENR", "Catalogue data enrichment", "", "dataEntry", "26000", "items", "10", "390000", 1, 5, ""],
];

const UNITS: Record<string, string> = {
  IT: "Technology",
  FIN: "Finance",
  HR: "People",
  CUS: "Customer care",
  LOG: "Supply chain",
  PRO: "Procurement",
};
const DATA = { p: "personal", y: "payment", f: "financial", k: "confidential" } as const;

/** The inventory of an invented retailer of home textiles; parents come before their children. */
export const sampleProcesses: SampleProcess[] = rows.map(
  ([code, name, parent, category, volume, volumeUnit, fte, cost, complexity, documentation, marks]) => ({
    code,
    name,
    category,
    volumeUnit,
    complexity,
    documentation,
    ...(parent ? { parent } : {}),
    ...(volume ? { volume } : {}),
    ...(fte ? { fte } : {}),
    ...(cost ? { cost } : {}),
    function: marks.includes("F") ? "frontOffice" : "backOffice",
    unit: UNITS[code.split("-")[0] ?? ""] ?? "Head office",
    owner: code.startsWith("CUS") ? "nadia" : "oskar",
    isCore: marks.includes("C"),
    isCritical: marks.includes("!"),
    data: [...marks].flatMap((mark) => (mark in DATA ? [DATA[mark as keyof typeof DATA]] : [])),
  }),
);
