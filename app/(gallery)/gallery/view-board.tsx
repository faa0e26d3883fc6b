import { CheckCheck, ChevronLeft, ChevronRight, Download, FileClock, Flag } from "lucide-react";
import { Button, LinkButton } from "@/components/ui/button";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { KeyFacts } from "@/components/ui/key-facts";
import { PageHeader } from "@/components/ui/page-header";
import { Page, RecordLayout, TileGrid } from "@/components/ui/page-layout";
import { Sparkline } from "@/components/ui/sparkline";
import { Status } from "@/components/ui/status";
import { Steps } from "@/components/ui/steps";
import { Tabs } from "@/components/ui/tabs";
import { LEVELS } from "./sample";

const HERE = "/gallery?view=board";

const SIDE = (
  <>
    <Card>
      <CardHeader title="Credit for Solved within 8 working hours" />
      <Steps
        steps={[
          { label: "Charges in October", value: "€110,000.00" },
          { label: "× at risk 12 %", value: "€13,200.00" },
          { label: "× pool of Resolution 50 %", value: "€6,600.00" },
          { label: "× allocation 40 %", value: "€2,640.00" },
          { label: "× second month in a row 1.5", value: "€3,960.00" },
        ]}
        total={{ label: "Credit", value: "€3,960.00" }}
        note="Schedule 4.2, version 2 of 1 Jul 2026. 88.6 % = 4,119 of 4,649 cases; exactly at 90 % would meet it."
      />
    </Card>
    <Card>
      <CardHeader title="Month" />
      <KeyFacts
        facts={[
          { label: "Credits", value: "€3,960.00 of €13,200.00 cap" },
          { label: "Earned back", value: "€0.00, €1,980.00 held" },
          { label: "Excluded", value: "37 cases, client outage 12 Oct" },
        ]}
      />
    </Card>
  </>
);

export function BoardView() {
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: "Contracts", href: HERE },
          { label: "CTR-0012 Northmoor Services", href: "/gallery" },
          { label: "Service levels" },
        ]}
        title="October 2026"
        status={
          <Status tone="accent" icon={<FileClock aria-hidden />}>
            To verify
          </Status>
        }
        subline="reported 4 Nov 09:12 by the vendor · 18,402 cases · version 2 of the definitions"
        actions={
          <>
            <LinkButton size="icon" href={HERE} aria-label="September 2026" icon={<ChevronLeft aria-hidden />} />
            <LinkButton size="icon" href={HERE} aria-label="November 2026" icon={<ChevronRight aria-hidden />} />
            <Button icon={<Download aria-hidden />}>Sheet</Button>
            <Button icon={<Flag aria-hidden />}>Dispute</Button>
            <Button variant="primary" icon={<CheckCheck aria-hidden />}>
              Verify
            </Button>
          </>
        }
      />
      <Tabs
        current={HERE}
        tabs={[
          { href: HERE, label: "Tiles" },
          { href: "/gallery?b=2", label: "Year grid" },
          { href: "/gallery?b=3", label: "Exclusions", count: 1 },
          { href: "/gallery?b=4", label: "Credits", count: 2 },
        ]}
      />
      <RecordLayout side={SIDE}>
        <TileGrid>
          {LEVELS.map((level, index) => (
            <Card key={level.name} selected={index === 1}>
              <div className="grid gap-2.5 px-4 py-3.5">
                <div>
                  <h2 className="font-semibold">{level.name}</h2>
                  <p className="text-ink-3 text-sm">{level.measure}</p>
                </div>
                <div className="flex items-center justify-between gap-3">
                  <p className="tabular font-semibold text-figure-lg tracking-tight">
                    {level.values.at(-1) ?? "—"} <span className="font-normal text-base text-ink-2">%</span>
                  </p>
                  <Status tone={level.tone}>{level.word}</Status>
                </div>
                <Sparkline
                  size="tile"
                  values={level.values}
                  direction={level.direction}
                  expected={level.expected}
                  minimum={level.minimum}
                  label={`${level.name} over 13 months`}
                />
              </div>
              <CardFooter>
                <span>{level.left}</span>
                <span>{level.right}</span>
              </CardFooter>
            </Card>
          ))}
        </TileGrid>
      </RecordLayout>
    </Page>
  );
}
