import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page-layout";

export default function ProcessNotFound() {
  return (
    <Page>
      <EmptyState title="There is no such process" action={<LinkButton href="/processes">All processes</LinkButton>}>
        It may belong to another organization, or the address is not complete.
      </EmptyState>
    </Page>
  );
}
