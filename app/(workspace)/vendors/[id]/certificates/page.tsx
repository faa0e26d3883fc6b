import { BadgeCheck, Plus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { FormDialog } from "@/components/ui/form-dialog";
import { Status } from "@/components/ui/status";
import { CertificateFields } from "@/components/vendors/detail-fields";
import { PartButtons } from "@/components/vendors/part-buttons";
import { VendorFrame } from "@/components/vendors/vendor-frame";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { databaseToday } from "@/lib/server/clock";
import { addCertificate, removeCertificate, saveCertificate } from "@/lib/vendors/details/actions";
import { CERTIFICATE_LABEL, CERTIFICATE_STATE } from "@/lib/vendors/labels";
import { readVendorOf } from "@/lib/vendors/read";
import { certificateState, daysLeft } from "@/lib/vendors/rules/certificates";

export const metadata: Metadata = { title: "Certificates of a vendor" };

export default async function CertificatesPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("vendor:read");
  const vendor = (await readVendorOf(member, (await params).id)) ?? notFound();
  const mayWrite = may(member, "vendor:write");
  const today = await databaseToday(member.timeZone);
  const add = mayWrite ? (
    <FormDialog
      action={addCertificate}
      fields={{ vendorId: vendor.id }}
      title="Add a certificate"
      submit="Add certificate"
      label="Add certificate"
      size="sm"
      icon={<Plus aria-hidden />}
    >
      <CertificateFields />
    </FormDialog>
  ) : null;
  return (
    <VendorFrame vendor={vendor} member={member} tab="/certificates">
      <Card>
        <CardHeader title="Certificates" sub="A certificate is marked 90 days before it ends." action={add} />
        <DataTable
          caption="Certificates"
          rows={vendor.certificates}
          rowKey={(certificate) => certificate.id}
          empty={
            <EmptyState icon={<BadgeCheck aria-hidden />} title="No certificate yet">
              Record ISO 27001, SOC reports and others with the day they end, and be warned in time.
            </EmptyState>
          }
          columns={[
            { key: "kind", header: "Certificate", cell: (each) => CERTIFICATE_LABEL[each.kind] },
            { key: "name", header: "Name or scope", cell: (each) => each.name },
            { key: "number", header: "Number", cell: (each) => each.number, nowrap: true },
            {
              key: "issuedOn",
              header: "Issued",
              align: "right",
              cell: (each) => <DateText day={each.issuedOn} reader={member} />,
            },
            {
              key: "expiresOn",
              header: "Expires",
              align: "right",
              cell: (each) => <DateText day={each.expiresOn} reader={member} />,
            },
            {
              key: "state",
              header: "State",
              cell: (each) => {
                const state = certificateState(each.expiresOn, today);
                const left = each.expiresOn ? daysLeft(each.expiresOn, today) : 0;
                return (
                  <Status tone={CERTIFICATE_STATE[state].tone}>
                    {state === "expiring" ? `Ends in ${left} days` : CERTIFICATE_STATE[state].label}
                  </Status>
                );
              },
            },
            {
              key: "actions",
              header: <span className="sr-only">Actions</span>,
              align: "right",
              cell: (each) =>
                mayWrite ? (
                  <PartButtons
                    part={each}
                    name={CERTIFICATE_LABEL[each.kind]}
                    noun="certificate"
                    save={saveCertificate}
                    remove={removeCertificate}
                  >
                    <CertificateFields certificate={each} />
                  </PartButtons>
                ) : null,
            },
          ]}
        />
      </Card>
    </VendorFrame>
  );
}
