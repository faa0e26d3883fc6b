import { Mail } from "lucide-react";
import type { ReactNode } from "react";
import { Note } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { InstantText } from "@/components/ui/date-text";
import { DecimalText } from "@/components/ui/decimal-text";
import { KeyFacts } from "@/components/ui/key-facts";
import { MoneyText } from "@/components/ui/money-text";
import { RecordLayout } from "@/components/ui/page-layout";
import { Badge } from "@/components/ui/status";
import type { Reader } from "@/lib/shared/format";
import type { AwardOfLot } from "@/lib/sourcing/awards/queries";
import { PassedOverNote, ProposedRanking } from "./proposed-ranking";

function Letters({ award }: { award: AwardOfLot }) {
  if (award.letters.length === 0) return null;
  return (
    <Card>
      <CardHeader title="Letters" sub="As they were sent. Each bidder sees the own one only." />
      {award.letters.map((letter) => (
        <details key={letter.vendorId} className="border-line border-t px-4 py-2.5 first:border-t-0">
          <summary className="flex min-h-6 flex-wrap items-center gap-2">
            <Mail aria-hidden className="text-ink-2" />
            <span className="font-medium">{letter.vendor}</span>
            <Badge tone={letter.kind === "winner" ? "good" : "neutral"}>
              {letter.kind === "winner" ? "Awarded" : "Not chosen"}
            </Badge>
          </summary>
          <p className="mt-2 max-w-2xl whitespace-pre-line text-sm">{letter.body}</p>
        </details>
      ))}
    </Card>
  );
}

type AwardViewProps = {
  award: AwardOfLot;
  /** The letters before they are sent; null once they are. */
  drafts: ReactNode;
  isMoney: boolean;
  reader: Reader;
};

/** An award of a lot: to whom, why, decided by whom, and what was written to the bidders. */
export function AwardView({ award, drafts, isMoney, reader }: AwardViewProps) {
  return (
    <RecordLayout
      side={
        <Card>
          <CardHeader title="Key facts" />
          <KeyFacts
            facts={[
              { label: "Amount", value: <MoneyText {...award.amount} reader={reader} digits="paid" /> },
              { label: "Proposed by", value: award.proposedBy },
              { label: "Proposed", value: <InstantText instant={award.proposedAt} reader={reader} /> },
              { label: "Decided by", value: award.decidedBy },
              {
                label: "Decided",
                value: award.decidedAt ? <InstantText instant={award.decidedAt} reader={reader} /> : null,
              },
              {
                label: "Standstill until",
                value: award.standstillUntil ? <InstantText instant={award.standstillUntil} reader={reader} /> : null,
              },
              {
                label: "Final",
                value: award.finalisedAt ? <InstantText instant={award.finalisedAt} reader={reader} /> : null,
              },
            ]}
          />
        </Card>
      }
    >
      <PassedOverNote award={award} />
      {award.state === "proposed" ? (
        <Note tone="accent">
          Waits for the decision of {award.requiredRole === "executive" ? "an executive" : "somebody in procurement"}{" "}
          other than {award.proposedBy}.
        </Note>
      ) : null}
      {award.state === "standstill" && award.standstillUntil && !award.isStandstillOver ? (
        <Note tone="accent">
          Standstill until <InstantText instant={award.standstillUntil} reader={reader} />. The award cannot become
          final before.
        </Note>
      ) : null}
      {award.decisionReason ? (
        <Note tone={award.state === "rejected" || award.state === "cancelled" ? "warn" : "neutral"}>
          {award.decisionReason}
        </Note>
      ) : null}
      <Card>
        <CardHeader title="Awarded to" />
        <DataTable
          caption="Shares"
          rows={award.shares}
          rowKey={(share) => share.bidId}
          columns={[
            { key: "vendor", header: "Vendor", cell: (share) => share.vendor },
            {
              key: "share",
              header: "Share",
              align: "right",
              cell: (share) => <DecimalText value={share.sharePercent} reader={reader} unit="%" />,
            },
            {
              key: "amount",
              header: "Amount",
              align: "right",
              strong: true,
              cell: (share) => <MoneyText {...share.amount} reader={reader} digits="paid" />,
            },
          ]}
        />
        {award.justification || award.tieDecision ? (
          <CardBody className="grid gap-3 border-line border-t">
            {award.tieDecision ? <p className="whitespace-pre-line">Decision on the tie: {award.tieDecision}</p> : null}
            {award.justification ? <p className="whitespace-pre-line">Reason: {award.justification}</p> : null}
          </CardBody>
        ) : null}
      </Card>
      <ProposedRanking award={award} isMoney={isMoney} reader={reader} />
      {drafts}
      <Letters award={award} />
    </RecordLayout>
  );
}
