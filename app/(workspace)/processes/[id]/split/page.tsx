import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActivityRows } from "@/components/processes/activity-rows";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { requireMember } from "@/lib/access/session";
import { splitIntoActivities } from "@/lib/processes/actions";
import { readProcessOf } from "@/lib/processes/read";

export const metadata: Metadata = { title: "Split a process" };

export default async function SplitProcessPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("process:create");
  const process = (await readProcessOf(member, (await params).id)) ?? notFound();
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: "Processes", href: "/processes" },
          { label: process.name, href: `/processes/${process.id}` },
          { label: "Split" },
        ]}
        title={`Split ${process.name} into activities`}
        subline="Activities take over its category, unit, owner, data and regulations. Its own figures stay as they are."
      />
      <ActionForm
        action={splitIntoActivities}
        draftKey={`process-split:${process.id}`}
        className="grid max-w-4xl gap-4"
      >
        <input type="hidden" name="id" value={process.id} />
        <input type="hidden" name="version" value={process.version} />
        <ActivityRows currency={member.organization.currency} />
        <FormButtons>
          <SubmitButton>Split process</SubmitButton>
          <LinkButton variant="quiet" href={`/processes/${process.id}`}>
            Cancel
          </LinkButton>
        </FormButtons>
      </ActionForm>
    </Page>
  );
}
