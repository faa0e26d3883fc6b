import { Scale } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page-layout";

export default function EvaluationNotFound() {
  return (
    <Page>
      <EmptyState
        icon={<Scale aria-hidden />}
        title="There is no such evaluation"
        action={<LinkButton href="/evaluations">All evaluations</LinkButton>}
      >
        The RFP may have been cancelled, or the address is not complete.
      </EmptyState>
    </Page>
  );
}
