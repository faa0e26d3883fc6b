import { certificateState, daysLeft } from "./certificates";
import type { VendorStatus } from "./status";

export type Attention = { key: string; tone: "warn" | "bad"; text: string; tab: string | null };

type Facts = {
  status: VendorStatus;
  reviewDate: string | null;
  contacts: readonly { hasAccount: boolean }[];
  certificates: readonly { id: string; kind: string; name: string; expiresOn: string | null }[];
};

/** What somebody should do about a vendor, the worst first. A retired one needs nothing. */
export function vendorAttention(vendor: Facts, today: string): Attention[] {
  if (vendor.status === "retired") return [];
  const found: Attention[] = [];
  const states = vendor.certificates.map((each) => ({ ...each, state: certificateState(each.expiresOn, today) }));
  const expired = states.filter((each) => each.state === "expired").length;
  const expiring = states.filter((each) => each.state === "expiring").length;
  if (expired > 0)
    found.push({
      key: "expired",
      tone: "bad",
      text: `${count(expired, "certificate")} expired already.`,
      tab: "certificates",
    });
  if (vendor.reviewDate && daysLeft(vendor.reviewDate, today) < 0)
    found.push({ key: "review", tone: "bad", text: "The review is overdue.", tab: null });
  if (expiring > 0)
    found.push({
      key: "expiring",
      tone: "warn",
      text: `${count(expiring, "certificate")} to renew within 90 days.`,
      tab: "certificates",
    });
  if (vendor.contacts.length === 0)
    found.push({ key: "contacts", tone: "warn", text: "Nobody can be reached: there is no contact.", tab: "contacts" });
  else if (!vendor.contacts.some((contact) => contact.hasAccount))
    found.push({ key: "portal", tone: "warn", text: "No contact can sign in to the portal yet.", tab: "contacts" });
  return found;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
