import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DecimalText } from "@/components/ui/decimal-text";
import { MoneyText } from "@/components/ui/money-text";
import { StatStrip } from "@/components/ui/stat-strip";
import { Badge, Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import type { simulateServiceCredits } from "@/lib/service-levels/rules/simulate-service-credits";
import { d, sum } from "@/lib/shared/decimal";

type Result = ReturnType<typeof simulateServiceCredits>;
type Line = Result["periods"][number]["lines"][number];

const STATUS: Record<Line["status"], { label: string; tone: Tone }> = {
  met: { label: "Met", tone: "good" },
  belowExpected: { label: "Below expected", tone: "warn" },
  belowMinimum: { label: "Below minimum", tone: "bad" },
  missing: { label: "No data", tone: "neutral" },
  insufficientVolume: { label: "Too few cases", tone: "neutral" },
  excused: { label: "Excused", tone: "neutral" },
  grace: { label: "Not counted yet", tone: "neutral" },
};

/** What each period costs the provider, line by line, and what it gets back. */
export function ServiceCreditResult({ result, locale }: { result: Result; locale: string }) {
  const reader = { locale };
  const currency = result.periods[0]?.total.currency ?? "EUR";
  const total = sum(result.periods.map((period) => d(period.total.amount))).toFixed();
  const back = sum(result.earnedBack.map((each) => d(each.amount.amount))).toFixed();
  const capped = result.periods.filter((period) => period.capped).length;
  return (
    <>
      <StatStrip
        stats={[
          { label: "Credits", value: <MoneyText amount={total} currency={currency} reader={reader} digits="paid" /> },
          {
            label: "Earned back",
            value: <MoneyText amount={back} currency={currency} reader={reader} digits="paid" />,
          },
          { label: "Periods at the cap", value: String(capped), unit: `of ${result.periods.length}` },
        ]}
      />
      {result.periods.map((period) => (
        <Card key={period.period}>
          <CardHeader
            title={period.period}
            action={
              <span className="flex items-center gap-2">
                {period.capped ? <Badge tone="warn">Capped</Badge> : null}
                <strong className="font-semibold">
                  <MoneyText
                    amount={period.total.amount}
                    currency={period.total.currency}
                    reader={reader}
                    digits="paid"
                  />
                </strong>
              </span>
            }
          />
          <DataTable
            caption={`Credits of ${period.period}`}
            rows={period.lines}
            rowKey={(line) => line.serviceLevel}
            columns={[
              { key: "level", header: "Service level", cell: (line) => line.serviceLevel },
              {
                key: "value",
                header: "Value",
                align: "right",
                cell: (line) => <DecimalText value={line.value} reader={reader} />,
              },
              {
                key: "status",
                header: "Status",
                cell: (line) => <Status tone={STATUS[line.status].tone}>{STATUS[line.status].label}</Status>,
              },
              {
                key: "points",
                header: "Points",
                align: "right",
                cell: (line) => <DecimalText value={line.points} reader={reader} />,
              },
              {
                key: "credit",
                header: "Credit",
                align: "right",
                strong: true,
                cell: (line) => (
                  <MoneyText
                    amount={line.credit.amount}
                    currency={line.credit.currency}
                    reader={reader}
                    digits="paid"
                  />
                ),
              },
            ]}
          />
          <p className="px-4 py-2.5 text-ink-2 text-sm">
            {period.points} points, which credit{" "}
            <MoneyText amount={period.pointsCredit.amount} currency={currency} reader={reader} digits="paid" />. At most{" "}
            <MoneyText amount={period.cap.amount} currency={currency} reader={reader} digits="paid" /> this period.
          </p>
        </Card>
      ))}
    </>
  );
}
