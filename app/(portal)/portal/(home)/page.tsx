import { FileSearch } from "lucide-react";
import type { Metadata } from "next";
import { Countdown } from "@/components/portal/countdown";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { InstantText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { StatStrip } from "@/components/ui/stat-strip";
import { Status } from "@/components/ui/status";
import { requireVendor } from "@/lib/access/session";
import { databaseNow } from "@/lib/server/clock";
import { bidStateLabels } from "@/lib/sourcing/bids/labels";
import { findInvitations } from "@/lib/sourcing/portal/queries";
import { INVITATION_STATE } from "@/lib/sourcing/rfps/labels";

export const metadata: Metadata = { title: "Invitations" };

type Invitation = Awaited<ReturnType<typeof findInvitations>>[number];

/** The next moment that matters to a bidder: questions first, then bids. */
function nextDeadline({ rfp, state, explanationDueAt }: Invitation, now: string): { label: string; at: string } | null {
  if (explanationDueAt && now < explanationDueAt) return { label: "Explain your price", at: explanationDueAt };
  if (rfp.state !== "published" || state === "declined") return null;
  if (rfp.questionsUntil && now < rfp.questionsUntil) return { label: "Questions", at: rfp.questionsUntil };
  return rfp.bidsUntil && now < rfp.bidsUntil ? { label: "Bids", at: rfp.bidsUntil } : null;
}

function bidWords({ bids, letters }: Invitation): string {
  if (letters.length > 0) return letters.includes("winner") ? "Result: awarded" : "Result: not chosen";
  if (bids.length === 0) return "Not begun";
  return bids
    .map((bid) => (bid.state === "draft" ? `Draft, ${bid.completeness} % filled in` : bidStateLabels[bid.state]))
    .join(" · ");
}

export default async function PortalHomePage() {
  const contact = await requireVendor();
  const [invitations, clock] = await Promise.all([findInvitations(contact), databaseNow()]);
  const now = clock.toISOString();
  const open = invitations.filter((each) => each.rfp.state === "published" && nextDeadline(each, now) !== null);
  const submitted = open.filter((each) => each.bids.some((bid) => bid.state === "submitted"));
  const soonest = open
    .flatMap((each) => (each.rfp.bidsUntil ? [each.rfp.bidsUntil] : []))
    .sort()
    .at(0);
  return (
    <Page>
      <PageHeader title="Invitations" subline={`Requests for proposals to ${contact.vendor.name}`} />
      {invitations.length === 0 ? null : (
        <StatStrip
          stats={[
            { label: "Open for bids", value: open.length },
            { label: "Submitted", value: submitted.length, unit: `of ${open.length}` },
            {
              label: "Next deadline for bids",
              value: soonest ? <Countdown serverNow={now} until={soonest} /> : "None",
            },
          ]}
        />
      )}
      <Card>
        <DataTable
          caption="Invitations"
          rows={invitations}
          rowKey={(row) => row.id}
          rowHref={(row) => `/portal/rfps/${row.rfp.id}`}
          columns={[
            { key: "title", header: "RFP", cell: (row) => row.rfp.title },
            { key: "code", header: "Code", nowrap: true, cell: (row) => row.rfp.code },
            {
              key: "state",
              header: "Your answer",
              cell: (row) => (
                <Status tone={INVITATION_STATE[row.state].tone}>{INVITATION_STATE[row.state].label}</Status>
              ),
            },
            { key: "bid", header: "Your bid", cell: bidWords },
            {
              key: "next",
              header: "Next deadline",
              nowrap: true,
              cell: (row) => {
                const next = nextDeadline(row, now);
                if (!next) return <span className="text-ink-3">Closed</span>;
                return (
                  <>
                    {next.label}: <InstantText instant={next.at} reader={contact} />
                    <span className="block text-ink-3 text-xs">
                      <Countdown serverNow={now} until={next.at} />
                    </span>
                  </>
                );
              },
            },
          ]}
          empty={
            <EmptyState icon={<FileSearch aria-hidden />} title="No invitations yet">
              When {contact.organization.name} invites you to bid, the request appears here and by e-mail.
            </EmptyState>
          }
        />
      </Card>
    </Page>
  );
}
