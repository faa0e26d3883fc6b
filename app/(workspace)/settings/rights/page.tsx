import type { Metadata } from "next";
import { RightsTable } from "@/components/settings/rights-table";
import { SettingsPage } from "@/components/settings/settings-page";
import { requireMember } from "@/lib/access/session";

export const metadata: Metadata = { title: "Rights" };

export default async function RightsPage() {
  const member = await requireMember("organization:read");
  return (
    <SettingsPage member={member} current="/settings/rights">
      <RightsTable own={member.roles} />
    </SettingsPage>
  );
}
