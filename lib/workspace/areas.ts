import type { Right } from "@/lib/access/rights";

/** The places of the side navigation. `key` names the icon and the count. */
export type Area = {
  key: AreaKey;
  href: string;
  label: string;
  group: string | null;
  right: Right | null;
  shortcut?: string;
};

export const areaKeys = [
  "home",
  "engagements",
  "processes",
  "approvals",
  "rfps",
  "evaluations",
  "vendors",
  "contracts",
  "serviceLevels",
  "transitions",
  "governance",
  "portfolio",
  "risks",
  "simulators",
  "settings",
] as const;
export type AreaKey = (typeof areaKeys)[number];

export const areas: readonly Area[] = [
  { key: "home", href: "/home", label: "Home", group: null, right: null, shortcut: "g h" },
  {
    key: "engagements",
    href: "/engagements",
    label: "Engagements",
    group: null,
    right: "engagement:read",
    shortcut: "g e",
  },
  { key: "processes", href: "/processes", label: "Processes", group: null, right: "process:read", shortcut: "g p" },
  { key: "approvals", href: "/approvals", label: "Approvals", group: null, right: "engagement:read", shortcut: "g a" },
  { key: "rfps", href: "/rfps", label: "RFPs", group: "Sourcing", right: "rfp:read", shortcut: "g r" },
  { key: "evaluations", href: "/evaluations", label: "Evaluations", group: "Sourcing", right: "bid:read" },
  { key: "vendors", href: "/vendors", label: "Vendors", group: "Sourcing", right: "vendor:read", shortcut: "g v" },
  {
    key: "contracts",
    href: "/contracts",
    label: "Contracts",
    group: "Delivery",
    right: "contract:read",
    shortcut: "g c",
  },
  {
    key: "serviceLevels",
    href: "/service-levels",
    label: "Service levels",
    group: "Delivery",
    right: "serviceLevel:read",
    shortcut: "g l",
  },
  {
    key: "transitions",
    href: "/transitions",
    label: "Transitions",
    group: "Delivery",
    right: "transition:read",
    shortcut: "g t",
  },
  { key: "governance", href: "/governance", label: "Governance", group: "Delivery", right: "governance:read" },
  {
    key: "portfolio",
    href: "/portfolio",
    label: "Portfolio",
    group: "Oversight",
    right: "portfolio:read",
    shortcut: "g o",
  },
  { key: "risks", href: "/risks", label: "Risks", group: "Oversight", right: "risk:read", shortcut: "g k" },
  {
    key: "simulators",
    href: "/simulators",
    label: "Simulators",
    group: "Oversight",
    right: "simulation:run",
    shortcut: "g i",
  },
  { key: "settings", href: "/settings", label: "Settings", group: "Oversight", right: null, shortcut: "g s" },
];
