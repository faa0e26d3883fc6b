import { Note } from "@/components/ui/callout";
import { TextLink } from "@/components/ui/text-link";
import type { RestatementRecord } from "@/lib/service-levels/queries/versions";
import { formatMoney, formatMonth, type Reader } from "@/lib/shared/format";

type Props = { proposed: RestatementRecord | null; base: string; side: "client" | "vendor"; reader: Reader };

/** That locked months would come out differently, by how much, and whose turn it is. */
export function ProposedNote({ proposed, base, side, reader }: Props) {
  if (!proposed) return null;
  const amount = formatMoney(proposed.difference, proposed.currency, reader, { digits: "paid", sign: "always" });
  const turn = proposed.proposedSide === side ? "The other side decides on it." : "It waits for your side.";
  return (
    <Note tone="warn">
      A restatement of {formatMonth(proposed.fromMonth, reader)} is proposed: credits {amount}. {turn}{" "}
      <TextLink href={`${base}/restatements/${proposed.id}`}>Compare before and after</TextLink>
    </Note>
  );
}
