import { Gauge } from "lucide-react";
import type { Metadata } from "next";
import { CreditCard } from "@/components/service-levels/credit-card";
import { LevelTile } from "@/components/service-levels/level-tile";
import { MonthCard } from "@/components/service-levels/month-card";
import { ProposedNote } from "@/components/service-levels/proposed-note";
import { readVendorBoardContract } from "@/components/service-levels/read-board";
import { PeriodStateText } from "@/components/service-levels/state-text";
import { VendorBoardFrame } from "@/components/service-levels/vendor-board-frame";
import { VendorMonthActions } from "@/components/service-levels/vendor-month-actions";
import { VersionsCard } from "@/components/service-levels/versions-card";
import { EmptyState } from "@/components/ui/empty-state";
import { RecordLayout, TileGrid } from "@/components/ui/page-layout";
import { requireVendor } from "@/lib/access/session";
import { chooseMonth, findBoardMonth } from "@/lib/service-levels/queries/board";
import type { PeriodRecord } from "@/lib/service-levels/queries/period";
import { d } from "@/lib/shared/decimal";
import { formatInstant, formatMonth, type Reader } from "@/lib/shared/format";

export const metadata: Metadata = { title: "Service levels" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** What the client sees of the month, for the vendor: every value, every credit, every step. */
export default async function VendorBoardPage({ params, searchParams }: Props) {
  const contact = await requireVendor();
  const contract = await readVendorBoardContract(contact, (await params).id);
  const query = await searchParams;
  const month = chooseMonth(contract, one(query.month));
  const board = month ? await findBoardMonth(contact.organizationId, contract.id, month) : null;
  if (!board)
    return (
      <VendorBoardFrame contract={contract} tab="" title="Service levels" subline={contract.title}>
        <EmptyState icon={<Gauge aria-hidden />} title="Nothing measured yet">
          Once the first figures are in, each month stands here with its service levels, their credits and how both were
          computed.
        </EmptyState>
      </VendorBoardFrame>
    );
  const { period } = board;
  const base = `/portal/contracts/${contract.id}/service-levels`;
  const selected =
    period.results.find((level) => level.serviceLevelId === one(query.level)) ??
    [...period.results].sort((a, b) => d(b.credit ?? "0").comparedTo(a.credit ?? "0"))[0];
  return (
    <VendorBoardFrame
      contract={contract}
      tab=""
      title={formatMonth(period.month, contact)}
      status={<PeriodStateText state={period.state} />}
      subline={waitsFor(period, contact)}
      actions={<VendorMonthActions contract={contract} period={period} versions={board.versions} contact={contact} />}
    >
      <ProposedNote proposed={board.proposed} base={base} side="vendor" reader={contact} />
      <RecordLayout
        side={
          <>
            {selected ? <CreditCard level={selected} period={period} reader={contact} /> : null}
            <MonthCard board={board} reader={contact} />
            {board.versions.length > 0 ? (
              <VersionsCard versions={board.versions} currency={period.currency} reader={contact} />
            ) : null}
          </>
        }
      >
        <TileGrid>
          {period.results.map((level) => (
            <LevelTile
              key={level.serviceLevelId}
              level={level}
              history={board.history.get(level.kpiId) ?? []}
              month={period.month}
              currency={period.currency}
              href={`${base}?month=${period.month}&level=${level.serviceLevelId}`}
              isSelected={level.serviceLevelId === selected?.serviceLevelId}
              reader={contact}
            />
          ))}
        </TileGrid>
      </RecordLayout>
    </VendorBoardFrame>
  );
}

/** Whose turn it is, in a sentence. */
function waitsFor(period: PeriodRecord, reader: Reader): string {
  switch (period.state) {
    case "open":
      return "Waits for you: record what is missing and report the month.";
    case "reported":
      return `Reported ${period.reportedAt ? formatInstant(period.reportedAt, reader) : ""}; your client verifies it next.`;
    case "disputed":
      return `Disputed by ${period.disputedBy ?? "one side"}: ${period.disputeReason ?? ""}`;
    case "verified":
      return `Verified ${period.verifiedAt ? formatInstant(period.verifiedAt, reader) : ""}.`;
    case "locked":
      return `Locked ${period.lockedAt ? formatInstant(period.lockedAt, reader) : ""}: later figures are proposed as a restatement.`;
  }
}
