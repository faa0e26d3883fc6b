import { FileSignature } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { signAsVendor } from "@/lib/contracts/actions";
import type { ContractRecord } from "@/lib/contracts/queries";

/** The vendor's signature, offered while the contract is in review and not signed on this side. */
export function VendorSignature({ contract, maySign }: { contract: ContractRecord; maySign: boolean }) {
  if (!maySign || contract.state !== "inReview" || contract.vendorSignedAt) return null;
  return (
    <ActionButton
      action={signAsVendor}
      fields={{ id: contract.id, version: contract.version }}
      variant="primary"
      icon={<FileSignature aria-hidden />}
      confirm={{
        title: "Sign this contract?",
        label: "Sign contract",
        body: <p>You sign for your company. Your name and the time stand under the terms as they are now.</p>,
      }}
    >
      Sign contract
    </ActionButton>
  );
}
