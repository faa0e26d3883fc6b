import type { Metadata } from "next";
import { HomeCard } from "@/components/home/home-card";
import { NoEngagements } from "@/components/portfolio/no-engagements";
import { PortfolioFigures } from "@/components/portfolio/portfolio-figures";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Page, Stack } from "@/components/ui/page-layout";
import { may } from "@/lib/access/actor";
import { type MemberSession, requireMember } from "@/lib/access/session";
import { readPortfolio } from "@/lib/portfolio/queries/snapshot";
import { listWaitingDecisions } from "@/lib/portfolio/queries/waiting-decisions";
import { databaseNow } from "@/lib/server/clock";
import type { Reader } from "@/lib/shared/format";
import { hasNoEngagement } from "@/lib/workspace/home/beginning";
import { readHome } from "@/lib/workspace/home/sections";

export const metadata: Metadata = { title: "Home" };

async function ExecutiveFigures({ member, reader }: { member: MemberSession; reader: Reader }) {
  const [{ view }, decisions] = await Promise.all([
    readPortfolio(member.organizationId, member.organization.currency),
    listWaitingDecisions(member.organizationId),
  ]);
  return <PortfolioFigures content={view.content} reader={reader} decisions={decisions.length} />;
}

function greet(now: Date, timeZone: string): string {
  const hour = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).hour;
  if (hour < 12) return "Good morning";
  return hour < 18 ? "Good afternoon" : "Good evening";
}

export default async function HomePage() {
  const member = await requireMember();
  const reader = { locale: member.locale, timeZone: member.timeZone };
  const [sections, hasNone, now] = await Promise.all([
    readHome(member),
    hasNoEngagement(member.organizationId),
    databaseNow(),
  ]);
  const waiting = sections.reduce((total, section) => total + section.rows.length, 0);
  const isExecutive = member.roles.includes("executive") && may(member, "portfolio:read");
  return (
    <Page>
      <PageHeader
        title={`${greet(now, member.timeZone)}, ${member.name.split(" ")[0]}`}
        subline={waiting === 0 ? "Nothing waits for you." : "What waits, the most urgent first."}
        actions={
          isExecutive ? (
            <LinkButton variant="primary" href="/portfolio">
              Open portfolio
            </LinkButton>
          ) : null
        }
      />
      <Stack>
        {hasNone ? <NoEngagements member={member} /> : null}
        {isExecutive && !hasNone ? <ExecutiveFigures member={member} reader={reader} /> : null}
        <div className="gap-4 xl:columns-2 [&>*]:mb-4 [&>*]:break-inside-avoid">
          {sections.map((section) => (
            <HomeCard key={section.key} section={section} reader={reader} />
          ))}
        </div>
      </Stack>
    </Page>
  );
}
