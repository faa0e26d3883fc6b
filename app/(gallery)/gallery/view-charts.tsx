import { BarsChart } from "@/components/charts/bars-chart";
import { HeatMap } from "@/components/charts/heat-map";
import { LineChart } from "@/components/charts/line-chart";
import { MatrixChart } from "@/components/charts/matrix-chart";
import { TimeAxis } from "@/components/charts/time-axis";
import { Waterfall } from "@/components/charts/waterfall";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";

const MONEY = { locale: "en-GB", style: "currency", currency: "EUR" } as const;
const PERCENT = { locale: "en-GB", style: "percent", digits: 1 } as const;
const MONTHS = ["May", "Jun", "Jul", "Aug", "Sep", "Oct"];
const HERE = "/gallery?view=charts";

export function ChartsView() {
  return (
    <Page>
      <PageHeader title="Charts" subline="small and honest" />
      <div className="grid gap-4 xl:grid-cols-2">
        <BarsChart
          title="Spend by month"
          sub="€1,284,300 to date, 3.1 % over the case"
          axis="Month"
          look={MONEY}
          stacked
          series={[
            { key: "fixed", label: "Fixed fees" },
            { key: "volume", label: "By volume" },
          ]}
          points={MONTHS.map((label, index) => ({
            label,
            href: HERE,
            values: { fixed: 110_000, volume: 60_000 + index * 9_000 },
          }))}
        />
        <LineChart
          title="Solved within 8 working hours"
          axis="Month"
          look={PERCENT}
          levels={{ direction: "higher", expected: 93, minimum: 90 }}
          series={[{ key: "share", label: "Share of incidents", tone: "neutral" }]}
          points={MONTHS.map((label, index) => ({
            label,
            values: { share: [94, 93.2, 92, 91, 89.4, 88.6][index] ?? null },
          }))}
        />
        <Waterfall
          title="From today's cost to the option's"
          axis="Line"
          look={MONEY}
          goodWhen="lower"
          steps={[
            { label: "Today", value: 1_900_000, kind: "total" },
            { label: "Staff", value: -900_000, kind: "change" },
            { label: "Vendor", value: 560_000, kind: "change" },
            { label: "Retained", value: 120_000, kind: "change" },
            { label: "Option", value: 1_680_000, kind: "total" },
          ]}
        />
        <MatrixChart
          title="Benefit against difficulty"
          xLabel="Difficulty"
          yLabel="Benefit"
          points={[
            { key: "1", label: "Payroll", x: 30, y: 78, tone: "good", href: HERE },
            { key: "2", label: "Research", x: 80, y: 35, tone: "bad", href: HERE },
            { key: "3", label: "Invoices", x: 45, y: 60, href: HERE },
          ]}
        />
        <Card>
          <CardHeader title="Open risks" />
          <CardBody>
            <HeatMap
              caption="Open risks by probability and impact"
              xLabel="impact"
              yLabel="probability"
              cells={[
                { x: 4, y: 4, count: 2, href: HERE },
                { x: 2, y: 3, count: 5, href: HERE },
                { x: 1, y: 1, count: 3, href: HERE },
              ]}
            />
          </CardBody>
        </Card>
        <Card>
          <CardHeader title="Renewals" />
          <TimeAxis
            label="Renewals"
            from="2026-11-01"
            to="2027-11-01"
            ticks={[
              { day: "2026-11-01", label: "Nov 2026" },
              { day: "2027-02-01", label: "Feb 2027" },
              { day: "2027-05-01", label: "May" },
              { day: "2027-08-01", label: "Aug" },
              { day: "2027-11-01", label: "Nov 2027" },
            ]}
            marks={[
              {
                key: "1",
                label: "CTR-0012",
                day: "2026-12-09",
                when: "9 Dec 2026",
                sub: "last safe day",
                tone: "bad",
                href: HERE,
              },
              {
                key: "2",
                label: "CTR-0007",
                day: "2027-04-20",
                when: "20 Apr 2027",
                sub: "notice",
                tone: "warn",
                href: HERE,
              },
              {
                key: "3",
                label: "CTR-0009",
                day: "2027-09-30",
                when: "30 Sep 2027",
                sub: "end of term",
                tone: "neutral",
              },
            ]}
          />
        </Card>
      </div>
    </Page>
  );
}
