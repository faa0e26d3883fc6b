import { Card, CardHeader } from "@/components/ui/card";
import { Steps } from "@/components/ui/steps";
import type { ResultRecord } from "@/lib/service-levels/queries/period";
import { measureText } from "@/lib/service-levels/rules/measure-text";
import { valueText } from "@/lib/service-levels/value-text";
import { d } from "@/lib/shared/decimal";
import { formatDecimal, formatMoney, type Reader } from "@/lib/shared/format";
import { AttainmentText } from "./state-text";

/** One service level on the sheet: how it was measured, judged and credited. */
export function SheetLevel({ level, currency, reader }: { level: ResultRecord; currency: string; reader: Reader }) {
  const credit = level.credit ?? "0";
  const counts =
    level.cases === null
      ? []
      : [
          { label: "Cases counted", value: formatDecimal(String(level.cases), reader) },
          ...(level.casesWithoutValue
            ? [{ label: "Without the needed figure", value: formatDecimal(String(level.casesWithoutValue), reader) }]
            : []),
        ];
  return (
    <Card className="break-inside-avoid">
      <CardHeader
        title={`${level.code} ${level.name}`}
        sub={`${measureText(level)}${level.clause ? ` · ${level.clause}` : ""} · revision ${level.revision}`}
        action={<AttainmentText status={level.status} />}
      />
      <Steps
        steps={[...counts, ...level.steps]}
        total={{
          label: level.value === null ? "No value" : `Value ${valueText(level.value, level, reader)}`,
          value: d(credit).isZero()
            ? "no credit"
            : `credit ${formatMoney(credit, currency, reader, { digits: "paid" })}`,
        }}
      />
    </Card>
  );
}
