import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page-layout";

export default function RfpNotFound() {
  return (
    <Page>
      <EmptyState title="There is no such RFP" action={<LinkButton href="/rfps">All RFPs</LinkButton>}>
        The address may be wrong, or the RFP belongs to another organization.
      </EmptyState>
    </Page>
  );
}
