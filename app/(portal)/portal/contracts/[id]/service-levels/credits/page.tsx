import { Coins } from "lucide-react";
import type { Metadata } from "next";
import { readVendorBoardContract } from "@/components/service-levels/read-board";
import { VendorBoardFrame } from "@/components/service-levels/vendor-board-frame";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { MoneyText } from "@/components/ui/money-text";
import { Stack } from "@/components/ui/page-layout";
import { Status } from "@/components/ui/status";
import { StepsDialog } from "@/components/ui/steps-dialog";
import { requireVendor } from "@/lib/access/session";
import { creditStateLabels } from "@/lib/service-levels/labels";
import { findCredits } from "@/lib/service-levels/queries/board";
import { formatMonth } from "@/lib/shared/format";
import type { Step } from "@/lib/shared/steps";

export const metadata: Metadata = { title: "Credits" };

type Props = { params: Promise<{ id: string }> };

const stepsOf = (derivation: unknown): Step[] => (derivation as { steps?: Step[] } | null)?.steps ?? [];

export default async function VendorCreditsPage({ params }: Props) {
  const contact = await requireVendor();
  const contract = await readVendorBoardContract(contact, (await params).id);
  const { credits, adjustments } = await findCredits(contract.id);
  return (
    <VendorBoardFrame
      contract={contract}
      tab="/credits"
      title="Credits"
      subline="What is owed back to your client, with how it was computed."
    >
      {credits.length + adjustments.length === 0 ? (
        <EmptyState icon={<Coins aria-hidden />} title="No credits">
          When a service level misses its minimum, its scheme gives a credit. It stands here once the month is verified.
        </EmptyState>
      ) : (
        <Stack>
          <Card>
            <CardHeader title="Service credits" />
            <DataTable
              caption="Service credits"
              rows={credits}
              rowKey={(row) => row.id}
              columns={[
                { key: "month", header: "Month", nowrap: true, cell: (row) => formatMonth(row.month, contact) },
                { key: "level", header: "Service level", cell: (row) => row.serviceLevel ?? "Points of the month" },
                {
                  key: "amount",
                  header: "Amount",
                  align: "right",
                  strong: true,
                  cell: (row) => (
                    <MoneyText amount={row.amount} currency={row.currency} reader={contact} digits="paid" />
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
                      title={`${row.serviceLevel ?? "Points"}, ${formatMonth(row.month, contact)}`}
                      steps={stepsOf(row.derivation)}
                    />
                  ),
                },
              ]}
            />
          </Card>
          {adjustments.length > 0 ? (
            <Card>
              <CardHeader title="Adjustments" sub="Differences of months that were locked already." />
              <DataTable
                caption="Adjustments"
                rows={adjustments}
                rowKey={(row) => row.id}
                columns={[
                  { key: "source", header: "Of", nowrap: true, cell: (row) => formatMonth(row.sourceMonth, contact) },
                  {
                    key: "posted",
                    header: "Posted in",
                    nowrap: true,
                    cell: (row) => formatMonth(row.postedMonth, contact),
                  },
                  { key: "reason", header: "Reason", cell: (row) => row.reason },
                  {
                    key: "amount",
                    header: "Amount",
                    align: "right",
                    strong: true,
                    cell: (row) => (
                      <MoneyText amount={row.amount} currency={row.currency} reader={contact} digits="paid" />
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
    </VendorBoardFrame>
  );
}
