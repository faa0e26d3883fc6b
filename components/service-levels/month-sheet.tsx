import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { KeyFacts } from "@/components/ui/key-facts";
import { Stack } from "@/components/ui/page-layout";
import { Steps } from "@/components/ui/steps";
import { exclusionKindLabels } from "@/lib/service-levels/labels";
import type { BoardMonth } from "@/lib/service-levels/queries/board";
import { formatInstant, formatMoney, formatMonth, type Reader } from "@/lib/shared/format";
import { SheetLevel } from "./sheet-level";
import { VersionsCard } from "./versions-card";

type MonthSheetProps = { board: BoardMonth; parties: readonly [client: string, vendor: string]; reader: Reader };

/** The month on paper, the same for both sides: every value, every credit with its working, and who stands for it. */
export function MonthSheet({ board, parties, reader }: MonthSheetProps) {
  const { period, exclusions, adjustments } = board;
  const money = (amount: string | null) =>
    amount === null ? null : formatMoney(amount, period.currency, reader, { digits: "paid" });
  const when = (instant: string | null, who: string | null) =>
    instant ? `${formatInstant(instant, reader)}${who ? `, ${who}` : ""}` : null;
  return (
    <Stack>
      <Card>
        <CardHeader title="Month" />
        <KeyFacts
          facts={[
            { label: "Charges", value: money(period.charges) },
            { label: "Cap on credits", value: money(period.cap) },
            { label: "Credits", value: money(period.creditTotal) },
            { label: "Reported", value: when(period.reportedAt, null) },
            { label: "Verified", value: when(period.verifiedAt, period.verifiedBy) },
            { label: "Locked", value: when(period.lockedAt, period.lockedBy) },
            { label: "Restated", value: when(period.restatedAt, null) },
            ...exclusions.map((each) => ({
              label: "Excluded",
              value: `${each.serviceLevel ?? "All service levels"}: ${exclusionKindLabels[each.kind].toLowerCase()}. ${each.reason}`,
            })),
            ...adjustments.map((each) => ({
              label: "Adjustment",
              value: `${money(each.amount)} of ${formatMonth(each.sourceMonth, reader)}, posted in ${formatMonth(each.postedMonth, reader)}`,
            })),
          ]}
        />
      </Card>
      {period.results.map((level) => (
        <SheetLevel key={level.serviceLevelId} level={level} currency={period.currency} reader={reader} />
      ))}
      <Card>
        <CardHeader title="Credits of the month" sub="The lines sum to the credit of the month." />
        <DataTable
          caption="Lines of the credit"
          rows={linesOf(board)}
          rowKey={(row) => row.key}
          columns={[
            { key: "name", header: "Line", cell: (row) => row.name },
            {
              key: "amount",
              header: "Credit",
              align: "right",
              strong: true,
              cell: (row) => money(row.amount),
            },
          ]}
        />
        <Steps
          steps={period.steps}
          {...(period.creditTotal === null
            ? {}
            : { total: { label: "Credit of the month", value: money(period.creditTotal) ?? "" } })}
        />
      </Card>
      {board.versions.length > 0 ? (
        <VersionsCard versions={board.versions} currency={period.currency} reader={reader} />
      ) : null}
      {period.state === "locked" ? null : (
        <section aria-label="Signatures" className="grid gap-8 pt-10 sm:grid-cols-2">
          {parties.map((party) => (
            <div key={party} className="border-line-strong border-t pt-2 text-ink-2 text-sm">
              Date, name and signature for {party}
            </div>
          ))}
        </section>
      )}
    </Stack>
  );
}

/** Every line that is part of the credit of the month, the share of the points as one of its own. */
function linesOf({ period }: BoardMonth): { key: string; name: string; amount: string }[] {
  const points = period.pointsCredit ?? "0";
  return [
    ...period.results.map((level) => ({ key: level.serviceLevelId, name: level.name, amount: level.credit ?? "0" })),
    ...(Number(points) > 0 ? [{ key: "points", name: "Points of the month", amount: points }] : []),
  ];
}
