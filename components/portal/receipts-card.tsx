import { ReceiptText } from "lucide-react";
import { Card, CardHeader, CardRow } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import type { Reader } from "@/lib/shared/format";
import type { ReceiptRow } from "@/lib/sourcing/bids/portal-queries";

export function ReceiptsCard({ receipts, base, reader }: { receipts: ReceiptRow[]; base: string; reader: Reader }) {
  if (receipts.length === 0) return null;
  return (
    <Card>
      <CardHeader title="Receipts" />
      {receipts.map((receipt) => (
        <CardRow
          key={receipt.number}
          icon={<ReceiptText aria-hidden />}
          sub={<InstantText instant={receipt.submittedAt} reader={reader} />}
          action={receipt.withdrawnAt ? <Status tone="warn">Withdrawn</Status> : <Status tone="good">Stands</Status>}
        >
          <TextLink href={`${base}/receipts/${receipt.number}`}>{receipt.receiptNumber}</TextLink>
        </CardRow>
      ))}
    </Card>
  );
}
