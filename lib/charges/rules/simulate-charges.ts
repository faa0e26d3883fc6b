import { type Decimal, d } from "@/lib/shared/decimal";
import { done, type Outcome, refuseFields } from "@/lib/shared/outcome";
import type { ChargeSimulation, ChargeSimulationResult } from "../simulation-schema";
import { chargeAgainstBaseline } from "./baseline";
import { type Charge, closeCharge } from "./charge";
import { chargeFixedFee, chargeMilestone } from "./fixed-fee";
import { chargeIndexed } from "./indexation";
import { chargeGainShare, chargeOutcomes } from "./outcome-price";
import { chargeTimeAndMaterials } from "./time-and-materials";
import { chargeAtReachedBand, chargeBySlices } from "./unit-price";

function orNull(text: string | null): Decimal | null {
  return text === null ? null : d(text);
}

function chargeLine(input: ChargeSimulation): Outcome<Charge> {
  switch (input.type) {
    case "fixed":
      return done(chargeFixedFee(d(input.line.monthly), input.actual.from, input.actual.to));
    case "milestone":
      return done(chargeMilestone(d(input.line.amount), input.actual.accepted));
    case "timeAndMaterials": {
      const { rates, markupPercent, notToExceed } = input.line;
      return chargeTimeAndMaterials(
        {
          rates: rates.map(({ role, rate }) => ({ role, rate: d(rate) })),
          markupPercent: d(markupPercent),
          notToExceed: orNull(notToExceed),
        },
        input.actual.hours.map(({ role, hours }) => ({ role, hours: d(hours) })),
        d(input.actual.materials),
      );
    }
    case "unitPrice": {
      const bands = input.line.bands.map(([from, price]) => ({ from: d(from), price: d(price) }));
      const volume = d(input.actual.volume);
      return done(input.line.mode === "reached" ? chargeAtReachedBand(bands, volume) : chargeBySlices(bands, volume));
    }
    case "baseline": {
      const { baseline, deadBandPercent, additionalRate, reducedRate, mode } = input.line;
      const terms = {
        baseline: d(baseline),
        deadBandPercent: d(deadBandPercent),
        additionalRate: d(additionalRate),
        reducedRate: d(reducedRate),
        mode,
      };
      return done(chargeAgainstBaseline(terms, d(input.actual.volume)));
    }
    case "outcome":
      return done(chargeOutcomes(d(input.line.price), d(input.actual.outcomes)));
    case "gainShare": {
      const { baselineCost, sharePercent, floor, cap } = input.line;
      const terms = {
        baselineCost: d(baselineCost),
        sharePercent: d(sharePercent),
        floor: orNull(floor),
        cap: orNull(cap),
      };
      return done(chargeGainShare(terms, d(input.actual.cost)));
    }
    case "indexation": {
      const { base, indexBase, capPercent, floorPercent, ratioDecimals } = input.line;
      const terms = {
        base: d(base),
        indexBase: d(indexBase),
        capPercent: orNull(capPercent),
        floorPercent: orNull(floorPercent),
        ratioDecimals,
      };
      return done(chargeIndexed(terms, d(input.actual.indexNow)));
    }
  }
}

/** The charges simulator: what a line comes to for a delivery, rounded once at the end. A credit is negative. */
export function simulateCharges(input: ChargeSimulation): Outcome<ChargeSimulationResult> {
  const charge = chargeLine(input);
  if (!charge.ok) {
    const fields = Object.entries(charge.fields ?? {}).map(([path, messages]) => [`actual.${path}`, messages]);
    return refuseFields(Object.fromEntries(fields));
  }
  const { amount, steps } = closeCharge(charge.value, input.currency);
  return done({ charge: { amount, currency: input.currency }, steps });
}
