import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page-layout";

export default function TransitionNotFound() {
  return (
    <Page>
      <EmptyState
        title="There is no such transition"
        action={<LinkButton href="/transitions">All transitions</LinkButton>}
      >
        The address may be wrong, or the transition belongs to another organization.
      </EmptyState>
    </Page>
  );
}
