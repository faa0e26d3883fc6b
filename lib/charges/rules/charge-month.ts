import { type Decimal, d, sum } from "@/lib/shared/decimal";
import { addMonths, firstDay } from "@/lib/shared/month";
import { done, type Outcome, refuse, refuseFields } from "@/lib/shared/outcome";
import type { Step } from "@/lib/shared/steps";
import type { ChargeKind } from "../labels";
import type { ChargeTerms, Deliveries, RateCardTerms } from "../schema";
import type { ChargeSimulation } from "../simulation-schema";
import { closeCharge } from "./charge";
import { simulateCharges } from "./simulate-charges";
import { chargeTimeAndMaterials } from "./time-and-materials";

export type Window = { from: string | null; to: string | null };
export type ChargedMonth = { amount: string; volume: string | null; steps: Step[] };

function lastDayOf(month: string): string {
  return Temporal.PlainDate.from(firstDay(addMonths(month, 1)))
    .subtract({ days: 1 })
    .toString();
}

/** The days of a month on which a line is charged: inside its own dates and those of the contract; null: on none. */
export function findChargedDays(month: string, windows: readonly Window[]): { from: string; to: string } | null {
  let [from, to] = [firstDay(month), lastDayOf(month)];
  for (const window of windows) {
    if (window.from && window.from > from) from = window.from;
    if (window.to && window.to < to) to = window.to;
  }
  return from <= to ? { from, to } : null;
}

/**
 * What a charge line comes to in a month, from what was delivered; rounded once, to the minor unit. `terms` fit
 * `kind`, `delivery` too: both were parsed by it. A fixed fee counts the days on which the line is in force.
 */
export function chargeMonth<Kind extends ChargeKind>(
  line: { kind: Kind; terms: ChargeTerms; windows: readonly Window[] },
  month: string,
  delivery: Deliveries[Kind],
  currency: string,
): Outcome<ChargedMonth> {
  const days = findChargedDays(month, line.windows);
  if (!days) return refuse(`This line is not in force in ${month}.`);
  if (line.terms.type === "timeAndMaterials") {
    return chargeRateCard(line.terms, delivery as Deliveries["rateCard"], currency);
  }
  const actual: object = line.kind === "fixedFee" ? days : delivery;
  // The pair was parsed by one kind; the compiler cannot follow that through the generic.
  const request = { currency, type: line.terms.type, line: line.terms, actual } as ChargeSimulation;
  const charged = simulateCharges(request);
  if (!charged.ok) return charged;
  const { charge, steps } = charged.value;
  return done({ amount: charge.amount, volume: volumeOf(delivery), steps });
}

function volumeOf(delivery: object): string | null {
  if ("volume" in delivery) return String(delivery.volume);
  return "outcomes" in delivery ? String(delivery.outcomes) : null;
}

function optionalPlace(text: string | null): string | undefined {
  return text ?? undefined;
}

function chargeRateCard(
  terms: RateCardTerms,
  delivery: Deliveries["rateCard"],
  currency: string,
): Outcome<ChargedMonth> {
  const withPlace = <Row extends { location: string | null; shift: string | null }>(row: Row) => {
    const location = optionalPlace(row.location);
    const shift = optionalPlace(row.shift);
    return { ...(location === undefined ? {} : { location }), ...(shift === undefined ? {} : { shift }) };
  };
  const worked = delivery.hours.flatMap((row) =>
    row.hours === null ? [] : [{ role: row.role, hours: d(row.hours), ...withPlace(row) }],
  );
  const charge = chargeTimeAndMaterials(
    {
      rates: terms.rates.map((rate) => ({ role: rate.role, rate: d(rate.rate), ...withPlace(rate) })),
      markupPercent: d(terms.markupPercent),
      notToExceed: terms.notToExceed === null ? null : d(terms.notToExceed),
    },
    worked,
    d(delivery.materials ?? "0"),
  );
  if (!charge.ok) {
    const fields = Object.entries(charge.fields ?? {}).map(([path, texts]) => [`delivery.${path}`, texts] as const);
    return refuseFields(Object.fromEntries(fields));
  }
  const hours: Decimal = sum(worked.map((row) => row.hours));
  return done({ ...closeCharge(charge.value, currency), volume: hours.toFixed() });
}
