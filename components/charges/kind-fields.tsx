"use client";

import { Field, FieldRow } from "@/components/ui/field";
import { DecimalInput } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ChargeKind } from "@/lib/charges/labels";
import type { ChargeTerms } from "@/lib/charges/schema";
import { BandRows } from "./band-rows";
import { RateRows } from "./rate-rows";

type Props = { kind: ChargeKind; terms: ChargeTerms | null; currency: string };
type TermsOf<Type extends ChargeTerms["type"]> = Extract<ChargeTerms, { type: Type }>;

function termsOf<Type extends ChargeTerms["type"]>(terms: ChargeTerms | null, type: Type): TermsOf<Type> | null {
  return terms?.type === type ? (terms as TermsOf<Type>) : null;
}

type AmountProps = {
  name: string;
  label: string;
  unit: string;
  value?: string | null;
  help?: string;
  optional?: boolean;
};

function Amount({ name, label, unit, value, help, optional = false }: AmountProps) {
  return (
    <Field name={`terms.${name}`} label={label} required={!optional} help={help}>
      <DecimalInput unit={unit} defaultValue={value ?? ""} />
    </Field>
  );
}

/** The terms of each kind of charge. */
export function KindFields({ kind, terms, currency }: Props) {
  switch (kind) {
    case "fixedFee":
      return <Amount name="monthly" label="Fee a month" unit={currency} value={termsOf(terms, "fixed")?.monthly} />;
    case "milestone":
      return <Amount name="amount" label="Amount" unit={currency} value={termsOf(terms, "milestone")?.amount} />;
    case "rateCard": {
      const own = termsOf(terms, "timeAndMaterials");
      return (
        <>
          <RateRows rates={own?.rates ?? []} currency={currency} />
          <FieldRow columns={2}>
            <Amount name="markupPercent" label="Mark-up on materials" unit="%" value={own?.markupPercent} optional />
            <Amount
              name="notToExceed"
              label="Not to exceed, a month"
              unit={currency}
              value={own?.notToExceed}
              optional
            />
          </FieldRow>
        </>
      );
    }
    case "unitPrice": {
      const own = termsOf(terms, "unitPrice");
      return (
        <>
          <BandRows bands={own?.bands ?? []} currency={currency} />
          <Field name="terms.mode" label="How bands count" required>
            <Select
              defaultValue={own?.mode ?? "reached"}
              options={[
                { value: "reached", label: "Whole volume at the price of the band reached" },
                { value: "sliced", label: "Each slice at its own price" },
              ]}
            />
          </Field>
        </>
      );
    }
    case "baseline": {
      const own = termsOf(terms, "baseline");
      return (
        <>
          <FieldRow columns={2}>
            <Amount name="baseline" label="Baseline a month" unit="units" value={own?.baseline} />
            <Amount name="deadBandPercent" label="Dead band" unit="± %" value={own?.deadBandPercent} />
            <Amount
              name="additionalRate"
              label="Above the band"
              unit={`${currency} a unit`}
              value={own?.additionalRate}
            />
            <Amount name="reducedRate" label="Below the band" unit={`${currency} a unit`} value={own?.reducedRate} />
          </FieldRow>
          <Field name="terms.mode" label="What counts outside the band" required>
            <Select
              defaultValue={own?.mode ?? "wholeDifference"}
              options={[
                { value: "wholeDifference", label: "The whole difference to the baseline" },
                { value: "beyondBand", label: "Only what lies beyond the band" },
              ]}
            />
          </Field>
        </>
      );
    }
    case "outcome":
      return (
        <Amount name="price" label="Price of an outcome" unit={currency} value={termsOf(terms, "outcome")?.price} />
      );
    case "gainShare": {
      const own = termsOf(terms, "gainShare");
      return (
        <FieldRow columns={2}>
          <Amount name="baselineCost" label="Baseline cost a month" unit={currency} value={own?.baselineCost} />
          <Amount name="sharePercent" label="Vendor's share" unit="%" value={own?.sharePercent} />
          <Amount name="floor" label="At least" unit={currency} value={own?.floor} optional />
          <Amount name="cap" label="At most" unit={currency} value={own?.cap} optional />
        </FieldRow>
      );
    }
  }
}
