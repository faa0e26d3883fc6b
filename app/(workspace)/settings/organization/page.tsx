import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OrganizationForm } from "@/components/settings/organization-form";
import { SettingsPage } from "@/components/settings/settings-page";
import { Card, CardHeader } from "@/components/ui/card";
import { KeyFacts } from "@/components/ui/key-facts";
import { MoneyText } from "@/components/ui/money-text";
import { FormLayout } from "@/components/ui/page-layout";
import { may } from "@/lib/access/actor";
import { findOrganization } from "@/lib/access/organization";
import { requireMember } from "@/lib/access/session";

export const metadata: Metadata = { title: "Organization" };

export default async function OrganizationPage() {
  const member = await requireMember("organization:read");
  const organization = await findOrganization(member);
  if (!organization) notFound();
  return (
    <SettingsPage member={member} current="/settings/organization">
      <FormLayout>
        {may(member, "organization:update") ? (
          <OrganizationForm organization={organization} />
        ) : (
          <Card>
            <CardHeader title="Organization" sub="Administrators can change this." />
            <KeyFacts
              facts={[
                { label: "Name", value: organization.name },
                { label: "Currency", value: organization.currency },
                { label: "Time zone", value: organization.timeZone },
                {
                  label: "Approval limit",
                  value: (
                    <MoneyText amount={organization.approvalLimit} currency={organization.currency} reader={member} />
                  ),
                },
                {
                  label: "Limit for credits",
                  value: (
                    <MoneyText amount={organization.creditLimit} currency={organization.currency} reader={member} />
                  ),
                },
                { label: "Watermelon from", value: `${organization.watermelonFall} points of 5` },
                { label: "Outsource from", value: `${organization.outsourceAt} points` },
                { label: "Consider from", value: `${organization.considerAt} points` },
                { label: "Standstill", value: `${organization.standstillDays} days` },
              ]}
            />
          </Card>
        )}
      </FormLayout>
    </SettingsPage>
  );
}
