import { Button, LinkButton } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Badge } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { AMENDABLE_TERMS, type AmendableTerm, TERM_LABEL } from "@/lib/contracts/labels";
import type { ContractReadings } from "@/lib/contracts/terms";
import { formatDate, type Reader } from "@/lib/shared/format";
import { TermText } from "./term-value";

type Props = {
  /** The page's own address, and that of the amendments if they can be read there. */
  base: string;
  amendmentsHref?: string;
  /** Left out: all of them. */
  terms?: readonly AmendableTerm[];
  readings: ContractReadings;
  currency: string;
  asOf: string;
  today: string;
  reader: Reader;
};

/** Every term as it stands on a day, and where it comes from. */
export function TermsCard({
  base,
  amendmentsHref,
  terms = AMENDABLE_TERMS,
  readings,
  currency,
  asOf,
  today,
  reader,
}: Props) {
  const source = (number: number) => {
    if (number === 0) return <span className="text-ink-3">Contract</span>;
    return amendmentsHref ? (
      <TextLink href={amendmentsHref}>Amendment {number}</TextLink>
    ) : (
      <Badge tone="accent">Amendment {number}</Badge>
    );
  };
  return (
    <Card>
      <CardHeader
        title={`Terms as of ${formatDate(asOf, reader)}`}
        action={
          <form method="get" action={base} className="flex flex-wrap items-center gap-2">
            <label className="flex items-center gap-2 text-sm">
              Read as of
              <input
                type="date"
                name="asOf"
                defaultValue={asOf}
                className="tabular h-7 rounded-md border border-line-strong bg-surface px-2 text-ink text-sm"
              />
            </label>
            <Button type="submit" size="sm">
              Show
            </Button>
            {asOf === today ? null : (
              <LinkButton href={base} size="sm" variant="quiet">
                Today
              </LinkButton>
            )}
          </form>
        }
      />
      <DataTable<AmendableTerm>
        caption="Terms of the contract"
        rows={terms}
        rowKey={(term) => term}
        columns={[
          { key: "term", header: "Term", cell: (term) => TERM_LABEL[term] },
          {
            key: "value",
            header: "Agreed",
            cell: (term) => <TermText term={term} value={readings[term].value} currency={currency} reader={reader} />,
          },
          { key: "source", header: "From", nowrap: true, cell: (term) => source(readings[term].amendment) },
        ]}
      />
    </Card>
  );
}
