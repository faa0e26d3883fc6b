import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RiskFields } from "@/components/risks/risk-fields";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { FormLayout, Page } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { requireMember } from "@/lib/access/session";
import { listEngagementOptions, listMemberOptions } from "@/lib/engagements/queries";
import { saveRisk } from "@/lib/risks/actions";
import { findRisk, listVendorOptions } from "@/lib/risks/queries";
import { isRecordId } from "@/lib/shared/record-id";

export const metadata: Metadata = { title: "Edit risk" };

export default async function EditRiskPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const member = await requireMember("risk:write");
  const risk = isRecordId(id) ? await findRisk(member.organizationId, id) : null;
  if (!risk) notFound();
  const [engagements, vendors, owners] = await Promise.all([
    listEngagementOptions(member.organizationId, risk.engagementId),
    listVendorOptions(member.organizationId),
    listMemberOptions(member.organizationId),
  ]);
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: "Risks", href: "/risks" }, { label: risk.title, href: `/risks/${id}` }, { label: "Edit" }]}
        title={`Edit ${risk.code}`}
      />
      <FormLayout>
        <ActionForm action={saveRisk} draftKey={`risk:${id}`}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" value={risk.version} />
          <RiskFields
            values={{
              title: risk.title,
              description: risk.description,
              category: risk.category,
              engagementId: risk.engagementId ?? "",
              vendorId: risk.vendorId ?? "",
              probability: String(risk.probability),
              impact: String(risk.impact),
              residualProbability: risk.residualProbability === null ? "" : String(risk.residualProbability),
              residualImpact: risk.residualImpact === null ? "" : String(risk.residualImpact),
              ownerId: risk.ownerId ?? "",
              state: risk.state,
              reviewDate: risk.reviewDate ?? "",
            }}
            engagements={engagements}
            vendors={vendors}
            owners={owners}
          />
          <FormButtons>
            <SubmitButton>Save risk</SubmitButton>
            <LinkButton variant="quiet" href={`/risks/${id}`}>
              Cancel
            </LinkButton>
          </FormButtons>
        </ActionForm>
      </FormLayout>
    </Page>
  );
}
