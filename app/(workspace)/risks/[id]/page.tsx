import { Pencil } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommentCard } from "@/components/engagements/comment-card";
import { MitigationFields } from "@/components/risks/mitigation-fields";
import { MitigationRow } from "@/components/risks/mitigation-row";
import { RiskGrade } from "@/components/risks/risk-grade";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { KeyFacts } from "@/components/ui/key-facts";
import { PageHeader } from "@/components/ui/page-header";
import { Page, RecordLayout } from "@/components/ui/page-layout";
import { Badge } from "@/components/ui/status";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { listComments } from "@/lib/engagements/comments";
import { listMemberOptions } from "@/lib/engagements/queries";
import { saveNewMitigation } from "@/lib/risks/actions";
import { riskCategoryLabels, riskStateLabels } from "@/lib/risks/labels";
import { findRisk } from "@/lib/risks/queries";
import { databaseToday } from "@/lib/server/clock";
import { isRecordId } from "@/lib/shared/record-id";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const member = await requireMember("risk:read");
  const risk = isRecordId(id) ? await findRisk(member.organizationId, id) : null;
  return { title: risk ? `${risk.code} ${risk.title}` : "Risk" };
}

export default async function RiskPage({ params }: Props) {
  const { id } = await params;
  const member = await requireMember("risk:read");
  const risk = isRecordId(id) ? await findRisk(member.organizationId, id) : null;
  if (!risk) notFound();
  const canWrite = may(member, "risk:write");
  const [owners, comments, today] = await Promise.all([
    canWrite ? listMemberOptions(member.organizationId) : [],
    listComments(member.organizationId, "risk", id),
    databaseToday(member.organization.timeZone),
  ]);
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: "Risks", href: "/risks" }, { label: risk.title }]}
        title={risk.title}
        status={<RiskGrade probability={risk.probability} impact={risk.impact} />}
        subline={`${risk.code} · ${riskCategoryLabels[risk.category]} · ${risk.owner ? `owner ${risk.owner}` : "no owner yet"}`}
        actions={
          canWrite ? (
            <LinkButton variant="primary" href={`/risks/${id}/edit`} icon={<Pencil aria-hidden />}>
              Edit risk
            </LinkButton>
          ) : null
        }
      />
      <RecordLayout
        side={
          <Card>
            <CardHeader title="Facts" action={<Badge>{riskStateLabels[risk.state]}</Badge>} />
            <KeyFacts
              facts={[
                { label: "Inherent", value: `${risk.probability} × ${risk.impact} = ${risk.score}` },
                {
                  label: "Residual",
                  value:
                    risk.residualProbability === null || risk.residualImpact === null
                      ? null
                      : `${risk.residualProbability} × ${risk.residualImpact} = ${risk.residualProbability * risk.residualImpact}`,
                },
                {
                  label: "Engagement",
                  value: risk.engagement ? (
                    <TextLink href={`/engagements/${risk.engagement.id}/risks`}>{risk.engagement.name}</TextLink>
                  ) : null,
                },
                {
                  label: "Vendor",
                  value: risk.vendor ? (
                    <TextLink href={`/vendors/${risk.vendor.id}`}>{risk.vendor.legalName}</TextLink>
                  ) : null,
                },
                { label: "Review", value: <DateText day={risk.reviewDate} reader={member} /> },
              ]}
            />
          </Card>
        }
      >
        <Card>
          <CardHeader title="Cause and consequence" />
          <CardBody className="whitespace-pre-wrap text-pretty">{risk.description || "Not described yet."}</CardBody>
        </Card>
        <Card>
          <CardHeader title="Mitigations" />
          {risk.mitigations.length === 0 ? (
            <CardBody className="text-ink-3">
              {risk.rating === "high"
                ? "None yet. A risk rated high keeps its engagement at the gate until there is one."
                : "None yet."}
            </CardBody>
          ) : null}
          {risk.mitigations.map((mitigation) => (
            <MitigationRow
              key={`${mitigation.id}:${mitigation.version}`}
              mitigation={mitigation}
              owners={owners}
              canWrite={canWrite}
              today={today}
              reader={member}
            />
          ))}
          {canWrite ? (
            <CardBody className="border-line border-t">
              <ActionForm
                action={saveNewMitigation}
                draftKey={`mitigation:new:${id}`}
                clearWhenDone
                label="Add a mitigation"
              >
                <input type="hidden" name="riskId" value={id} />
                <MitigationFields owners={owners} />
                <div>
                  <SubmitButton variant="secondary">Add mitigation</SubmitButton>
                </div>
              </ActionForm>
            </CardBody>
          ) : null}
        </Card>
        <CommentCard
          subject={{ type: "risk", id }}
          comments={comments}
          canWrite={may(member, "comment:create")}
          reader={member}
        />
      </RecordLayout>
    </Page>
  );
}
