import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page-layout";

export default function VendorContractNotFound() {
  return (
    <Page>
      <EmptyState
        title="There is no such contract"
        action={<LinkButton href="/portal/contracts">Contracts</LinkButton>}
      >
        The address may be wrong, or the contract is not one of yours.
      </EmptyState>
    </Page>
  );
}
