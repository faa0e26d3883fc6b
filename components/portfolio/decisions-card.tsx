import { Stamp } from "lucide-react";
import { Card, CardHeader, CardRow } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { QuietLink } from "@/components/ui/text-link";
import type { WaitingDecision } from "@/lib/portfolio/queries/waiting-decisions";
import { formatMoney, type Reader } from "@/lib/shared/format";

/** Approvals that wait, and for which role. */
export function DecisionsCard({ decisions, reader }: { decisions: readonly WaitingDecision[]; reader: Reader }) {
  return (
    <Card>
      <CardHeader title="Decisions waiting" action={<QuietLink href="/approvals">All approvals</QuietLink>} />
      {decisions.length === 0 ? <p className="px-4 py-6 text-ink-2">Nothing waits for a decision.</p> : null}
      {decisions.map((decision) => (
        <CardRow
          key={decision.id}
          icon={<Stamp aria-hidden />}
          sub={
            <>
              asked by {decision.requestedBy} on <InstantText instant={decision.requestedAt} reader={reader} /> · for{" "}
              {decision.requiredRole}
            </>
          }
          action={
            decision.amount && decision.currency ? (
              <span className="tabular">{formatMoney(decision.amount, decision.currency, reader)}</span>
            ) : null
          }
        >
          {decision.summary}
        </CardRow>
      ))}
    </Card>
  );
}
