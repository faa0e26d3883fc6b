import { categoryLabels, type ProcessCategory, processCategories } from "@/lib/processes/labels";
import type { CertificateState } from "./rules/certificates";
import type { VendorMove, VendorStatus } from "./rules/status";

type Tone = "good" | "warn" | "bad" | "neutral" | "accent";

export const VENDOR_STATUS: Record<VendorStatus, { label: string; tone: Tone }> = {
  prospect: { label: "Prospect", tone: "neutral" },
  qualified: { label: "Qualified", tone: "accent" },
  approved: { label: "Approved", tone: "good" },
  suspended: { label: "Suspended", tone: "bad" },
  retired: { label: "Retired", tone: "neutral" },
};

export const VENDOR_MOVE: Record<VendorMove, { verb: string; title: string; effect: string; done: string }> = {
  qualify: {
    verb: "Qualify vendor",
    title: "Qualify this vendor?",
    effect: "Its details have been checked. It can then be approved.",
    done: "Vendor qualified",
  },
  approve: {
    verb: "Approve vendor",
    title: "Approve this vendor?",
    effect: "Due diligence is done and contracts may be made with it.",
    done: "Vendor approved",
  },
  suspend: {
    verb: "Suspend",
    title: "Suspend this vendor?",
    effect: "It cannot be invited to an RFP while it is suspended. Running contracts go on.",
    done: "Vendor suspended",
  },
  reinstate: {
    verb: "Reinstate vendor",
    title: "Reinstate this vendor?",
    effect: "It is approved again and can be invited.",
    done: "Vendor reinstated",
  },
  retire: {
    verb: "Retire",
    title: "Retire this vendor?",
    effect: "It stays on record and can no longer be invited. This cannot be undone.",
    done: "Vendor retired",
  },
};

export const SHORES = ["onshore", "nearshore", "offshore"] as const;
export type Shore = (typeof SHORES)[number];
export const SHORE_LABEL: Record<Shore, string> = {
  onshore: "Onshore",
  nearshore: "Nearshore",
  offshore: "Offshore",
};

export const CERTIFICATE_KINDS = ["iso27001", "soc1", "soc2", "pciDss", "iso9001", "iso22301", "other"] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];
export const CERTIFICATE_LABEL: Record<CertificateKind, string> = {
  iso27001: "ISO/IEC 27001",
  soc1: "SOC 1",
  soc2: "SOC 2",
  pciDss: "PCI DSS",
  iso9001: "ISO 9001",
  iso22301: "ISO 22301",
  other: "Other",
};

export const CERTIFICATE_STATE: Record<CertificateState, { label: string; tone: Tone }> = {
  valid: { label: "Valid", tone: "good" },
  expiring: { label: "Expires soon", tone: "warn" },
  expired: { label: "Expired", tone: "bad" },
  openEnded: { label: "No end date", tone: "neutral" },
};

/** A vendor offers the kinds of work that processes are sorted by. */
export const SERVICES = processCategories;
export type Service = ProcessCategory;
export const SERVICE_LABEL = categoryLabels;

/** Options of a select from a table of labels. */
export function optionsOf<Key extends string>(
  labels: Record<Key, string | { label: string }>,
): { value: Key; label: string }[] {
  return (Object.entries(labels) as [Key, string | { label: string }][]).map(([value, label]) => ({
    value,
    label: typeof label === "string" ? label : label.label,
  }));
}
