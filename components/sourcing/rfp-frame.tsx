import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Status } from "@/components/ui/status";
import { Tabs } from "@/components/ui/tabs";
import type { MemberSession } from "@/lib/access/session";
import { formatInstant } from "@/lib/shared/format";
import { RFP_STATE } from "@/lib/sourcing/rfps/labels";
import { readChecks } from "@/lib/sourcing/rfps/read";
import type { RfpView } from "@/lib/sourcing/rfps/schema";
import { RfpActions } from "./rfp-actions";

type Tab = "" | "/questions" | "/criteria" | "/vendors" | "/clarifications" | "/amendments";

/** Header and tabs of an RFP, the same on each of its pages. */
export async function RfpFrame(props: { rfp: RfpView; member: MemberSession; tab: Tab; children: ReactNode }) {
  const { rfp, member, tab, children } = props;
  const base = `/rfps/${rfp.id}`;
  const state = RFP_STATE[rfp.state];
  const deadline = rfp.bidsUntil ? `bids until ${formatInstant(rfp.bidsUntil, member)}` : null;
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: "RFPs", href: "/rfps" }, { label: rfp.code }]}
        title={rfp.title}
        status={<Status tone={state.tone}>{state.label}</Status>}
        subline={[rfp.code, rfp.engagement.name, `owner ${rfp.owner.name}`, deadline].filter(Boolean).join(" · ")}
        actions={<RfpActions rfp={rfp} checks={await readChecks(rfp)} member={member} />}
      />
      <Tabs
        current={`${base}${tab}`}
        tabs={[
          { href: base, label: "Overview" },
          { href: `${base}/questions`, label: "Requirements and questions", count: rfp.questions.length },
          { href: `${base}/criteria`, label: "Criteria and price", count: rfp.criteria.length },
          { href: `${base}/vendors`, label: "Vendors and evaluators", count: rfp.invitations.length },
          { href: `${base}/clarifications`, label: "Questions of vendors", count: rfp.clarifications },
          { href: `${base}/amendments`, label: "Amendments", count: rfp.amendments.length },
        ]}
      />
      {children}
    </Page>
  );
}
