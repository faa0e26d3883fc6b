import { TriangleAlert } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader, CardRow } from "@/components/ui/card";
import { DateText, InstantText } from "@/components/ui/date-text";
import { DecimalText } from "@/components/ui/decimal-text";
import { KeyFacts } from "@/components/ui/key-facts";
import { RecordLayout } from "@/components/ui/page-layout";
import { TextLink } from "@/components/ui/text-link";
import { VendorFrame } from "@/components/vendors/vendor-frame";
import { requireMember } from "@/lib/access/session";
import { CONTRACT_STATE } from "@/lib/contracts/labels";
import { databaseToday } from "@/lib/server/clock";
import { RFP_STATE } from "@/lib/sourcing/rfps/labels";
import { SERVICE_LABEL } from "@/lib/vendors/labels";
import { findVendorInvolvement } from "@/lib/vendors/queries";
import { readVendorOf } from "@/lib/vendors/read";
import { vendorAttention } from "@/lib/vendors/rules/attention";

export const metadata: Metadata = { title: "Vendor" };

export default async function VendorPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("vendor:read");
  const vendor = (await readVendorOf(member, (await params).id)) ?? notFound();
  const involvement = await findVendorInvolvement(member.organizationId, vendor.id);
  const today = await databaseToday(member.timeZone);
  const attention = vendorAttention(vendor, today);
  const side = (
    <>
      <Card>
        <CardHeader title="Key facts" />
        <KeyFacts
          facts={[
            { label: "LEI", value: vendor.lei },
            { label: "Registration", value: vendor.registrationNumber },
            {
              label: "Website",
              value: vendor.website ? (
                <a href={vendor.website} rel="noreferrer" target="_blank" className="text-accent underline">
                  {new URL(vendor.website).host.replace(/^www\./, "")}
                </a>
              ) : null,
            },
            {
              label: "Employees",
              value:
                vendor.employees === null ? null : (
                  <DecimalText value={`${vendor.employees}`} reader={member} unit="people" />
                ),
            },
            { label: "Industries", value: vendor.industries.join(", ") || null },
            {
              label: "Due diligence",
              value: <DecimalText value={vendor.dueDiligenceScore} reader={member} unit="of 100" />,
            },
            { label: "Next review", value: <DateText day={vendor.reviewDate} reader={member} /> },
            { label: "Changed", value: <InstantText instant={vendor.updatedAt} reader={member} /> },
          ]}
        />
      </Card>
      <Card>
        <CardHeader title="Insurance" />
        <CardBody className="whitespace-pre-wrap">
          {vendor.insurance || "Nothing on record. Edit the vendor to note insurer, cover and end."}
        </CardBody>
      </Card>
    </>
  );
  return (
    <VendorFrame vendor={vendor} member={member} tab="">
      <RecordLayout side={side}>
        {attention.length > 0 ? (
          <Callout
            title="What needs attention"
            reasons={attention.map((reason) => ({
              ...reason,
              icon: <TriangleAlert aria-hidden className={reason.tone === "bad" ? "text-bad" : "text-warn"} />,
              children: reason.text,
              href: reason.tab ? `/vendors/${vendor.id}/${reason.tab}` : `/vendors/${vendor.id}/edit`,
            }))}
          />
        ) : null}
        <Card>
          <CardHeader title="What this vendor does" />
          <CardBody className="grid gap-3">
            <p className="whitespace-pre-wrap text-pretty">
              {vendor.description || "No description yet. Edit the vendor to add one."}
            </p>
            <p className="text-ink-2">
              {vendor.services.length > 0
                ? vendor.services.map((service) => SERVICE_LABEL[service]).join(" · ")
                : "No services named yet."}
            </p>
          </CardBody>
        </Card>
        <Card>
          <CardHeader title="Contracts" />
          {involvement.contracts.length === 0 ? <CardBody>No contract with this vendor.</CardBody> : null}
          {involvement.contracts.map((contract) => (
            <CardRow key={contract.id} sub={CONTRACT_STATE[contract.state].label}>
              <TextLink href={`/contracts/${contract.id}`}>
                {contract.code} {contract.title}
              </TextLink>
            </CardRow>
          ))}
        </Card>
        <Card>
          <CardHeader title="RFPs" sub="To which this vendor is or was invited." />
          {involvement.rfps.length === 0 ? <CardBody>Not invited to an RFP yet.</CardBody> : null}
          {involvement.rfps.map((rfp) => (
            <CardRow key={rfp.id} sub={RFP_STATE[rfp.state].label}>
              <TextLink href={`/rfps/${rfp.id}`}>
                {rfp.code} {rfp.title}
              </TextLink>
            </CardRow>
          ))}
        </Card>
      </RecordLayout>
    </VendorFrame>
  );
}
