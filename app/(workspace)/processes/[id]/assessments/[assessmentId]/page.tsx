import { Trash2 } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AssessmentSheet } from "@/components/processes/assessment-sheet";
import { ActionButton } from "@/components/ui/action-button";
import { InstantText } from "@/components/ui/date-text";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Status } from "@/components/ui/status";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { discard } from "@/lib/processes/assessments/actions";
import { assessmentStateLabels, assessmentStateTones } from "@/lib/processes/labels";
import { readAssessmentOf } from "@/lib/processes/read";

export const metadata: Metadata = { title: "Suitability assessment" };

type Props = { params: Promise<{ id: string; assessmentId: string }> };

export default async function AssessmentPage({ params }: Props) {
  const member = await requireMember("assessment:read");
  const { id, assessmentId } = await params;
  const assessment = await readAssessmentOf(member, assessmentId);
  if (!assessment || assessment.process.id !== id) notFound();
  const isReadOnly = assessment.state !== "draft" || !may(member, "assessment:write");
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: "Processes", href: "/processes" },
          { label: assessment.process.name, href: `/processes/${id}` },
          { label: "Assessment" },
        ]}
        title={`Is ${assessment.process.name} fit to be outsourced?`}
        status={
          <Status tone={assessmentStateTones[assessment.state]}>{assessmentStateLabels[assessment.state]}</Status>
        }
        subline={
          <>
            {assessment.process.code} · assessed by {assessment.assessor.name} ·{" "}
            <InstantText instant={assessment.completedAt ?? assessment.updatedAt} reader={member} />
          </>
        }
        actions={
          isReadOnly ? null : (
            <ActionButton
              action={discard}
              fields={{ id: assessment.id, version: assessment.version }}
              icon={<Trash2 aria-hidden />}
              variant="danger"
              confirm={{
                title: "Discard this draft?",
                body: "Its answers and notes are gone then. Completed assessments stay.",
                label: "Discard draft",
              }}
            >
              Discard draft
            </ActionButton>
          )
        }
      />
      <AssessmentSheet key={assessment.id} assessment={assessment} isReadOnly={isReadOnly} />
    </Page>
  );
}
