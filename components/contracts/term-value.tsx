import { Dash } from "@/components/ui/dash";
import { DateText } from "@/components/ui/date-text";
import { MoneyText } from "@/components/ui/money-text";
import { type AmendableTerm, RENEWAL, YEARLY_CAP_BASIS } from "@/lib/contracts/labels";
import type { TermValue } from "@/lib/contracts/rules/terms";
import { formatDecimal, type Reader } from "@/lib/shared/format";

type Props = { term: AmendableTerm; value: TermValue; currency: string; reader: Reader };

const MONEY: readonly AmendableTerm[] = ["yearlyValue", "yearlyCapAmount", "liabilityCap"];
const PERCENT: readonly AmendableTerm[] = ["atRiskPercent", "yearlyCapPercent"];
const MONTHS: readonly AmendableTerm[] = ["renewalMonths", "clientNoticeMonths", "vendorNoticeMonths"];
const DAYS: readonly AmendableTerm[] = ["internalLeadDays", "switchingLeadDays"];

/** One term as people read it: unit and currency with every figure. */
export function TermText({ term, value, currency, reader }: Props) {
  if (value === null || value === "") return <Dash />;
  const text = String(value);
  if (term === "endDate") return <DateText day={text} reader={reader} />;
  if (MONEY.includes(term)) return <MoneyText amount={text} currency={currency} reader={reader} />;
  if (PERCENT.includes(term)) return <span className="tabular">{formatDecimal(text, reader)} %</span>;
  if (MONTHS.includes(term)) return <span className="tabular">{text === "1" ? "1 month" : `${text} months`}</span>;
  if (DAYS.includes(term)) return <span className="tabular">{text === "1" ? "1 day" : `${text} days`}</span>;
  if (term === "yearlyCapBasis" && text in YEARLY_CAP_BASIS)
    return YEARLY_CAP_BASIS[text as keyof typeof YEARLY_CAP_BASIS];
  if (term === "renewal" && text in RENEWAL) return RENEWAL[text as keyof typeof RENEWAL];
  return <span className="whitespace-pre-line text-pretty">{text}</span>;
}
