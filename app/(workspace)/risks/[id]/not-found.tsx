import { ShieldAlert } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page-layout";

export default function NotFound() {
  return (
    <Page>
      <Card>
        <EmptyState
          icon={<ShieldAlert aria-hidden />}
          title="There is no such risk"
          action={<LinkButton href="/risks">All risks</LinkButton>}
        >
          The address may be wrong, or the risk belongs to another organization.
        </EmptyState>
      </Card>
    </Page>
  );
}
