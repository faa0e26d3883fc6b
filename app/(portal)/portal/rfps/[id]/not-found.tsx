import { FileSearch } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page-layout";

export default function RfpNotFound() {
  return (
    <Page>
      <EmptyState
        icon={<FileSearch aria-hidden />}
        title="There is no such request"
        action={<LinkButton href="/portal">All invitations</LinkButton>}
      >
        It may have been withdrawn, or your company is not invited to it.
      </EmptyState>
    </Page>
  );
}
