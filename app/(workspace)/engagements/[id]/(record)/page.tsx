import { CheckCheck, ClipboardList, ListChecks, Stamp } from "lucide-react";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { GateCard } from "@/components/engagements/gate-card";
import { findGateSeat } from "@/components/engagements/gate-seat";
import { HealthCallout } from "@/components/engagements/health-callout";
import { ServiceLevelCard } from "@/components/engagements/service-level-card";
import { ContractFacts, ObjectiveFacts } from "@/components/engagements/side-facts";
import { SpendStrip } from "@/components/engagements/spend-strip";
import { Card, CardBody, CardHeader, CardRow } from "@/components/ui/card";
import { RecordLayout } from "@/components/ui/page-layout";
import { StepsDisclosure } from "@/components/ui/steps";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/access/session";
import { findApprovedCase } from "@/lib/business-cases/queries";
import { listPlannedYears } from "@/lib/business-cases/rules/planned-years";
import { measureRealised } from "@/lib/business-cases/rules/realised";
import { readGate } from "@/lib/engagements/gate";
import {
  findMainContract,
  listMonthlyMoney,
  listNext,
  listServiceLevels,
  type NextThing,
  sumTexts,
} from "@/lib/engagements/overview";
import { findEngagement, findRequestedPassage, listObjectives } from "@/lib/engagements/queries";
import { databaseToday } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { d } from "@/lib/shared/decimal";
import { formatMoney, formatMonth } from "@/lib/shared/format";
import { isRecordId } from "@/lib/shared/record-id";

const ICONS: Record<NextThing["kind"], ReactNode> = {
  period: <CheckCheck aria-hidden />,
  action: <ListChecks aria-hidden />,
  task: <ClipboardList aria-hidden />,
  approval: <Stamp aria-hidden />,
};

export default async function EngagementPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const member = await requireMember("engagement:read");
  const organization = member.organizationId;
  const engagement = isRecordId(id) ? await findEngagement(organization, id) : null;
  if (!engagement) notFound();
  const today = await databaseToday(member.organization.timeZone);
  const [months, levels, contract, next, objectives, approved, request, gate] = await Promise.all([
    listMonthlyMoney(organization, id),
    listServiceLevels(organization, id),
    findMainContract(organization, id, today),
    listNext(organization, id, member),
    listObjectives(organization, id),
    findApprovedCase(organization, id),
    findRequestedPassage(organization, id),
    readGate(db, {
      ...engagement,
      organizationId: organization,
      estimatedYearlyValue: engagement.estimatedYearlyValue?.amount ?? null,
    }),
  ]);
  const charged = months.map(({ month, charges, credits }) => ({ month, charges: d(charges), credits: d(credits) }));
  const realised = approved && months.length > 0 ? measureRealised(listPlannedYears(approved), charged) : null;
  const here = `/engagements/${id}`;
  const year = today.slice(0, 4);
  const isRunning = levels.length > 0 || months.length > 0;
  const ofThisYear = months.filter(({ month }) => month.startsWith(year)).map(({ credits }) => credits);
  const gateCard =
    gate.next === null ? null : (
      <GateCard
        engagement={engagement}
        gate={{ ...gate, next: gate.next }}
        request={request}
        seat={findGateSeat(member, gate, request)}
        reader={member}
      />
    );
  return (
    <RecordLayout
      side={
        <>
          <Card>
            <CardHeader title="Next" />
            {next.length === 0 ? <CardBody className="text-ink-3">Nothing is waiting.</CardBody> : null}
            {next.map((thing) => (
              <CardRow key={thing.key} icon={ICONS[thing.kind]} sub={thing.sub}>
                <TextLink href={thing.href}>
                  {thing.month ? `${thing.text} ${formatMonth(thing.month, member)}` : thing.text}
                </TextLink>
              </CardRow>
            ))}
          </Card>
          <ContractFacts contract={contract} reader={member} />
          <ObjectiveFacts objectives={objectives} href={`${here}/objectives`} reader={member} />
        </>
      }
    >
      {isRunning ? (
        <SpendStrip
          currency={approved?.currency ?? engagement.currency}
          reader={member}
          spent={sumTexts(months.map((month) => month.charges))}
          creditsThisYear={sumTexts(ofThisYear)}
          year={year}
          realised={realised?.result ?? null}
          levels={levels}
          hrefs={{
            contracts: `${here}/contracts`,
            businessCase: `${here}/business-case`,
            serviceLevels: `${here}/service-levels`,
          }}
        />
      ) : null}
      {realised ? (
        <StepsDisclosure
          label="Show how the savings are calculated"
          steps={realised.steps}
          total={{
            label: "Saved against keeping it, to date",
            value: formatMoney(realised.result.saved.toFixed(2), approved?.currency ?? engagement.currency, member, {
              digits: "paid",
            }),
          }}
          note={`Plan: revision ${approved?.revision} of the business case. A year's plan is spread evenly over its months.`}
        />
      ) : null}
      {isRunning ? null : gateCard}
      {engagement.health === "grey" && !isRunning ? null : (
        <HealthCallout
          engagementId={id}
          health={engagement.health}
          signals={engagement.healthSignals}
          asOf={engagement.healthAsOf}
        />
      )}
      {levels.length > 0 ? (
        <ServiceLevelCard
          levels={levels}
          reader={member}
          boardHref={contract ? `/contracts/${contract.id}/service-levels` : "/service-levels"}
          empty={null}
        />
      ) : null}
      {isRunning ? gateCard : null}
      <Card>
        <CardHeader title="What it is about" />
        <CardBody className="grid gap-3">
          <p className="whitespace-pre-wrap text-pretty">{engagement.summary || "No summary yet."}</p>
          <p className="text-ink-2">
            Processes:{" "}
            {engagement.processes.length === 0
              ? "none yet"
              : engagement.processes.map((process, index) => (
                  <span key={process.id}>
                    {index > 0 ? ", " : null}
                    <TextLink href={`/processes/${process.id}`}>{process.name}</TextLink>
                  </span>
                ))}
          </p>
        </CardBody>
      </Card>
    </RecordLayout>
  );
}
