import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { Steps, StepsDisclosure } from "@/components/ui/steps";
import { TextLink } from "@/components/ui/text-link";
import type { PeriodRecord, ResultRecord } from "@/lib/service-levels/queries/period";
import { CHARGES_STEP } from "@/lib/service-levels/rules/credit-line";
import { valueText } from "@/lib/service-levels/value-text";
import { d } from "@/lib/shared/decimal";
import { formatDecimal, formatMoney, formatMonth, type Reader } from "@/lib/shared/format";
import type { Step } from "@/lib/shared/steps";

type CreditCardProps = {
  level: ResultRecord;
  period: PeriodRecord;
  /** Where the cases behind the value are listed; not given: not offered. */
  casesHref?: string;
  reader: Reader;
};

/** How the credit of a service level came to be, as lines one can read aloud; without a credit, how it was judged. */
export function CreditCard({ level, period, casesHref, reader }: CreditCardProps) {
  const isCredited = level.credit !== null && d(level.credit).gt(0);
  const money = (amount: string) => formatMoney(amount, period.currency, reader, { digits: "paid" });
  const working = isCredited ? workingOf(level) : null;
  return (
    <Card>
      <CardHeader title={`${isCredited ? "Credit" : "Result"} for ${level.name}`} />
      <Steps
        steps={
          working
            ? working.map((line, index) => ({
                label: index === 0 ? `Charges in ${formatMonth(period.month, reader).split(" ")[0]}` : line.label,
                value: amountText(line.value, reader),
              }))
            : level.steps
        }
        {...(isCredited ? { total: { label: "Credit", value: money(level.credit ?? "0") } } : {})}
        note={noteOf(level, period, reader)}
      />
      {working ? (
        <CardFooter>
          <StepsDisclosure steps={level.steps} label="Show every step" />
        </CardFooter>
      ) : null}
      {level.method === "caseLog" && casesHref ? (
        <CardFooter>
          <TextLink href={casesHref}>Cases behind the value</TextLink>
        </CardFooter>
      ) : null}
    </Card>
  );
}

/** The lines that are about money; null where a scheme has none that follow each other. */
function workingOf(level: ResultRecord): Step[] | null {
  const from = level.steps.findIndex((step) => step.label === CHARGES_STEP);
  return from < 0 ? null : level.steps.slice(from);
}

/** `24631.32 EUR` as the reader writes money; anything else stays as it is. */
function amountText(value: string, reader: Reader): string {
  const [, amount, currency] = /^(-?[\d.]+) ([A-Z]{3})$/.exec(value) ?? [];
  return amount && currency ? formatMoney(amount, currency, reader, { digits: "paid" }) : value;
}

/** Clause and revision, the figures behind the value, and what exactly the level would be. */
function noteOf(level: ResultRecord, period: PeriodRecord, reader: Reader): string {
  const clause = level.clause === "" ? "" : `${level.clause}, `;
  const parts = [`${clause}revision ${level.revision} from ${formatMonth(level.effectiveFrom, reader, "short")}.`];
  if (level.value !== null && level.numerator !== null && level.denominator !== null) {
    const [numerator, denominator] = [level.numerator, level.denominator].map((text) =>
      formatDecimal(d(text).toDecimalPlaces(2).toFixed(), reader),
    );
    parts.push(`${valueText(level.value, level, reader)} = ${numerator} of ${denominator}.`);
  }
  if (level.casesWithoutValue) parts.push(`${level.casesWithoutValue} cases without the needed figure are not in it.`);
  if (level.status === "belowMinimum")
    parts.push(`Exactly at ${valueText(level.minimum, level, reader)} would meet the minimum.`);
  if (period.isCapped) parts.push("The cap of the month binds: the credits were scaled to it.");
  return parts.join(" ");
}
