import { Coins } from "lucide-react";
import type { Metadata } from "next";
import { BoardFrame } from "@/components/service-levels/board-frame";
import { CreditMove } from "@/components/service-levels/credit-move";
import { readBoardContract } from "@/components/service-levels/read-board";
import { LinkButton } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { MoneyText } from "@/components/ui/money-text";
import { Stack } from "@/components/ui/page-layout";
import { Status } from "@/components/ui/status";
import { StepsDialog } from "@/components/ui/steps-dialog";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { creditStateLabels } from "@/lib/service-levels/labels";
import { findCredits } from "@/lib/service-levels/queries/board";
import { formatMonth } from "@/lib/shared/format";
import type { Step } from "@/lib/shared/steps";

export const metadata: Metadata = { title: "Credits" };

type Props = { params: Promise<{ id: string }> };

const stepsOf = (derivation: unknown): Step[] => (derivation as { steps?: Step[] } | null)?.steps ?? [];

export default async function CreditsPage({ params }: Props) {
  const member = await requireMember("serviceLevel:read");
  const contract = await readBoardContract(member.organizationId, (await params).id);
  const { credits, adjustments } = await findCredits(contract.id);
  const mayMove = may(member, "credit:agree");
  return (
    <BoardFrame
      contract={contract}
      tab="/credits"
      title="Credits"
      subline="Stored when a month is verified: calculated, agreed, applied to an invoice, settled."
      actions={<LinkButton href={`/export/credits?contract=${contract.id}`}>CSV</LinkButton>}
    >
      {credits.length + adjustments.length === 0 ? (
        <EmptyState icon={<Coins aria-hidden />} title="No credits yet">
          When a service level misses its minimum, its scheme gives a credit. It is stored here with its calculation
          when the month is verified.
        </EmptyState>
      ) : (
        <Stack>
          <Card>
            <CardHeader title="Service credits" />
            <DataTable
              caption="Service credits"
              rows={credits}
              rowKey={(row) => row.id}
              empty={<p className="px-4 py-6 text-ink-2">No month with a credit was verified yet.</p>}
              columns={[
                { key: "month", header: "Month", nowrap: true, cell: (row) => formatMonth(row.month, member) },
                { key: "level", header: "Service level", cell: (row) => row.serviceLevel ?? "Points of the month" },
                {
                  key: "amount",
                  header: "Amount",
                  align: "right",
                  strong: true,
                  cell: (row) => (
                    <MoneyText amount={row.amount} currency={row.currency} reader={member} digits="paid" />
                  ),
                },
                {
                  key: "state",
                  header: "State",
                  cell: (row) => (
                    <Status tone={creditStateLabels[row.state].tone}>{creditStateLabels[row.state].label}</Status>
                  ),
                },
                {
                  key: "steps",
                  header: "Calculation",
                  cell: (row) => (
                    <StepsDialog
                      title={`${row.serviceLevel ?? "Points"}, ${formatMonth(row.month, member)}`}
                      steps={stepsOf(row.derivation)}
                    />
                  ),
                },
                {
                  key: "move",
                  header: "Next",
                  cell: (row) =>
                    mayMove ? (
                      <CreditMove id={row.id} version={row.version} state={row.state} isLocked={row.isLocked} />
                    ) : null,
                },
              ]}
            />
          </Card>
          {adjustments.length > 0 ? (
            <Card>
              <CardHeader
                title="Adjustments"
                sub="Differences of months that were locked already, posted where it was still open."
              />
              <DataTable
                caption="Adjustments"
                rows={adjustments}
                rowKey={(row) => row.id}
                columns={[
                  { key: "source", header: "Of", nowrap: true, cell: (row) => formatMonth(row.sourceMonth, member) },
                  {
                    key: "posted",
                    header: "Posted in",
                    nowrap: true,
                    cell: (row) => formatMonth(row.postedMonth, member),
                  },
                  { key: "reason", header: "Reason", cell: (row) => row.reason },
                  {
                    key: "amount",
                    header: "Amount",
                    align: "right",
                    strong: true,
                    cell: (row) => (
                      <MoneyText amount={row.amount} currency={row.currency} reader={member} digits="paid" />
                    ),
                  },
                  {
                    key: "steps",
                    header: "Calculation",
                    cell: (row) => <StepsDialog title={row.reason} steps={stepsOf(row.derivation)} />,
                  },
                ]}
              />
            </Card>
          ) : null}
        </Stack>
      )}
    </BoardFrame>
  );
}
