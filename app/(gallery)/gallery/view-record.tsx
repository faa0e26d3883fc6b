import { CalendarDays, CheckCheck, ClockAlert, Presentation, ReceiptText } from "lucide-react";
import { Button, LinkButton } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardHeader, CardRow } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { KeyFacts } from "@/components/ui/key-facts";
import { PageHeader } from "@/components/ui/page-header";
import { Page, RecordLayout } from "@/components/ui/page-layout";
import { Sparkline } from "@/components/ui/sparkline";
import { StageRail } from "@/components/ui/stage-rail";
import { StatStrip } from "@/components/ui/stat-strip";
import { Status, ToneIcon } from "@/components/ui/status";
import { StepsDialog } from "@/components/ui/steps-dialog";
import { Tabs } from "@/components/ui/tabs";
import { QuietLink } from "@/components/ui/text-link";
import { LEVELS } from "./sample";

const HERE = "/gallery?view=record";

const SIDE = (
  <>
    <Card>
      <CardHeader title="Next" />
      <CardRow icon={<CheckCheck aria-hidden />} sub="reported 4 Nov, due Tue 24 Nov">
        Verify October
      </CardRow>
      <CardRow icon={<ReceiptText aria-hidden />} sub="€3,960 credit not taken">
        Invoice INV-2291: €214,480
      </CardRow>
      <CardRow icon={<CalendarDays aria-hidden />} sub="pack is ready, 2 decisions">
        Quarterly review, Thu 26 Nov 14:00
      </CardRow>
    </Card>
    <Card>
      <CardHeader title="Contract" />
      <KeyFacts
        facts={[
          { label: "Type", value: "Time and materials, volume bands" },
          { label: "Term", value: "1 Jun 2026 – 31 May 2029" },
          { label: "Notice", value: "6 months, tacit renewal 1 year" },
          {
            label: "Decide by",
            value: (
              <>
                9 Feb 2028 <span className="text-ink-3 text-xs">in 1 y 79 d</span>
              </>
            ),
          },
          { label: "Delivery", value: "Gdańsk, Kochi · 24/7" },
          { label: "At risk", value: null },
        ]}
      />
    </Card>
  </>
);

export function RecordView() {
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: "Engagements", href: "/gallery" }, { label: "Help desk and field support" }]}
        title="Help desk and field support"
        status={<Status tone="bad">Red</Status>}
        subline="ENG-0007 · Northmoor Services · owner Mira Castell"
        actions={
          <>
            <LinkButton href={HERE} icon={<Presentation aria-hidden />}>
              Review pack
            </LinkButton>
            <Button variant="primary" icon={<CheckCheck aria-hidden />}>
              Verify October
            </Button>
          </>
        }
      />
      <StageRail
        stages={[
          { key: "assess", label: "Assess", state: "done", sub: "approved 14 Jan", href: HERE },
          { key: "scope", label: "Scope", state: "done", sub: "v3, 41 requirements", href: HERE },
          { key: "source", label: "Source", state: "done", sub: "RFP-2026-004", href: HERE },
          { key: "contract", label: "Contract", state: "done", sub: "CTR-0012 signed", href: HERE },
          { key: "transition", label: "Transition", state: "done", sub: "closed 2 Jun, 6 days late", href: HERE },
          { key: "operate", label: "Operate", state: "current", sub: "month 6 of 36", href: HERE },
          { key: "exit", label: "Exit", state: "upcoming", sub: "decide by 9 Feb 2028", href: HERE },
        ]}
      />
      <Tabs
        current={HERE}
        tabs={[
          { href: HERE, label: "Overview" },
          { href: "/gallery?view=board", label: "Objectives", count: 4 },
          { href: "/gallery?view=list", label: "Business case" },
          { href: "/gallery?view=charts", label: "Contracts", count: 1 },
          { href: "/gallery?view=pieces", label: "Service levels", count: 9 },
          { href: "/gallery?tab=6", label: "Governance", count: 3 },
          { href: "/gallery?tab=7", label: "Risks", count: 5 },
          { href: "/gallery?tab=8", label: "Documents", count: 38 },
          { href: "/gallery?tab=9", label: "Activity" },
        ]}
      />
      <RecordLayout side={SIDE}>
        <StatStrip
          stats={[
            { label: "Spend to date", value: "€1,284,300", sub: "3.1 % over the case, all of it volume" },
            { label: "Saved against keeping it", value: "€412,900", sub: "case said €448,000" },
            { label: "Service levels, October", value: "7", unit: "of 9 met", sub: "one below minimum" },
            { label: "Credits this year", value: "€23,760", sub: "19 % of the amount at risk" },
          ]}
        />
        <Callout
          title="Why it is red"
          action={
            <StepsDialog
              title="Health of this engagement"
              steps={[
                { label: "Service level below minimum, second month", value: "red" },
                { label: "Overdue actions", value: "2" },
              ]}
              total={{ label: "Health", value: "Red" }}
            />
          }
          reasons={[
            {
              key: "1",
              tone: "bad",
              href: HERE,
              sub: "Forecast for November 89.1 %. 212 more cases may fail before the minimum is lost for certain.",
              children: (
                <>
                  <strong className="font-semibold">Solved within 8 working hours</strong> is below its minimum for the
                  second month: 88.6 % against 90 %.
                </>
              ),
            },
            {
              key: "2",
              tone: "warn",
              href: HERE,
              children: (
                <>
                  <strong className="font-semibold">Satisfaction falls while service levels look fine</strong>: 4.3 →
                  3.9 → 3.6 over three surveys.
                </>
              ),
            },
            {
              key: "3",
              tone: "warn",
              icon: <ClockAlert aria-hidden className="text-warn" />,
              href: HERE,
              children: (
                <>
                  <strong className="font-semibold">Two actions are overdue</strong>, the older by 11 working days: root
                  cause of the August backlog.
                </>
              ),
            },
          ]}
        />
        <Card>
          <CardHeader title="Service levels" action={<QuietLink href="/gallery?view=board">Board</QuietLink>} />
          <DataTable
            caption="Service levels of October"
            rows={LEVELS}
            rowKey={(level) => level.name}
            rowHref={() => HERE}
            columns={[
              { key: "name", header: "Service level", cell: (level) => level.name },
              { key: "expected", header: "Expected", align: "right", cell: (level) => `${level.expected} %` },
              { key: "minimum", header: "Minimum", align: "right", cell: (level) => `${level.minimum} %` },
              {
                key: "value",
                header: "October",
                align: "right",
                strong: true,
                cell: (level) => (level.values.at(-1) === null ? "—" : `${level.values.at(-1)} %`),
              },
              {
                key: "months",
                header: "Last 13 months",
                cell: (level) => (
                  <Sparkline
                    values={level.values}
                    direction={level.direction}
                    expected={level.expected}
                    minimum={level.minimum}
                    label={`${level.name} over 13 months`}
                  />
                ),
              },
              { key: "status", header: "Status", cell: (level) => <Status tone={level.tone}>{level.word}</Status> },
            ]}
          />
        </Card>
        <Card>
          <CardRow icon={<ToneIcon tone="good" />}>Everything else is as agreed.</CardRow>
        </Card>
      </RecordLayout>
    </Page>
  );
}
