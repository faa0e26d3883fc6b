"use client";

import { useState } from "react";
import { Field, FieldRow } from "@/components/ui/field";
import { DecimalInput } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { PRICE_METHOD, PRICE_METHODS, type PriceMethod } from "@/lib/sourcing/rfps/labels";
import type { RfpView } from "@/lib/sourcing/rfps/schema";
import { optionsOf } from "@/lib/vendors/labels";

type Rules = Pick<RfpView, "priceMethod" | "priceMinimum" | "priceMaximum" | "currency">;

/** The price method with only the amounts that it uses: limits of a line, or what full quality is worth. */
export function PriceMethodFields({ rfp }: { rfp: Rules }) {
  const [method, setMethod] = useState<PriceMethod>(rfp.priceMethod);
  const upper = <DecimalInput unit={rfp.currency} defaultValue={rfp.priceMaximum ?? ""} />;
  return (
    <FieldRow columns={3}>
      <Field name="priceMethod" label="Price method" help={PRICE_METHOD[method].help} required>
        <Select
          options={optionsOf(PRICE_METHOD)}
          defaultValue={rfp.priceMethod}
          onChange={(event) => setMethod(PRICE_METHODS.find((each) => each === event.currentTarget.value) ?? method)}
        />
      </Field>
      {method === "linear" ? (
        <>
          <Field name="priceMinimum" label="Lower price limit" help="100 points. Empty: the lowest bid.">
            <DecimalInput unit={rfp.currency} defaultValue={rfp.priceMinimum ?? ""} />
          </Field>
          <Field name="priceMaximum" label="Upper price limit" help="0 points. Empty: the highest bid.">
            {upper}
          </Field>
        </>
      ) : null}
      {method === "qualityInMoney" ? (
        <Field
          name="priceMaximum"
          label="Value of full quality"
          help="What a technical score of 100 is worth over the term; each point is a hundredth. Taken off the price; the weights then play no part."
          required
        >
          {upper}
        </Field>
      ) : null}
    </FieldRow>
  );
}
