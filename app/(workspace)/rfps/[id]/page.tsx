import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RfpChecks } from "@/components/sourcing/rfp-checks";
import { RfpFrame } from "@/components/sourcing/rfp-frame";
import { RfpGeneral } from "@/components/sourcing/rfp-general";
import { InvitationStates } from "@/components/sourcing/rfp-invitation-states";
import { RfpTimetable } from "@/components/sourcing/rfp-timetable";
import { Note } from "@/components/ui/callout";
import { Card, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { DecimalText } from "@/components/ui/decimal-text";
import { KeyFacts } from "@/components/ui/key-facts";
import { MoneyText } from "@/components/ui/money-text";
import { RecordLayout } from "@/components/ui/page-layout";
import { TextLink } from "@/components/ui/text-link";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { PRICE_METHOD, TIE_RULE } from "@/lib/sourcing/rfps/labels";
import { nextStep } from "@/lib/sourcing/rfps/next-step";
import { readChecks, readRfpOf } from "@/lib/sourcing/rfps/read";

export const metadata: Metadata = { title: "RFP" };

export default async function RfpPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("rfp:read");
  const rfp = (await readRfpOf(member, (await params).id)) ?? notFound();
  const checks = await readChecks(rfp);
  const mayWrite = may(member, "rfp:write");
  const step = nextStep(rfp, member);
  const side = (
    <>
      <Card>
        <CardHeader title="Key facts" />
        <KeyFacts
          facts={[
            {
              label: "Engagement",
              value: (
                <TextLink href={`/engagements/${rfp.engagement.id}`}>
                  {rfp.engagement.code} {rfp.engagement.name}
                </TextLink>
              ),
            },
            {
              label: "Scope",
              value: (
                <TextLink href={`/engagements/${rfp.engagement.id}/scope?revision=${rfp.scope.revision}`}>
                  Revision {rfp.scope.revision}, {rfp.scope.state}
                </TextLink>
              ),
            },
            { label: "Owner", value: rfp.owner.name },
            { label: "Term", value: `${rfp.termMonths} months` },
            { label: "Currency", value: rfp.currency },
            { label: "Lots", value: rfp.lots.length },
            { label: "Published", value: <InstantText instant={rfp.publishedAt} reader={member} /> },
          ]}
        />
      </Card>
      <Card>
        <CardHeader title="How bids are compared" />
        <KeyFacts
          facts={[
            ...(rfp.priceMethod === "qualityInMoney"
              ? [
                  {
                    label: "Full quality",
                    value: <MoneyText amount={rfp.priceMaximum} currency={rfp.currency} reader={member} />,
                  },
                ]
              : [
                  { label: "Technical", value: <DecimalText value={rfp.technicalWeight} reader={member} unit="%" /> },
                  { label: "Price", value: <DecimalText value={rfp.priceWeight} reader={member} unit="%" /> },
                ]),
            { label: "Price method", value: PRICE_METHOD[rfp.priceMethod].label },
            { label: "Minimum", value: <DecimalText value={rfp.minimumTechnical} reader={member} unit="of 100" /> },
            { label: "A tie goes to", value: TIE_RULE[rfp.tieRule] },
          ]}
        />
      </Card>
    </>
  );
  return (
    <RfpFrame rfp={rfp} member={member} tab="">
      <RecordLayout side={side}>
        <Note tone={step.tone}>{step.text}</Note>
        {rfp.state === "draft" ? <RfpChecks rfp={rfp} checks={checks} /> : <InvitationStates rfp={rfp} />}
        <RfpTimetable rfp={rfp} reader={member} mayWrite={mayWrite} />
        <RfpGeneral rfp={rfp} mayWrite={mayWrite} />
      </RecordLayout>
    </RfpFrame>
  );
}
