import type { VendorStatus } from "./rules/status";

/** What vendors say has happened. */
export const vendorEvents = {
  moved: (of: { vendorId: string; to: VendorStatus; reason: string | null }) =>
    ({ kind: "vendor.moved", ...of }) as const,
};
