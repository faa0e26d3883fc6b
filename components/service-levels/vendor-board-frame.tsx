import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Tabs } from "@/components/ui/tabs";
import type { BoardContract } from "@/lib/service-levels/queries/board";

export type VendorBoardTab = "" | "/case-log" | "/exclusions" | "/credits";

type VendorBoardFrameProps = {
  contract: BoardContract;
  tab: VendorBoardTab;
  title: ReactNode;
  status?: ReactNode;
  subline?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** Header and tabs of the months of a contract in the portal. */
export function VendorBoardFrame({ contract, tab, title, status, subline, actions, children }: VendorBoardFrameProps) {
  const home = `/portal/contracts/${contract.id}`;
  const base = `${home}/service-levels`;
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: "Contracts", href: "/portal/contracts" },
          { label: contract.code, href: home },
          ...(tab === ""
            ? [{ label: "Service levels" }]
            : [{ label: "Service levels", href: base }, { label: title as string }]),
        ]}
        title={title}
        status={status}
        subline={subline}
        actions={actions}
      />
      <Tabs
        current={`${base}${tab}`}
        label="Service levels"
        tabs={[
          { href: base, label: "Months" },
          { href: `${base}/case-log`, label: "Cases" },
          { href: `${base}/exclusions`, label: "Exclusions" },
          { href: `${base}/credits`, label: "Credits" },
        ]}
      />
      {children}
    </Page>
  );
}
