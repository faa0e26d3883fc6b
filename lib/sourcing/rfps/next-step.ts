import { formatInstant, type Reader } from "@/lib/shared/format";
import type { RfpView } from "./schema";

export type NextStep = { tone: "good" | "warn" | "bad" | "neutral" | "accent"; text: string };

/** What happens next with an RFP, in a sentence. */
export function nextStep(rfp: RfpView, reader: Reader): NextStep {
  const when = (instant: string | null) => (instant ? formatInstant(instant, reader) : "a day not set yet");
  switch (rfp.state) {
    case "draft":
      return { tone: "neutral", text: "A draft: no vendor has seen it. When everything is there, publish it." };
    case "published": {
      const open = rfp.openClarifications;
      const waiting =
        open === 0 ? "" : ` ${open === 1 ? "One question waits" : `${open} questions wait`} for an answer.`;
      const text = `Vendors are working on their bids until ${when(rfp.bidsUntil)}. Nobody can read a bid before the opening.${waiting}`;
      return { tone: open > 0 ? "warn" : "accent", text };
    }
    case "closed":
      return {
        tone: "warn",
        text: `The deadline has passed: no bid is accepted any more. From ${when(rfp.openingAt)} on two people open the technical envelopes together.`,
      };
    case "evaluation":
      return { tone: "accent", text: "The bids are open and are being evaluated." };
    case "awarded":
      return { tone: "good", text: "An award was made. After the standstill the contract follows." };
    case "complete":
      return { tone: "good", text: "Complete: the contracts have been made." };
    case "unsuccessful":
      return { tone: "bad", text: `Ended without an award: ${rfp.endedReason ?? "no reason given"}` };
    case "cancelled":
      return { tone: "neutral", text: `Cancelled: ${rfp.endedReason ?? "no reason given"}` };
  }
}
