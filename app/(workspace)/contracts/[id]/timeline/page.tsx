import { CalendarDays } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TimeAxis } from "@/components/charts/time-axis";
import { ContractFrame } from "@/components/contracts/contract-frame";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { requireMember } from "@/lib/access/session";
import { listKeyDates, listYears } from "@/lib/contracts/key-dates";
import { listAmendments } from "@/lib/contracts/queries";
import { readContractOf } from "@/lib/contracts/read";
import { readContractTerms } from "@/lib/contracts/terms";
import { formatDate } from "@/lib/shared/format";
import { countDaysUntil } from "@/lib/shared/renewal";

export const metadata: Metadata = { title: "Timeline of a contract" };

export default async function ContractTimelinePage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("contract:read");
  const contract = (await readContractOf(member, (await params).id)) ?? notFound();
  const [readings, amendments] = await Promise.all([
    readContractTerms(undefined, member.organizationId, contract.id, contract.today),
    listAmendments(member.organizationId, contract.id),
  ]);
  if (!readings) notFound();
  const dates = listKeyDates(
    contract,
    readings,
    amendments.filter(({ state }) => state === "inForce"),
  );
  const from = dates[0]?.day ?? contract.today;
  const to = dates.at(-1)?.day ?? contract.today;
  return (
    <ContractFrame contract={contract} member={member} tab="/timeline">
      <Card>
        <CardHeader title="Dates" sub="From the first day to the end of the running term." />
        {contract.endOn ? (
          <TimeAxis
            label="Dates of the contract"
            from={from}
            to={to}
            marks={dates.map((date) => ({
              key: date.key,
              label: date.label,
              day: date.day,
              when: formatDate(date.day, member),
              sub: date.key === "today" ? "" : distanceText(date.day, contract.today),
              tone: date.tone,
            }))}
            ticks={listYears(from, to).map((day) => ({ day, label: day.slice(0, 4) }))}
          />
        ) : (
          <EmptyState icon={<CalendarDays aria-hidden />} title="No end is set yet">
            With an end and a notice period, the last safe day to decide follows.
          </EmptyState>
        )}
      </Card>
    </ContractFrame>
  );
}

function distanceText(day: string, today: string): string {
  const days = countDaysUntil(day, today);
  if (days === 0) return "today";
  const count = Math.abs(days);
  const text = `${count} ${count === 1 ? "day" : "days"}`;
  return days > 0 ? `in ${text}` : `${text} ago`;
}
