import { expect, test } from "vitest";
import { vendorAttention } from "@/lib/vendors/rules/attention";
import { certificateState, daysLeft } from "@/lib/vendors/rules/certificates";
import { checkVendorMove, listVendorMoves } from "@/lib/vendors/rules/status";
import { canHangBelow, inTreeOrder } from "@/lib/vendors/rules/subcontractors";

test.each([
  [null, "openEnded"],
  ["2026-03-09", "expired"],
  ["2026-03-10", "expiring"],
  ["2026-06-08", "expiring"],
  ["2026-06-09", "valid"],
] as const)("a certificate until %s is %s on 10 March 2026", (expiresOn, state) => {
  expect(certificateState(expiresOn, "2026-03-10")).toBe(state);
});

test("days are counted over a leap day and a change of the clock", () => {
  expect(daysLeft("2028-03-01", "2028-02-28")).toBe(2);
  expect(daysLeft("2026-03-30", "2026-03-28")).toBe(2);
});

test("a retired vendor stays retired", () => {
  expect(listVendorMoves("retired")).toEqual([]);
  expect(listVendorMoves("suspended")).toEqual(["reinstate", "retire"]);
  expect(checkVendorMove("retired", "reinstate", "Please")).toMatchObject({ isAllowed: false, isReasonMissing: false });
});

test("a tree has no circle and lists parents first", () => {
  const nodes = [
    { id: "c", parentId: "b" },
    { id: "b", parentId: "a" },
    { id: "a", parentId: null },
  ];
  expect(inTreeOrder(nodes).map((node) => node.id)).toEqual(["a", "b", "c"]);
  expect(canHangBelow(nodes, "a", "c")).toBe(false);
  expect(canHangBelow(nodes, "c", "a")).toBe(true);
});

test("attention: the worst first, nothing for a retired vendor", () => {
  const vendor = {
    status: "approved" as const,
    reviewDate: "2026-03-09",
    contacts: [],
    certificates: [{ id: "1", kind: "soc1", name: "", expiresOn: "2026-04-01" }],
  };
  expect(vendorAttention(vendor, "2026-03-10").map((each) => each.key)).toEqual(["review", "expiring", "contacts"]);
  expect(vendorAttention({ ...vendor, status: "retired" }, "2026-03-10")).toEqual([]);
});
