import { CalendarRange } from "lucide-react";
import type { Metadata } from "next";
import { BoardFrame } from "@/components/service-levels/board-frame";
import { readBoardContract } from "@/components/service-levels/read-board";
import { YearGrid } from "@/components/service-levels/year-grid";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireMember } from "@/lib/access/session";
import { findYear } from "@/lib/service-levels/queries/board";

export const metadata: Metadata = { title: "Year of service levels" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function YearPage({ params, searchParams }: Props) {
  const member = await requireMember("serviceLevel:read");
  const contract = await readBoardContract(member.organizationId, (await params).id);
  const years = [...new Set(contract.periods.map((period) => period.month.slice(0, 4)))];
  const wanted = (await searchParams).year;
  const year = typeof wanted === "string" && years.includes(wanted) ? wanted : years.at(-1);
  const results = year ? await findYear(contract.id, year) : [];
  const base = `/contracts/${contract.id}/service-levels`;
  return (
    <BoardFrame
      contract={contract}
      tab="/year"
      title={year ? `Year ${year}` : "Year grid"}
      subline="Each service level by month. A cell opens its month."
      actions={years
        .filter((each) => each !== year)
        .slice(-3)
        .map((each) => (
          <LinkButton key={each} href={`${base}/year?year=${each}`}>
            {each}
          </LinkButton>
        ))}
    >
      {year && results.length > 0 ? (
        <YearGrid
          year={year}
          results={results}
          periods={contract.periods}
          base={base}
          currency={contract.currency}
          reader={member}
        />
      ) : (
        <EmptyState icon={<CalendarRange aria-hidden />} title="Nothing measured in this year">
          Once figures are in, every service level has a row here and every month a column.
        </EmptyState>
      )}
    </BoardFrame>
  );
}
