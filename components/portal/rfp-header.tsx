import { PageHeader } from "@/components/ui/page-header";
import { Status } from "@/components/ui/status";
import { Tabs } from "@/components/ui/tabs";
import type { PortalInvitation } from "@/lib/sourcing/portal/queries";
import { INVITATION_STATE, RFP_STATE } from "@/lib/sourcing/rfps/labels";
import { Countdown } from "./countdown";

export type PortalTab = "" | "/questions" | "/bids" | "/result";

/** Header and tabs of an RFP as its bidder sees it. */
export function RfpHeader({ invitation, tab }: { invitation: PortalInvitation; tab: PortalTab }) {
  const { rfp, state, now } = invitation;
  const base = `/portal/rfps/${rfp.id}`;
  const isOpen = rfp.state === "published" && rfp.bidsUntil !== null && now < rfp.bidsUntil;
  const shown = isOpen ? INVITATION_STATE[state] : RFP_STATE[rfp.state === "published" ? "closed" : rfp.state];
  return (
    <>
      <PageHeader
        crumbs={[{ label: "Invitations", href: "/portal" }, { label: rfp.code }]}
        title={rfp.title}
        status={<Status tone={shown.tone}>{shown.label}</Status>}
        subline={
          isOpen && rfp.bidsUntil ? (
            <>
              {rfp.code} · bids: <Countdown serverNow={now} until={rfp.bidsUntil} over="the deadline has passed" />
            </>
          ) : (
            `${rfp.code} · no longer takes bids`
          )
        }
      />
      <Tabs
        current={`${base}${tab}`}
        tabs={[
          { href: base, label: "Document" },
          { href: `${base}/questions`, label: "Questions" },
          { href: `${base}/bids`, label: "Our bid" },
          { href: `${base}/result`, label: "Result" },
        ]}
      />
    </>
  );
}
