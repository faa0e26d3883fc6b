import { Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Status } from "@/components/ui/status";
import { Tabs } from "@/components/ui/tabs";
import { may } from "@/lib/access/actor";
import type { MemberSession } from "@/lib/access/session";
import { countryName } from "@/lib/shared/country";
import { VENDOR_STATUS } from "@/lib/vendors/labels";
import type { VendorView } from "@/lib/vendors/schema";
import { VendorMoves } from "./vendor-moves";

type Tab = "" | "/contacts" | "/locations" | "/certificates" | "/subcontractors";

/** Header and tabs of a vendor, the same on each of its pages. */
export function VendorFrame(props: { vendor: VendorView; member: MemberSession; tab: Tab; children: ReactNode }) {
  const { vendor, member, tab, children } = props;
  const base = `/vendors/${vendor.id}`;
  const status = VENDOR_STATUS[vendor.status];
  const subline = [vendor.code, vendor.tradingName, countryName(vendor.country, member.locale)];
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: "Vendors", href: "/vendors" }, { label: vendor.legalName }]}
        title={vendor.legalName}
        status={<Status tone={status.tone}>{status.label}</Status>}
        subline={subline.filter(Boolean).join(" · ")}
        actions={
          <>
            {may(member, "vendor:write") ? (
              <LinkButton href={`${base}/edit`} icon={<Pencil aria-hidden />}>
                Edit
              </LinkButton>
            ) : null}
            <VendorMoves vendor={vendor} member={member} />
          </>
        }
      />
      <Tabs
        current={`${base}${tab}`}
        tabs={[
          { href: base, label: "Overview" },
          { href: `${base}/contacts`, label: "Contacts", count: vendor.contacts.length },
          { href: `${base}/locations`, label: "Locations", count: vendor.locations.length },
          { href: `${base}/certificates`, label: "Certificates", count: vendor.certificates.length },
          { href: `${base}/subcontractors`, label: "Subcontractors", count: vendor.subcontractors.length },
        ]}
      />
      {children}
    </Page>
  );
}
