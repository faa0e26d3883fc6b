import { Check } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { type MemberActor, may } from "@/lib/access/actor";
import { changeVendorStatus } from "@/lib/vendors/actions";
import { VENDOR_MOVE } from "@/lib/vendors/labels";
import { listVendorMoves, moveNeedsReason, type VendorMove, vendorMoveRight } from "@/lib/vendors/rules/status";
import type { VendorView } from "@/lib/vendors/schema";

const FORWARD: readonly VendorMove[] = ["qualify", "approve", "reinstate"];

/** The moves that this person can make now: the one forward last, as the primary button. */
export function VendorMoves({ vendor, member }: { vendor: VendorView; member: MemberActor }) {
  const moves = listVendorMoves(vendor.status).filter((move) => may(member, vendorMoveRight(move)));
  const ordered = [...moves].sort((a, b) => Number(FORWARD.includes(a)) - Number(FORWARD.includes(b)));
  return ordered.map((move) => {
    const isForward = FORWARD.includes(move);
    return (
      <ActionButton
        key={move}
        action={changeVendorStatus}
        fields={{ id: vendor.id, version: vendor.version, move }}
        variant={isForward ? "primary" : "quiet"}
        {...(isForward ? { icon: <Check aria-hidden /> } : {})}
        confirm={{
          title: VENDOR_MOVE[move].title,
          label: VENDOR_MOVE[move].verb,
          body: (
            <>
              <p>{VENDOR_MOVE[move].effect}</p>
              {moveNeedsReason(move) ? (
                <Field name="reason" label="Reason" required>
                  <Textarea rows={2} />
                </Field>
              ) : null}
            </>
          ),
        }}
      >
        {VENDOR_MOVE[move].verb}
      </ActionButton>
    );
  });
}
