import { Plus, Route } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { type MemberActor, may } from "@/lib/access/actor";

/** In place of figures while there is nothing to count: where to begin. */
export function NoEngagements({ member }: { member: MemberActor }) {
  return (
    <Card>
      <EmptyState
        icon={<Route aria-hidden />}
        title="No engagements yet"
        action={
          <>
            {may(member, "engagement:create") ? (
              <LinkButton variant="primary" href="/engagements/new" icon={<Plus aria-hidden />}>
                New engagement
              </LinkButton>
            ) : null}
            <LinkButton href={may(member, "process:import") ? "/processes/import" : "/processes"}>
              {may(member, "process:import") ? "Import processes" : "Open the processes"}
            </LinkButton>
            {may(member, "member:manage") ? (
              <LinkButton href="/settings/members/invite">Invite people</LinkButton>
            ) : null}
          </>
        }
      >
        Write down the processes of your organization, find out which of them could be done elsewhere, and open an
        engagement for the first one. Spend, service levels and risks are shown here from then on.
      </EmptyState>
    </Card>
  );
}
