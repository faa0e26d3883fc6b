import type { Metadata } from "next";
import { NO_RISK, RiskFields } from "@/components/risks/risk-fields";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { FormLayout, Page } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { requireMember } from "@/lib/access/session";
import { listEngagementOptions, listMemberOptions } from "@/lib/engagements/queries";
import { saveNewRisk } from "@/lib/risks/actions";
import { listVendorOptions } from "@/lib/risks/queries";

export const metadata: Metadata = { title: "New risk" };

type Props = { searchParams: Promise<{ engagement?: string; vendor?: string }> };

export default async function NewRiskPage({ searchParams }: Props) {
  const member = await requireMember("risk:write");
  const { engagement = "", vendor = "" } = await searchParams;
  const [engagements, vendors, owners] = await Promise.all([
    listEngagementOptions(member.organizationId),
    listVendorOptions(member.organizationId),
    listMemberOptions(member.organizationId),
  ]);
  return (
    <Page>
      <PageHeader crumbs={[{ label: "Risks", href: "/risks" }, { label: "New" }]} title="New risk" />
      <FormLayout>
        <ActionForm action={saveNewRisk} draftKey="risk:new">
          <RiskFields
            values={{ ...NO_RISK, engagementId: engagement, vendorId: vendor, ownerId: member.memberId }}
            engagements={engagements}
            vendors={vendors}
            owners={owners}
          />
          <FormButtons>
            <SubmitButton>Record risk</SubmitButton>
            <LinkButton variant="quiet" href={engagement ? `/engagements/${engagement}/risks` : "/risks"}>
              Cancel
            </LinkButton>
          </FormButtons>
        </ActionForm>
      </FormLayout>
    </Page>
  );
}
