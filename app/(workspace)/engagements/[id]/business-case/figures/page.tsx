import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CaseGrid } from "@/components/business-cases/case-grid";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { requireMember } from "@/lib/access/session";
import { findLatestCase } from "@/lib/business-cases/queries";
import { isRecordId } from "@/lib/shared/record-id";

export const metadata: Metadata = { title: "Figures of the business case" };

export default async function FiguresPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const member = await requireMember("businessCase:write");
  const record = isRecordId(id) ? await findLatestCase(member.organizationId, id) : null;
  if (!record) notFound();
  const back = `/engagements/${id}/business-case`;
  if (record.state !== "draft") redirect(back);
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: "Engagements", href: "/engagements" },
          { label: record.engagement.name, href: `/engagements/${id}` },
          { label: "Business case", href: back },
          { label: "Figures" },
        ]}
        title="Figures of the business case"
        subline={`Revision ${record.revision} · ${record.currency}`}
      />
      <CaseGrid
        id={record.id}
        version={record.version}
        firstYear={record.firstYear}
        years={record.years}
        currency={record.currency}
        settings={{ discountRate: record.discountRate, convention: record.convention, taxRate: record.taxRate }}
        options={record.options}
        backHref={back}
        locale={member.locale}
      />
    </Page>
  );
}
