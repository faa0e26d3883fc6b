import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MonthSheet } from "@/components/service-levels/month-sheet";
import { PrintButton } from "@/components/service-levels/print-button";
import { readMonth, readVendorBoardContract } from "@/components/service-levels/read-board";
import { PeriodStateText } from "@/components/service-levels/state-text";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { requireVendor } from "@/lib/access/session";
import { findBoardMonth } from "@/lib/service-levels/queries/board";
import { formatMonth } from "@/lib/shared/format";

export const metadata: Metadata = { title: "Sheet of the month" };

type Props = { params: Promise<{ id: string; month: string }> };

export default async function VendorSheetPage({ params }: Props) {
  const contact = await requireVendor();
  const { id, month } = await params;
  const contract = await readVendorBoardContract(contact, id);
  const board =
    (await findBoardMonth(contact.organizationId, contract.id, readMonth(month) ?? notFound())) ?? notFound();
  const home = `/portal/contracts/${contract.id}`;
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: "Contracts", href: "/portal/contracts" },
          { label: contract.code, href: home },
          { label: "Service levels", href: `${home}/service-levels?month=${board.period.month}` },
          { label: "Sheet" },
        ]}
        title={`Service levels of ${formatMonth(board.period.month, contact)}`}
        status={<PeriodStateText state={board.period.state} />}
        subline={`${contract.code} ${contract.title} · ${contract.vendor} · ${contact.organization.name}`}
        actions={<PrintButton />}
      />
      <MonthSheet board={board} parties={[contact.organization.name, contract.vendor]} reader={contact} />
    </Page>
  );
}
