import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page-layout";

export default function ContractNotFound() {
  return (
    <Page>
      <EmptyState title="There is no such contract" action={<LinkButton href="/contracts">All contracts</LinkButton>}>
        The address may be wrong, or the contract belongs to another organization.
      </EmptyState>
    </Page>
  );
}
