import type { ChargeTerms } from "@/lib/charges/schema";
import { ChargeFigure } from "./charge-figure";

type Props = { terms: ChargeTerms; currency: string; reader: { locale: string } };

/** What a charge line says, in one sentence with its figures. */
export function ChargeTermsText({ terms, currency, reader }: Props) {
  const money = (amount: string) => <ChargeFigure amount={amount} currency={currency} reader={reader} />;
  switch (terms.type) {
    case "fixed":
      return <>{money(terms.monthly)} a month</>;
    case "milestone":
      return <>{money(terms.amount)} when accepted</>;
    case "timeAndMaterials":
      return (
        <>
          {terms.rates.length} {terms.rates.length === 1 ? "rate" : "rates"} an hour, materials + {terms.markupPercent}{" "}
          %{terms.notToExceed ? <>, at most {money(terms.notToExceed)} a month</> : null}
        </>
      );
    case "unitPrice":
      return terms.bands.length === 1 ? (
        <>{money(terms.bands[0]?.[1] ?? "0")} a unit</>
      ) : (
        <>
          {terms.bands.length} price bands,{" "}
          {terms.mode === "reached" ? "whole volume at the band reached" : "slice by slice"}
        </>
      );
    case "baseline":
      return (
        <>
          Baseline {terms.baseline} ± {terms.deadBandPercent} %, {money(terms.additionalRate)} above,{" "}
          {money(terms.reducedRate)} below
        </>
      );
    case "outcome":
      return <>{money(terms.price)} an outcome</>;
    case "gainShare":
      return (
        <>
          {terms.sharePercent} % of the gain against {money(terms.baselineCost)}
        </>
      );
  }
}
