import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { Steps, StepsDisclosure } from "@/components/ui/steps";
import { TextLink } from "@/components/ui/text-link";
import type { PeriodRecord, ResultRecord } from "@/lib/service-levels/queries/period";
import { poolWorking } from "@/lib/service-levels/rules/contract-months";
import type { SchemeText } from "@/lib/service-levels/rules/scheme";
import { valueText } from "@/lib/service-levels/value-text";
import { d } from "@/lib/shared/decimal";
import { formatDecimal, formatMoney, formatMonth, type Reader } from "@/lib/shared/format";

type CreditCardProps = {
  level: ResultRecord;
  period: PeriodRecord;
  atRiskPercent: string;
  /** Where the cases behind the value are listed; not given: not offered. */
  casesHref?: string;
  reader: Reader;
};

/** How the credit of a service level came to be, as lines one can read aloud; without a credit, how it was judged. */
export function CreditCard({ level, period, atRiskPercent, casesHref, reader }: CreditCardProps) {
  const isCredited = level.credit !== null && d(level.credit).gt(0);
  const money = (amount: string) => formatMoney(amount, period.currency, reader, { digits: "paid" });
  const working = isCredited ? workingOf(level, period, atRiskPercent) : null;
  return (
    <Card>
      <CardHeader title={`${isCredited ? "Credit" : "Result"} for ${level.name}`} />
      <Steps
        steps={
          working
            ? working.map((line, index) => ({
                label: index === 0 ? `Charges in ${formatMonth(period.month, reader).split(" ")[0]}` : line.label,
                value: money(line.amount.toFixed()),
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

function workingOf(level: ResultRecord, period: PeriodRecord, atRiskPercent: string) {
  const scheme = level.scheme as unknown as SchemeText | null;
  if (scheme?.type !== "pool" || period.charges === null) return null;
  return poolWorking({
    charges: d(period.charges),
    atRiskPercent: d(atRiskPercent),
    category: level.category,
    poolPercent: d(scheme.poolPercent),
    allocationPercent: d(scheme.allocationPercent),
    multiplier: d(level.multiplier ?? "1"),
    run: runOf(level),
    currency: period.currency,
  });
}

/** The length of the run as the calculation itself states it. */
function runOf(level: ResultRecord): number | null {
  const run = Number(level.steps.find((step) => step.label === "Failures in a row")?.value);
  return Number.isInteger(run) ? run : null;
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
