import { Route } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page-layout";

export default function NotFound() {
  return (
    <Page>
      <Card>
        <EmptyState
          icon={<Route aria-hidden />}
          title="There is no such engagement"
          action={<LinkButton href="/engagements">All engagements</LinkButton>}
        >
          The address may be wrong, or the engagement belongs to another organization.
        </EmptyState>
      </Card>
    </Page>
  );
}
