import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Tabs } from "@/components/ui/tabs";
import { type Actor, may } from "@/lib/access/actor";
import type { Right } from "@/lib/access/rights";

const tabs: readonly { href: string; label: string; right: Right }[] = [
  { href: "/settings/profile", label: "Profile", right: "organization:read" },
  { href: "/settings/organization", label: "Organization", right: "organization:read" },
  { href: "/settings/members", label: "Members", right: "member:read" },
  { href: "/settings/rights", label: "Rights", right: "organization:read" },
  { href: "/settings/tokens", label: "API tokens", right: "token:manage" },
  { href: "/settings/outbox", label: "Outbox", right: "outbox:read" },
  { href: "/settings/jobs", label: "Jobs", right: "job:read" },
  { href: "/settings/audit", label: "Audit log", right: "audit:read" },
];

type SettingsPageProps = { member: Actor; current: string; actions?: ReactNode; children: ReactNode };

/** The frame of every settings page: one tab per subject, only those that the roles reach. */
export function SettingsPage({ member, current, actions, children }: SettingsPageProps) {
  return (
    <Page>
      <PageHeader title="Settings" actions={actions} />
      <Tabs tabs={tabs.filter((tab) => may(member, tab.right))} current={current} label="Settings" />
      {children}
    </Page>
  );
}
