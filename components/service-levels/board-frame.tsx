import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Tabs } from "@/components/ui/tabs";
import type { BoardContract } from "@/lib/service-levels/queries/board";

export type BoardTab = "" | "/year" | "/exclusions" | "/credits" | "/case-log" | "/definitions";

type BoardFrameProps = {
  contract: BoardContract;
  tab: BoardTab;
  title: ReactNode;
  status?: ReactNode;
  subline?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** Header and tabs that all service-level pages of a contract share. */
export function BoardFrame({ contract, tab, title, status, subline, actions, children }: BoardFrameProps) {
  const home = `/contracts/${contract.id}`;
  const base = `${home}/service-levels`;
  const { exclusions, creditEntries } = contract.counts;
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: "Contracts", href: "/contracts" },
          { label: `${contract.code} ${contract.vendor}`, href: home },
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
          { href: base, label: "Tiles" },
          { href: `${base}/year`, label: "Year grid" },
          { href: `${base}/exclusions`, label: "Exclusions", ...(exclusions > 0 ? { count: exclusions } : {}) },
          { href: `${base}/credits`, label: "Credits", ...(creditEntries > 0 ? { count: creditEntries } : {}) },
          { href: `${base}/case-log`, label: "Case log" },
          { href: `${base}/definitions`, label: "Definitions" },
        ]}
      />
      {children}
    </Page>
  );
}
