"use server";

import { memberAction, vendorAction } from "@/lib/server/action";
import { done } from "@/lib/shared/outcome";
import { saveDraft, startBid, submitBid, withdrawBid } from "./mutations";
import { confirmOpening, startOpening } from "./openings";
import { bidVersionSchema, confirmOpeningSchema, openingSchema, saveDraftSchema, startBidSchema } from "./schema";

export const startBidAction = vendorAction("bid:write", startBidSchema, async (input, vendor) => {
  const started = await startBid(vendor, input);
  return started.ok ? done({ redirectTo: `/portal/rfps/${input.rfpId}/bids/${started.value.id}` }) : started;
});

/** Called by the form's autosave: the answer is the new version, no message. */
export const saveDraftAction = vendorAction("bid:write", saveDraftSchema, async (input, vendor) => {
  const saved = await saveDraft(vendor, input);
  return saved.ok ? done({ value: saved.value }) : saved;
});

export const submitBidAction = vendorAction("bid:submit", bidVersionSchema, async (input, vendor) => {
  const submitted = await submitBid(vendor, input);
  if (!submitted.ok) return submitted;
  return done({ message: "Bid submitted", value: submitted.value, revalidate: "/portal" });
});

export const withdrawBidAction = vendorAction("bid:submit", bidVersionSchema, async (input, vendor) => {
  const withdrawn = await withdrawBid(vendor, input);
  return withdrawn.ok
    ? done({ message: "Bid withdrawn. You can change it and submit it again.", revalidate: "/portal" })
    : withdrawn;
});

export const startOpeningAction = memberAction("bid:open", openingSchema, async (input, member) => {
  const started = await startOpening(member, input);
  return started.ok ? done({ message: "Begun. A second person confirms.", revalidate: "/evaluations" }) : started;
});

export const confirmOpeningAction = memberAction("bid:open", confirmOpeningSchema, async (input, member) => {
  const opened = await confirmOpening(member, input);
  if (!opened.ok) return opened;
  const { bids } = opened.value;
  return done({ message: bids === 1 ? "1 envelope opened" : `${bids} envelopes opened`, revalidate: "/evaluations" });
});
