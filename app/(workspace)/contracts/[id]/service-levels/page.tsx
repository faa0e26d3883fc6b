import { Gauge } from "lucide-react";
import type { Metadata } from "next";
import { BoardFrame } from "@/components/service-levels/board-frame";
import { CreditCard } from "@/components/service-levels/credit-card";
import { LevelTile } from "@/components/service-levels/level-tile";
import { MonthActions } from "@/components/service-levels/month-actions";
import { MonthCard } from "@/components/service-levels/month-card";
import { ProposedNote } from "@/components/service-levels/proposed-note";
import { readBoardContract } from "@/components/service-levels/read-board";
import { PeriodStateText } from "@/components/service-levels/state-text";
import { VersionsCard } from "@/components/service-levels/versions-card";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RecordLayout, TileGrid } from "@/components/ui/page-layout";
import { may } from "@/lib/access/actor";
import { type MemberSession, requireMember } from "@/lib/access/session";
import { measurementSourceLabels } from "@/lib/service-levels/labels";
import { type BoardContract, type BoardMonth, chooseMonth, findBoardMonth } from "@/lib/service-levels/queries/board";
import { d } from "@/lib/shared/decimal";
import { formatDecimal, formatInstant, formatMonth } from "@/lib/shared/format";

export const metadata: Metadata = { title: "Service levels" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function BoardPage({ params, searchParams }: Props) {
  const member = await requireMember("serviceLevel:read");
  const contract = await readBoardContract(member.organizationId, (await params).id);
  const query = await searchParams;
  const month = chooseMonth(contract, one(query.month));
  const board = month ? await findBoardMonth(member.organizationId, contract.id, month) : null;
  if (!board) return <EmptyBoard contract={contract} member={member} />;
  const { period } = board;
  const base = `/contracts/${contract.id}/service-levels`;
  const selected =
    period.results.find((level) => level.serviceLevelId === one(query.level)) ??
    [...period.results].sort((a, b) => d(b.credit ?? "0").comparedTo(a.credit ?? "0"))[0];
  return (
    <BoardFrame
      contract={contract}
      tab=""
      title={formatMonth(period.month, member)}
      status={<PeriodStateText state={period.state} />}
      subline={sublineOf(board, member)}
      actions={<MonthActions contract={contract} period={period} versions={board.versions} member={member} />}
    >
      <ProposedNote proposed={board.proposed} base={base} side="client" reader={member} />
      {period.results.length === 0 ? (
        <EmptyState icon={<Gauge aria-hidden />} title="No service level holds for this month">
          Figures were recorded, but no service level was in force yet. See its effective date under Definitions.
        </EmptyState>
      ) : (
        <RecordLayout
          side={
            <>
              {selected ? (
                <CreditCard
                  level={selected}
                  period={period}
                  casesHref={`${base}/cases?kpi=${selected.kpiId}&month=${period.month}`}
                  reader={member}
                />
              ) : null}
              <MonthCard board={board} reader={member} />
              {board.versions.length > 0 ? (
                <VersionsCard versions={board.versions} currency={period.currency} reader={member} />
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
                reader={member}
              />
            ))}
          </TileGrid>
        </RecordLayout>
      )}
    </BoardFrame>
  );
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** Who reported and when, how many cases, by which revision. */
function sublineOf({ period, source }: BoardMonth, member: MemberSession): string {
  const parts: string[] = [];
  if (period.reportedAt && source)
    parts.push(`reported ${formatInstant(period.reportedAt, member)} by ${measurementSourceLabels[source.source]}`);
  else if (source?.at)
    parts.push(`last figure ${formatInstant(source.at, member)} by ${measurementSourceLabels[source.source]}`);
  const cases = Math.max(0, ...period.results.map((level) => level.cases ?? 0));
  if (cases > 0) parts.push(`${formatDecimal(String(cases), member)} cases`);
  const revision = Math.max(0, ...period.results.map((level) => level.revision));
  if (revision > 0) parts.push(`revision ${revision} of the definitions`);
  if (period.restatedAt) parts.push(`restated ${formatInstant(period.restatedAt, member)}`);
  return parts.join(" · ");
}

function EmptyBoard({ contract, member }: { contract: BoardContract; member: MemberSession }) {
  const base = `/contracts/${contract.id}/service-levels`;
  const hasKpis = contract.counts.kpis > 0;
  return (
    <BoardFrame contract={contract} tab="" title="Service levels" subline={`${contract.title} · ${contract.vendor}`}>
      <EmptyState
        icon={<Gauge aria-hidden />}
        title={hasKpis ? "Nothing measured yet" : "No service levels yet"}
        action={
          may(member, "serviceLevel:write") ? (
            <LinkButton variant="primary" href={hasKpis ? `${base}/case-log` : `${base}/definitions/kpis/new`}>
              {hasKpis ? "Import cases" : "Define a KPI"}
            </LinkButton>
          ) : null
        }
      >
        {hasKpis
          ? "Import the vendor's cases, or record the figures of a month. The board then shows every service level with its credits."
          : "A KPI says what is measured and how. A service level puts it under contract, with an expected and a minimum level and the credit for a miss."}
      </EmptyState>
    </BoardFrame>
  );
}
