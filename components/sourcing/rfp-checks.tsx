import { Check as CheckIcon, CircleAlert } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { Card, CardHeader, CardRow } from "@/components/ui/card";
import type { Check } from "@/lib/sourcing/rfps/rules";
import type { RfpView } from "@/lib/sourcing/rfps/schema";

/** Where the thing that is missing can be put right. */
export function checkHref(rfp: RfpView, check: Check): string {
  if (check.key === "stage") return `/engagements/${rfp.engagement.id}`;
  if (check.tab === "scope") return `/engagements/${rfp.engagement.id}/scope`;
  return check.tab === "overview" ? `/rfps/${rfp.id}#timetable` : `/rfps/${rfp.id}/${check.tab}`;
}

/** Everything that publishing asks for, each with what is missing and the way there. */
export function RfpChecks({ rfp, checks }: { rfp: RfpView; checks: readonly Check[] }) {
  const met = checks.filter((check) => check.isMet).length;
  return (
    <Card>
      <CardHeader
        title={met === checks.length ? "Ready to publish" : "Before it can be published"}
        sub={`${met} of ${checks.length} conditions are met.`}
      />
      {checks.map((check) => (
        <CardRow
          key={check.key}
          icon={
            check.isMet ? (
              <CheckIcon aria-label="Met" className="text-good" />
            ) : (
              <CircleAlert aria-label="Not met" className="text-warn" />
            )
          }
          sub={check.isMet ? null : `${check.detail}.`}
          action={
            check.isMet ? null : (
              <LinkButton size="sm" href={checkHref(rfp, check)}>
                Open
              </LinkButton>
            )
          }
        >
          {check.label}
        </CardRow>
      ))}
    </Card>
  );
}
