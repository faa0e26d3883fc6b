import { Card, CardHeader, CardRow } from "@/components/ui/card";
import { KeyFacts } from "@/components/ui/key-facts";
import { TextLink } from "@/components/ui/text-link";
import { formatInstant, type Reader } from "@/lib/shared/format";
import { SCOPE_STATE } from "@/lib/sourcing/scope/labels";
import type { ScopeRevision } from "@/lib/sourcing/scope/queries";
import type { ScopeView } from "@/lib/sourcing/scope/schema";

type Props = { scope: ScopeView; revisions: readonly ScopeRevision[]; engagementId: string; reader: Reader };

export function ScopeSide({ scope, revisions, engagementId, reader }: Props) {
  const count = (priority: string | null) =>
    `${scope.requirements.filter((requirement) => requirement.priority === priority).length}`;
  return (
    <>
      <Card>
        <CardHeader title="Key facts" />
        <KeyFacts
          facts={[
            { label: "Revision", value: scope.revision },
            { label: "Mandatory", value: count("mandatory") },
            { label: "Scored", value: count("scored") },
            { label: "Information", value: count("information") },
            { label: "No priority", value: count(null) },
            { label: "Service levels", value: scope.proposedServiceLevels.length },
            { label: "Deliverables", value: scope.deliverables.length },
          ]}
        />
      </Card>
      <Card>
        <CardHeader title="Revisions" />
        {revisions.map((revision) => (
          <CardRow
            key={revision.id}
            sub={
              revision.issuedAt
                ? `${SCOPE_STATE[revision.state].label}, ${formatInstant(revision.issuedAt, reader)}`
                : SCOPE_STATE[revision.state].label
            }
          >
            {revision.id === scope.id ? (
              <strong className="font-semibold">Revision {revision.revision}</strong>
            ) : (
              <TextLink href={`/engagements/${engagementId}/scope?revision=${revision.revision}`}>
                Revision {revision.revision}
              </TextLink>
            )}
          </CardRow>
        ))}
      </Card>
    </>
  );
}
