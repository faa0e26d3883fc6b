import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AssessmentsCard } from "@/components/processes/assessments-card";
import { ChildrenCard } from "@/components/processes/children-card";
import { ProcessActions } from "@/components/processes/process-actions";
import { ProcessActivity } from "@/components/processes/process-activity";
import { ProcessFacts } from "@/components/processes/process-facts";
import { RecommendationStatus } from "@/components/processes/recommendation-status";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DecimalText } from "@/components/ui/decimal-text";
import { MoneyText } from "@/components/ui/money-text";
import { PageHeader } from "@/components/ui/page-header";
import { Page, RecordLayout } from "@/components/ui/page-layout";
import { StatStrip } from "@/components/ui/stat-strip";
import { Status } from "@/components/ui/status";
import { may } from "@/lib/access/actor";
import { type MemberSession, requireMember } from "@/lib/access/session";
import { saveComment } from "@/lib/engagements/actions";
import { stageLabels } from "@/lib/engagements/labels";
import { listProcessActivity } from "@/lib/processes/activity";
import { listAssessmentsOf } from "@/lib/processes/assessments/queries";
import { processStateLabels, processStateTones } from "@/lib/processes/labels";
import { listAncestors, listChildren, listEngagementsOf } from "@/lib/processes/queries";
import { readProcessOf } from "@/lib/processes/read";
import type { ProcessView } from "@/lib/processes/schema";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const member = await requireMember("process:read");
  const process = await readProcessOf(member, (await params).id);
  return { title: process ? `${process.code} ${process.name}` : "Process" };
}

export default async function ProcessPage({ params }: Props) {
  const member = await requireMember("process:read");
  const process = (await readProcessOf(member, (await params).id)) ?? notFound();
  const { organizationId } = member;
  const [ancestors, children, assessments, engagements, activity] = await Promise.all([
    listAncestors(organizationId, process.id),
    listChildren(organizationId, process.id),
    listAssessmentsOf(organizationId, process.id),
    listEngagementsOf(organizationId, process.id),
    listProcessActivity(organizationId, process.id),
  ]);
  const draft = assessments.find((each) => each.state === "draft");
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: "Processes", href: "/processes" },
          ...ancestors.map((each) => ({ label: each.name, href: `/processes/${each.id}` })),
          { label: process.name },
        ]}
        title={process.name}
        status={<Status tone={processStateTones[process.state]}>{processStateLabels[process.state]}</Status>}
        subline={[process.code, process.businessUnit, process.owner ? `owner ${process.owner.name}` : null]
          .filter(Boolean)
          .join(" · ")}
        actions={
          <ProcessActions
            process={process}
            member={member}
            draftHref={draft ? `/processes/${process.id}/assessments/${draft.id}` : null}
          />
        }
      />
      <RecordLayout side={<ProcessFacts process={process} reader={member} />}>
        <Figures process={process} member={member} />
        {process.description ? (
          <Card>
            <CardHeader title="What it is" />
            <CardBody>
              <p className="whitespace-pre-wrap">{process.description}</p>
            </CardBody>
          </Card>
        ) : null}
        <AssessmentsCard assessments={assessments} reader={member} />
        <ChildrenCard
          parentId={process.id}
          parentCode={process.code}
          rows={children}
          mayCreate={process.state === "active" && may(member, "process:create")}
          currency={member.organization.currency}
          reader={member}
        />
        <Engagements engagements={engagements} />
        <ProcessActivity
          processId={process.id}
          entries={activity}
          reader={member}
          {...(may(member, "comment:create") ? { comment: saveComment } : {})}
        />
      </RecordLayout>
    </Page>
  );
}

function Figures({ process, member }: { process: ProcessView; member: MemberSession }) {
  return (
    <StatStrip
      stats={[
        {
          label: "Suitability",
          value: process.score ? <DecimalText value={process.score} reader={member} decimals={0} /> : "—",
          ...(process.score ? { unit: "of 100" } : {}),
          sub: process.recommendation ? (
            <RecommendationStatus recommendation={process.recommendation} reader={member} />
          ) : (
            "not assessed yet"
          ),
        },
        {
          label: "Cost a year",
          value: <MoneyText amount={process.costPerYear} currency={member.organization.currency} reader={member} />,
        },
        {
          label: "People",
          value: <DecimalText value={process.fullTimeEquivalents} reader={member} />,
          ...(process.fullTimeEquivalents ? { unit: "FTE" } : {}),
        },
        {
          label: "Volume a month",
          value: <DecimalText value={process.volumePerMonth} reader={member} />,
          ...(process.volumePerMonth ? { unit: process.volumeUnit } : {}),
        },
      ]}
    />
  );
}

type CarryingEngagement = Awaited<ReturnType<typeof listEngagementsOf>>[number];

function Engagements({ engagements }: { engagements: readonly CarryingEngagement[] }) {
  return (
    <Card>
      <CardHeader title="Engagements" />
      <DataTable
        caption="Engagements that carry this process"
        rows={engagements}
        rowKey={(each) => each.id}
        rowHref={(each) => `/engagements/${each.id}`}
        empty={
          <p className="px-4 py-3.5 text-ink-2">
            No engagement carries this process. An engagement is the decision to hand work to a provider, from the idea
            to the exit.
          </p>
        }
        columns={[
          { key: "name", header: "Engagement", cell: (each) => each.name },
          { key: "code", header: "Code", cell: (each) => each.code, nowrap: true },
          { key: "stage", header: "Stage", cell: (each) => stageLabels[each.stage] },
        ]}
      />
    </Card>
  );
}
