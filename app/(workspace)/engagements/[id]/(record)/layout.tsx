import { Pencil } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { EngagementTabs } from "@/components/engagements/engagement-tabs";
import { HealthStatus } from "@/components/engagements/health-status";
import { MoveMenu } from "@/components/engagements/move-menu";
import { listRailStages } from "@/components/engagements/rail-stages";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { StageRail } from "@/components/ui/stage-rail";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { outcomeLabels } from "@/lib/engagements/labels";
import { findMainContract } from "@/lib/engagements/overview";
import { findEngagement, findEngagementName, listPassages } from "@/lib/engagements/queries";
import { findStageOutcomes } from "@/lib/engagements/stage-rail";
import { databaseToday } from "@/lib/server/clock";
import { isRecordId } from "@/lib/shared/record-id";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { id } = await params;
  const member = await requireMember("engagement:read");
  const found = isRecordId(id) ? await findEngagementName(member.organizationId, id) : null;
  return { title: found ? `${found.code} ${found.name}` : "Engagement" };
}

export default async function EngagementLayout({ params, children }: Props) {
  const { id } = await params;
  const member = await requireMember("engagement:read");
  const engagement = isRecordId(id) ? await findEngagement(member.organizationId, id) : null;
  if (!engagement) notFound();
  const today = await databaseToday(member.organization.timeZone);
  const [outcomes, contract, passages] = await Promise.all([
    findStageOutcomes(member.organizationId, id),
    findMainContract(member.organizationId, id, today),
    engagement.stage === "cancelled" ? listPassages(member.organizationId, id) : [],
  ]);
  const here = `/engagements/${id}`;
  const isEnded = engagement.stage === "closed" || engagement.stage === "cancelled";
  const canChange = may(member, "engagement:update") && !isEnded;
  const isLeaving = ["exit", "closed"].includes(engagement.stage);
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: "Engagements", href: "/engagements" }, { label: engagement.name }]}
        title={engagement.name}
        status={<HealthStatus health={engagement.health} />}
        subline={[engagement.code, outcomes.vendors, `owner ${engagement.owner.name}`].filter(Boolean).join(" · ")}
        actions={
          canChange ? (
            <>
              <MoveMenu engagement={engagement} />
              <LinkButton href={`${here}/edit`} icon={<Pencil aria-hidden />}>
                Edit
              </LinkButton>
            </>
          ) : null
        }
      />
      {engagement.stage === "cancelled" ? (
        <Note tone="warn">This engagement was cancelled: {engagement.closingReason}</Note>
      ) : null}
      <StageRail
        label="Stages of the engagement"
        stages={listRailStages({
          id,
          stage: engagement.stage,
          lastStage: passages.find((passage) => passage.toStage === "cancelled")?.fromStage ?? "assess",
          outcomes,
          today,
          reader: member,
          ending: engagement.outcome ? outcomeLabels[engagement.outcome].toLowerCase() : null,
          decideBy: contract?.decideBy ?? null,
        })}
      />
      <EngagementTabs
        tabs={[
          { href: here, label: "Overview" },
          { href: `${here}/objectives`, label: "Objectives", count: outcomes.objectives },
          { href: `${here}/business-case`, label: "Business case" },
          { href: `${here}/scope`, label: "Scope" },
          { href: `${here}/rfp`, label: "RFP" },
          { href: `${here}/contracts`, label: "Contracts", count: outcomes.contracts },
          { href: `${here}/service-levels`, label: "Service levels", count: outcomes.serviceLevels },
          { href: `${here}/transition`, label: "Transition" },
          { href: `${here}/risks`, label: "Risks", count: outcomes.risks },
          { href: `${here}/governance`, label: "Governance", count: outcomes.governance },
          ...(isLeaving ? [{ href: `${here}/exit`, label: "Exit" }] : []),
          { href: `${here}/activity`, label: "Activity" },
        ]}
      />
      {children}
    </Page>
  );
}
