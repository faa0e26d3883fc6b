import { attainmentLabels } from "@/lib/service-levels/labels";
import type { ExclusionEffect as Effect } from "@/lib/service-levels/mutations/exclusions";
import type { Attainment } from "@/lib/service-levels/rules/attainment";
import { formatDecimal, formatMoney, type Reader } from "@/lib/shared/format";
import { countOf } from "@/lib/shared/steps";

type Props = {
  effect: Effect | null;
  levels: ReadonlyMap<string, { name: string; unit: string }>;
  reader: Reader;
};

/** What approving does: the cases concerned, and value and money before and after. */
export function ExclusionEffect({ effect, levels, reader }: Props) {
  if (!effect) return <p>The month is computed anew without what is excused.</p>;
  const money = (amount: string) => formatMoney(amount, effect.currency, reader, { digits: "paid" });
  const words = (line: Effect["before"]["lines"][number] | undefined, unit: string) =>
    line
      ? `${line.value === null ? "no value" : `${formatDecimal(line.value, reader)} ${unit}`.trim()} (${attainmentLabels[line.status as Attainment].label.toLowerCase()})`
      : "not judged";
  return (
    <>
      <p>
        {effect.cases > 0 ? `${countOf(effect.cases, "case")} will not count. ` : ""}Credit of the month:{" "}
        <strong>{money(effect.before.credit)}</strong> before, <strong>{money(effect.after.credit)}</strong> after.
      </p>
      <ul className="grid gap-1 text-sm">
        {effect.after.lines.map((after) => {
          const level = levels.get(after.serviceLevelId);
          const before = effect.before.lines.find((line) => line.serviceLevelId === after.serviceLevelId);
          return (
            <li key={after.serviceLevelId}>
              {level?.name}: {words(before, level?.unit ?? "")} → {words(after, level?.unit ?? "")}
            </li>
          );
        })}
      </ul>
    </>
  );
}
