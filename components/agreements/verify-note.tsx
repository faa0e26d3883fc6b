import { Note } from "@/components/ui/callout";
import type { Verification } from "@/lib/agreements/queries/verify-text";

/** Whether the text that holds is what was stored, and what the records behind it say. */
export function VerifyNote({ verification }: { verification: Verification }) {
  const { number, stored, recomputed, present, isSound } = verification;
  if (isSound)
    return (
      <Note tone="good">
        Verified: the hash of text number {number}, computed anew from its characters and from the terms, charges,
        service levels and documents, is the one that was signed.
      </Note>
    );
  return (
    <Note tone="bad">
      {recomputed === stored
        ? `What the contract says now has another hash (${present.slice(0, 16)}…) than text number ${number}.`
        : `The characters of text number ${number} do not give its hash.`}
    </Note>
  );
}
