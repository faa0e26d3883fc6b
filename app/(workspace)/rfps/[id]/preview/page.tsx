import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PrintButton } from "@/components/portal/print-button";
import { RfpDocument } from "@/components/sourcing/rfp-document";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { requireMember } from "@/lib/access/session";
import { readRfpOf } from "@/lib/sourcing/rfps/read";
import { findScope } from "@/lib/sourcing/scope/queries";

export const metadata: Metadata = { title: "Preview of an RFP" };

export default async function PreviewPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("rfp:read");
  const rfp = (await readRfpOf(member, (await params).id)) ?? notFound();
  const scope = (await findScope(member.organizationId, rfp.scope.id)) ?? notFound();
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: "RFPs", href: "/rfps" }, { label: rfp.code, href: `/rfps/${rfp.id}` }, { label: "Preview" }]}
        title="What vendors get"
        subline="This page prints as a document. Times are shown in the time zone of the RFP."
        actions={
          <>
            <LinkButton href={`/rfps/${rfp.id}`}>Back to the RFP</LinkButton>
            <PrintButton />
          </>
        }
      />
      <RfpDocument
        rfp={rfp}
        scope={scope}
        client={member.organization.name}
        reader={{ locale: member.locale, timeZone: rfp.timeZone }}
      />
    </Page>
  );
}
