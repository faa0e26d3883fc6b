import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MonthSheet } from "@/components/service-levels/month-sheet";
import { PrintButton } from "@/components/service-levels/print-button";
import { readBoardContract, readMonth } from "@/components/service-levels/read-board";
import { PeriodStateText } from "@/components/service-levels/state-text";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { requireMember } from "@/lib/access/session";
import { findBoardMonth } from "@/lib/service-levels/queries/board";
import { formatMonth } from "@/lib/shared/format";

export const metadata: Metadata = { title: "Sheet of the month" };

type Props = { params: Promise<{ id: string; month: string }> };

export default async function SheetPage({ params }: Props) {
  const member = await requireMember("serviceLevel:read");
  const { id, month } = await params;
  const contract = await readBoardContract(member.organizationId, id);
  const board =
    (await findBoardMonth(member.organizationId, contract.id, readMonth(month) ?? notFound())) ?? notFound();
  const { period } = board;
  const home = `/contracts/${contract.id}`;
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: "Contracts", href: "/contracts" },
          { label: `${contract.code} ${contract.vendor}`, href: home },
          { label: "Service levels", href: `${home}/service-levels?month=${period.month}` },
          { label: "Sheet" },
        ]}
        title={`Service levels of ${formatMonth(period.month, member)}`}
        status={<PeriodStateText state={period.state} />}
        subline={`${contract.code} ${contract.title} · ${contract.vendor} · ${member.organization.name}`}
        actions={<PrintButton />}
      />
      <MonthSheet board={board} parties={[member.organization.name, contract.vendor]} reader={member} />
    </Page>
  );
}
