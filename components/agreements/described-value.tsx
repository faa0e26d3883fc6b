import { Dash } from "@/components/ui/dash";
import { DateText } from "@/components/ui/date-text";
import { MoneyText } from "@/components/ui/money-text";
import type { DescribedField } from "@/lib/agreements/rules/describe-text";
import { formatDecimal, type Reader } from "@/lib/shared/format";

type Props = { field: DescribedField | null; currency: string; reader: Reader };

/** One value of a text as people read it; what is not there is a dash. */
export function DescribedValue({ field, currency, reader }: Props) {
  if (!field) return <Dash label="not there" />;
  const { kind, value } = field;
  if (kind === "day" && value !== "—") return <DateText day={value} reader={reader} />;
  if (kind === "money") return <MoneyText amount={value} currency={currency} reader={reader} />;
  if (kind === "percent") return <span className="tabular">{formatDecimal(value, reader)} %</span>;
  return <span className="whitespace-pre-line break-words text-pretty">{value}</span>;
}
