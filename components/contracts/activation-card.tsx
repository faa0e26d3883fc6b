import { CircleCheck, CircleDashed } from "lucide-react";
import { Card, CardHeader, CardRow } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { ActivationCheck } from "@/lib/contracts/rules/states";

const PLACE: Record<string, { path: string; label: string }> = {
  charges: { path: "/charges", label: "Add charges" },
  serviceLevels: { path: "/service-levels", label: "Add service levels" },
};

/** What still stands between signature and activation, each with the place where it is mended. */
export function ActivationCard({ base, checks }: { base: string; checks: readonly ActivationCheck[] }) {
  const met = checks.filter((check) => check.isMet).length;
  return (
    <Card>
      <CardHeader title="Before it can be active" sub={`${met} of ${checks.length} are there.`} />
      <ul>
        {checks.map((check) => {
          const place = check.isMet ? undefined : PLACE[check.key];
          return (
            <li key={check.key} className="border-line [&:not(:last-child)]:border-b">
              <CardRow
                icon={
                  check.isMet ? (
                    <CircleCheck aria-hidden className="text-good" />
                  ) : (
                    <CircleDashed aria-hidden className="text-warn" />
                  )
                }
                action={place ? <TextLink href={`${base}${place.path}`}>{place.label}</TextLink> : null}
              >
                {check.label}
                <span className={check.isMet ? "ml-2 text-good text-xs" : "ml-2 text-warn text-xs"}>
                  {check.isMet ? "there" : "missing"}
                </span>
              </CardRow>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
