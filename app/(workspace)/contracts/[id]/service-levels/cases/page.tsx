import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BoardFrame } from "@/components/service-levels/board-frame";
import { readBoardContract, readId, readMonth } from "@/components/service-levels/read-board";
import { LinkButton } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Dash } from "@/components/ui/dash";
import { DataTable } from "@/components/ui/data-table";
import { InstantText } from "@/components/ui/date-text";
import { Pager } from "@/components/ui/pager";
import { Status } from "@/components/ui/status";
import { requireMember } from "@/lib/access/session";
import { type CaseRow, findCases } from "@/lib/service-levels/queries/cases";
import { measureText } from "@/lib/service-levels/rules/measure-text";
import { valueText } from "@/lib/service-levels/value-text";
import { formatMonth, type Reader } from "@/lib/shared/format";

export const metadata: Metadata = { title: "Cases behind a value" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
const MOST_ATTRIBUTES = 4;

export default async function CasesPage({ params, searchParams }: Props) {
  const member = await requireMember("serviceLevel:read");
  const contract = await readBoardContract(member.organizationId, (await params).id);
  const query = await searchParams;
  const kpiId = readId(query.kpi) ?? notFound();
  const month = readMonth(query.month) ?? notFound();
  const page = Math.min(Math.max(Number(query.page ?? 1) || 1, 1), 10_000);
  const found = (await findCases(member.organizationId, kpiId, month, Math.trunc(page))) ?? notFound();
  if (found.kpi.contract.id !== contract.id) notFound();
  const base = `/contracts/${contract.id}/service-levels`;
  const hrefOf = (number: number) => `${base}/cases?kpi=${kpiId}&month=${month}&page=${number}`;
  const reader: Reader = { locale: member.locale, timeZone: contract.timeZone };
  const names = attributeNames(found.rows, found.definition);
  const isShare = found.definition.aggregate.type === "share";
  return (
    <BoardFrame
      contract={contract}
      tab=""
      title={`${found.kpi.name}: cases`}
      subline={`${formatMonth(month, member)} · ${measureText(found.kpi)} · times in ${contract.timeZone}`}
      actions={<LinkButton href={`${base}?month=${month}`}>Back to the month</LinkButton>}
    >
      <Card>
        <CardHeader
          title="Cases behind the value"
          sub={isShare ? "Those that failed first." : "Those that weigh most against the level first."}
        />
        <DataTable
          caption="Cases"
          rows={found.rows}
          rowKey={(row) => row.number}
          empty={<p className="px-4 py-6 text-ink-2">No case of this log falls into the month.</p>}
          columns={[
            { key: "number", header: "Case", nowrap: true, cell: (row) => row.number },
            {
              key: "result",
              header: isShare ? "Counts as" : "Figure",
              align: isShare ? "left" : "right",
              cell: (row) => <CaseResult row={row} isShare={isShare} kpi={found.kpi} reader={reader} />,
            },
            {
              key: "opened",
              header: "Opened",
              nowrap: true,
              cell: (row) => <When moment={row.opened} reader={reader} />,
            },
            {
              key: "resolved",
              header: "Resolved",
              nowrap: true,
              cell: (row) => <When moment={row.resolved} reader={reader} />,
            },
            {
              key: "closed",
              header: "Closed",
              nowrap: true,
              cell: (row) => <When moment={row.closed} reader={reader} />,
            },
            ...names.map((name) => ({
              key: `attribute ${name}`,
              header: name,
              cell: (row: CaseRow) => row.attributes[name] ?? <Dash />,
            })),
          ]}
        />
        <Pager
          from={found.rows.length === 0 ? 0 : found.from}
          to={found.rows.length === 0 ? 0 : found.from + found.rows.length - 1}
          {...(page > 1 ? { previousHref: hrefOf(page - 1) } : {})}
          {...(found.hasMore ? { nextHref: hrefOf(page + 1) } : {})}
          locale={member.locale}
        />
      </Card>
    </BoardFrame>
  );
}

/** Attributes that the definition asks for first, then what else there is room for. */
function attributeNames(rows: readonly CaseRow[], definition: unknown): string[] {
  const text = JSON.stringify(definition);
  const all = [...new Set(rows.flatMap((row) => Object.keys(row.attributes)))];
  const used = all.filter((name) => text.includes(JSON.stringify(`attribute:${name}`)));
  return [...used, ...all.filter((name) => !used.includes(name))].slice(0, MOST_ATTRIBUTES);
}

function When({ moment, reader }: { moment: Date | null; reader: Reader }) {
  return moment ? <InstantText instant={moment.toISOString()} reader={reader} /> : <Dash />;
}

type CaseResultProps = {
  row: CaseRow;
  isShare: boolean;
  kpi: { unit: string; decimals: number | null };
  reader: Reader;
};

function CaseResult({ row, isShare, kpi, reader }: CaseResultProps) {
  if (isShare) {
    if (row.isMet === null) return <Status tone="neutral">Not counted</Status>;
    return row.isMet ? <Status tone="good">Meets it</Status> : <Status tone="bad">Fails</Status>;
  }
  return row.figure === null ? <Dash /> : valueText(row.figure, kpi, reader);
}
