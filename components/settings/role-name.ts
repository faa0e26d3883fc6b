import type { Role } from "@/lib/access/rights";

const names: Record<Role, { label: string; help: string }> = {
  administrator: { label: "Administrator", help: "People, settings, tokens, outbox and audit log." },
  operations: { label: "Operations", help: "Runs the outsourced processes and verifies what was delivered." },
  procurement: { label: "Procurement", help: "Scopes, RFPs, evaluation, contracts." },
  executive: { label: "Executive", help: "Decides at the gates, on business cases, awards and contracts." },
  finance: { label: "Finance", help: "Charges, credits, business cases." },
  auditor: { label: "Auditor", help: "Reads everything, changes nothing." },
};

export function roleLabel(role: string): string {
  return names[role as Role]?.label ?? role;
}

export function roleHelp(role: Role): string {
  return names[role].help;
}
