import type { Metadata } from "next";
import { after } from "next/server";
import { BarsChart } from "@/components/charts/bars-chart";
import { HeatMap } from "@/components/charts/heat-map";
import { AttainmentGroups } from "@/components/portfolio/attainment-groups";
import { ConcentrationCard } from "@/components/portfolio/concentration-card";
import { DecisionsCard } from "@/components/portfolio/decisions-card";
import { AttainmentChart, SpendChart } from "@/components/portfolio/money-charts";
import { NoEngagements } from "@/components/portfolio/no-engagements";
import { PortfolioFigures } from "@/components/portfolio/portfolio-figures";
import { PortfolioReasons } from "@/components/portfolio/portfolio-reasons";
import { RenewalsCard } from "@/components/portfolio/renewals-card";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { PageHeader } from "@/components/ui/page-header";
import { Page, Stack } from "@/components/ui/page-layout";
import { PrintButton } from "@/components/ui/print-button";
import { requireMember } from "@/lib/access/session";
import { stageLabels } from "@/lib/engagements/labels";
import type { Stage } from "@/lib/engagements/rules/stages";
import { readPortfolio } from "@/lib/portfolio/queries/snapshot";
import { listWaitingDecisions } from "@/lib/portfolio/queries/waiting-decisions";
import { categoryLabels } from "@/lib/processes/labels";
import { databaseToday } from "@/lib/server/clock";
import { countryName } from "@/lib/shared/country";

export const metadata: Metadata = { title: "Portfolio" };

const OPEN_STAGES: readonly Stage[] = ["assess", "scope", "source", "contract", "transition", "operate", "exit"];

export default async function PortfolioPage() {
  const member = await requireMember("portfolio:read");
  const reader = { locale: member.locale, timeZone: member.timeZone };
  const [{ view, renew }, decisions] = await Promise.all([
    readPortfolio(member.organizationId, member.organization.currency),
    listWaitingDecisions(member.organizationId),
  ]);
  if (renew) after(renew);
  const { content } = view;
  const today = Temporal.PlainDate.from(await databaseToday(member.organization.timeZone));
  const ticks = [0, 6, 12, 18, 24].map((months) => {
    const day = today.add({ months });
    return {
      day: day.toString(),
      label: day.toLocaleString(member.locale, { month: "short", year: "2-digit", calendar: "iso8601" }),
    };
  });
  const categories: Record<string, string> = categoryLabels;
  if (content.pipeline.length === 0) {
    return (
      <Page>
        <PageHeader title="Portfolio" subline={member.organization.name} />
        <NoEngagements member={member} />
      </Page>
    );
  }
  return (
    <div className="print-sheet">
      <Page>
        <PageHeader
          title="Portfolio"
          subline={
            <>
              {member.organization.name} · as of <InstantText instant={view.computedAt.toISOString()} reader={reader} />
              {view.isBeingRenewed ? " · being computed anew, load again in a moment" : null}
            </>
          }
          actions={<PrintButton label="Print or save as PDF" />}
        />
        <Stack>
          <PortfolioFigures content={content} reader={reader} decisions={decisions.length} />
          <PortfolioReasons content={content} reader={reader} today={today.toString()} />
          <div className="print-columns grid gap-4 xl:grid-cols-2">
            <SpendChart content={content} reader={reader} />
            <AttainmentChart content={content} reader={reader} />
            <BarsChart
              title="Engagements by stage"
              axis="Stage"
              points={OPEN_STAGES.map((stage) => ({
                label: stageLabels[stage],
                href: `/engagements?stage=${stage}`,
                values: { engagements: content.pipeline.find((row) => row.stage === stage)?.engagements ?? 0 },
              }))}
              series={[{ key: "engagements", label: "Engagements" }]}
              look={{ locale: member.locale }}
            />
            <DecisionsCard decisions={decisions} reader={reader} />
            <AttainmentGroups
              title="By vendor"
              groups={content.byVendor}
              reader={reader}
              hrefOf={(key) => `/vendors/${key}`}
            />
            <AttainmentGroups
              title="By kind of work"
              groups={content.byCategory}
              reader={reader}
              hrefOf={(key) => `/processes?category=${key}`}
              labelOf={(label) => categories[label] ?? label}
            />
            <ConcentrationCard
              title="Dependence on vendors"
              content={content}
              reader={reader}
              nodeOf={(charge) => ({ key: charge.vendorId, label: charge.vendor })}
              hrefOf={(key) => `/vendors/${key}`}
            />
            <ConcentrationCard
              title="Dependence on countries"
              content={content}
              reader={reader}
              nodeOf={(charge) => ({ key: charge.country, label: countryName(charge.country, member.locale) })}
              hrefOf={(key) => `/vendors?country=${key}`}
            />
            <RenewalsCard
              renewals={content.renewals}
              reader={reader}
              today={today.toString()}
              until={today.add({ months: 24 }).toString()}
              ticks={ticks}
            />
            <Card>
              <CardHeader title="Risks" sub="All but closed ones, with mitigations where that is known" />
              <CardBody>
                <HeatMap
                  caption="Risks by probability and impact"
                  xLabel="Impact"
                  yLabel="Probability"
                  cells={content.risks.map((risk) => ({
                    x: risk.impact,
                    y: risk.probability,
                    count: risk.count,
                    href: `/risks?grade=${risk.probability}x${risk.impact}`,
                  }))}
                />
              </CardBody>
            </Card>
          </div>
        </Stack>
      </Page>
    </div>
  );
}
