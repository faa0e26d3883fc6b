import { Building2, Plus } from "lucide-react";
import type { Metadata } from "next";
import { ListView } from "@/components/lists/list-view";
import { LinkButton } from "@/components/ui/button";
import { Dash } from "@/components/ui/dash";
import { DateText } from "@/components/ui/date-text";
import { DecimalText } from "@/components/ui/decimal-text";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Status } from "@/components/ui/status";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { readList } from "@/lib/server/lists/read";
import { parseListRequest } from "@/lib/server/lists/request";
import { countryName } from "@/lib/shared/country";
import { SERVICE_LABEL, type Service, VENDOR_STATUS } from "@/lib/vendors/labels";
import { vendorList } from "@/lib/vendors/lists";
import { listVendorCountries } from "@/lib/vendors/queries";
import type { VendorStatus } from "@/lib/vendors/rules/status";

export const metadata: Metadata = { title: "Vendors" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function VendorsPage({ searchParams }: Props) {
  const member = await requireMember("vendor:read");
  const countries = await listVendorCountries(member.organizationId);
  const country = {
    ...vendorList.filters.country,
    label: "Any country",
    where: "v.country = ?",
    values: countries.map((value) => ({ value, label: countryName(value, member.locale) })),
  };
  const list = { ...vendorList, filters: { ...vendorList.filters, country } };
  const { request } = parseListRequest(list, await searchParams);
  const page = await readList(list, member.organizationId, request);
  const create = may(member, "vendor:write") ? (
    <LinkButton variant="primary" href="/vendors/new" icon={<Plus aria-hidden />}>
      New vendor
    </LinkButton>
  ) : null;
  return (
    <Page>
      <PageHeader title="Vendors" subline="Companies that work can be handed to." actions={create} />
      <ListView
        list={list}
        page={page}
        request={request}
        basePath="/vendors"
        caption="Vendors"
        searchPlaceholder="Search by code or name"
        locale={member.locale}
        rowHref={(row) => `/vendors/${row.id}`}
        empty={
          <EmptyState icon={<Building2 aria-hidden />} title="No vendors yet" action={create}>
            Add the companies that you work with or could work with. RFPs and contracts are made with them.
          </EmptyState>
        }
        columns={[
          { key: "legalName", header: "Vendor", cell: (row) => row.legalName },
          { key: "code", header: "Code", cell: (row) => row.code, nowrap: true },
          {
            key: "status",
            header: "Status",
            cell: (row) => {
              const status = VENDOR_STATUS[row.status as VendorStatus];
              return <Status tone={status.tone}>{status.label}</Status>;
            },
          },
          { key: "country", header: "Country", cell: (row) => countryName(row.country ?? "", member.locale) },
          { key: "services", header: "Services", cell: (row) => servicesText(row.services) },
          {
            key: "dueDiligenceScore",
            header: "Due diligence, of 100",
            align: "right",
            cell: (row) =>
              row.dueDiligenceScore === null ? <Dash /> : <DecimalText value={row.dueDiligenceScore} reader={member} />,
          },
          {
            key: "certificatesEnding",
            header: "Certificates",
            cell: (row) =>
              row.certificatesEnding ? <Status tone="warn">{row.certificatesEnding} to renew</Status> : null,
          },
          {
            key: "reviewDate",
            header: "Next review",
            align: "right",
            cell: (row) => (row.reviewDate ? <DateText day={row.reviewDate} reader={member} /> : <Dash />),
          },
        ]}
      />
    </Page>
  );
}

function servicesText(services: string | null): string {
  const names = (services ?? "")
    .split(" ")
    .filter(Boolean)
    .map((key) => SERVICE_LABEL[key as Service]);
  return names.length > 2 ? `${names.slice(0, 2).join(", ")} and ${names.length - 2} more` : names.join(", ");
}
