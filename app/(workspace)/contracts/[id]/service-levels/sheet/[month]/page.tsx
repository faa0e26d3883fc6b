import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PrintButton } from "@/components/service-levels/print-button";
import { readBoardContract, readMonth } from "@/components/service-levels/read-board";
import { SheetLevel } from "@/components/service-levels/sheet-level";
import { PeriodStateText } from "@/components/service-levels/state-text";
import { Card, CardHeader } from "@/components/ui/card";
import { KeyFacts } from "@/components/ui/key-facts";
import { PageHeader } from "@/components/ui/page-header";
import { Page, Stack } from "@/components/ui/page-layout";
import { Steps } from "@/components/ui/steps";
import { requireMember } from "@/lib/access/session";
import { exclusionKindLabels } from "@/lib/service-levels/labels";
import { findBoardMonth } from "@/lib/service-levels/queries/board";
import { formatInstant, formatMoney, formatMonth } from "@/lib/shared/format";

export const metadata: Metadata = { title: "Sheet of the month" };

type Props = { params: Promise<{ id: string; month: string }> };

/** The month on paper: every value, every credit with its working, and room for two signatures. */
export default async function SheetPage({ params }: Props) {
  const member = await requireMember("serviceLevel:read");
  const { id, month } = await params;
  const contract = await readBoardContract(member.organizationId, id);
  const board =
    (await findBoardMonth(member.organizationId, contract.id, readMonth(month) ?? notFound())) ?? notFound();
  const { period, exclusions, adjustments } = board;
  const home = `/contracts/${contract.id}`;
  const money = (amount: string | null) =>
    amount === null ? null : formatMoney(amount, period.currency, member, { digits: "paid" });
  const when = (instant: string | null, who: string | null) =>
    instant ? `${formatInstant(instant, member)}${who ? `, ${who}` : ""}` : null;
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
                value: `${money(each.amount)} of ${formatMonth(each.sourceMonth, member)}, posted in ${formatMonth(each.postedMonth, member)}`,
              })),
            ]}
          />
        </Card>
        {period.results.map((level) => (
          <SheetLevel key={level.serviceLevelId} level={level} currency={period.currency} reader={member} />
        ))}
        <Card>
          <CardHeader title="Credits of the month" />
          <Steps
            steps={period.steps}
            {...(period.creditTotal === null
              ? {}
              : { total: { label: "Credit of the month", value: money(period.creditTotal) ?? "" } })}
          />
        </Card>
        <section aria-label="Signatures" className="grid gap-8 pt-10 sm:grid-cols-2">
          {[member.organization.name, contract.vendor].map((party) => (
            <div key={party} className="border-line-strong border-t pt-2 text-ink-2 text-sm">
              Date, name and signature for {party}
            </div>
          ))}
        </section>
      </Stack>
    </Page>
  );
}
