import { Check, Plus, ShieldOff, X } from "lucide-react";
import type { Metadata } from "next";
import { BoardFrame } from "@/components/service-levels/board-frame";
import { ExclusionEffect } from "@/components/service-levels/exclusion-effect";
import { readBoardContract } from "@/components/service-levels/read-board";
import { ActionButton } from "@/components/ui/action-button";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Status } from "@/components/ui/status";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { approveExclusion, rejectExclusion } from "@/lib/service-levels/actions";
import { exclusionKindLabels, exclusionStateLabels } from "@/lib/service-levels/labels";
import { type ExclusionEffect as Effect, previewExclusion } from "@/lib/service-levels/mutations/exclusions";
import { findExclusions } from "@/lib/service-levels/queries/records";
import { findLevelNames } from "@/lib/service-levels/queries/versions";
import { formatMonth } from "@/lib/shared/format";
import { countOf } from "@/lib/shared/steps";

const MOST_EFFECTS = 10;

export const metadata: Metadata = { title: "Exclusions" };

type Props = { params: Promise<{ id: string }> };

export default async function ExclusionsPage({ params }: Props) {
  const member = await requireMember("serviceLevel:read");
  const contract = await readBoardContract(member.organizationId, (await params).id);
  const rows = await findExclusions(member.organizationId, contract.id);
  const base = `/contracts/${contract.id}/service-levels/exclusions`;
  const mayDecide = (row: (typeof rows)[number]) =>
    row.state === "requested" && may(member, "exclusion:decide") && row.requestedById !== member.memberId;
  const effects = new Map<string, Effect | null>();
  // One after the other: each is tried out and taken back under the contract's lock.
  for (const row of rows.filter(mayDecide).slice(0, MOST_EFFECTS))
    effects.set(row.id, await previewExclusion(member.organizationId, row.id));
  const levels = effects.size > 0 ? await findLevelNames(contract.id) : new Map();
  const ask = may(member, "measurement:report") ? (
    <LinkButton variant="primary" href={`${base}/new`} icon={<Plus aria-hidden />}>
      Request exclusion
    </LinkButton>
  ) : null;
  return (
    <BoardFrame
      contract={contract}
      tab="/exclusions"
      title="Exclusions"
      subline="Months that do not count, because what happened was not the vendor's doing."
      actions={ask}
    >
      {rows.length === 0 ? (
        <EmptyState icon={<ShieldOff aria-hidden />} title="No exclusions" action={ask}>
          An outage on our side or planned maintenance can excuse a month of a service level, or single cases. One
          person asks, another decides.
        </EmptyState>
      ) : (
        <Card>
          <DataTable
            caption="Exclusions"
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              { key: "month", header: "Month", nowrap: true, cell: (row) => formatMonth(row.month, member) },
              { key: "level", header: "Service level", cell: (row) => row.serviceLevel ?? "All" },
              { key: "kind", header: "Cause", cell: (row) => exclusionKindLabels[row.kind] },
              {
                key: "reason",
                header: "Reason",
                cell: (row) => (
                  <>
                    {row.reason}
                    {row.caseNumbers.length > 0 ? (
                      <span className="block text-ink-3 text-xs">
                        {countOf(row.caseNumbers.length, "case")}: {row.caseNumbers.slice(0, 5).join(", ")}
                        {row.caseNumbers.length > 5 ? " …" : ""}
                      </span>
                    ) : null}
                    {row.creditBefore !== null && row.creditAfter !== null ? (
                      <span className="block text-ink-3 text-xs">
                        Credit of the month: {row.creditBefore} → {row.creditAfter} {contract.currency}
                      </span>
                    ) : null}
                    {row.evidence ? <span className="block text-ink-3 text-xs">{row.evidence}</span> : null}
                  </>
                ),
              },
              { key: "by", header: "Requested by", cell: (row) => row.requestedBy },
              {
                key: "state",
                header: "State",
                cell: (row) => (
                  <Status tone={exclusionStateLabels[row.state].tone}>{exclusionStateLabels[row.state].label}</Status>
                ),
              },
              {
                key: "decide",
                header: "Decision",
                cell: (row) =>
                  row.state !== "requested" ? (
                    row.decidedBy
                  ) : mayDecide(row) ? (
                    <span className="flex gap-2">
                      <ActionButton
                        action={approveExclusion}
                        fields={{ id: row.id, version: row.version }}
                        size="sm"
                        icon={<Check aria-hidden />}
                        confirm={{
                          title: "Approve the exclusion?",
                          label: "Approve exclusion",
                          body: (
                            <ExclusionEffect effect={effects.get(row.id) ?? null} levels={levels} reader={member} />
                          ),
                        }}
                      >
                        Approve
                      </ActionButton>
                      <ActionButton
                        action={rejectExclusion}
                        fields={{ id: row.id, version: row.version }}
                        size="sm"
                        icon={<X aria-hidden />}
                      >
                        Reject
                      </ActionButton>
                    </span>
                  ) : (
                    <span className="text-ink-3">somebody else decides</span>
                  ),
              },
            ]}
          />
        </Card>
      )}
    </BoardFrame>
  );
}
