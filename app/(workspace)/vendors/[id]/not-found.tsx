import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page-layout";

export default function VendorNotFound() {
  return (
    <Page>
      <EmptyState title="There is no such vendor" action={<LinkButton href="/vendors">All vendors</LinkButton>}>
        The address may be wrong, or the vendor belongs to another organization.
      </EmptyState>
    </Page>
  );
}
