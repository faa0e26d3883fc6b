"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/choice";
import { Field, FieldRow, FieldSet } from "@/components/ui/field";
import { DateInput, Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { CHARGE_KIND, CHARGE_KIND_OPTIONS, type ChargeKind } from "@/lib/charges/labels";
import type { ChargeTerms } from "@/lib/charges/schema";
import { KindFields } from "./kind-fields";

type Line = {
  name: string;
  kind: ChargeKind;
  terms: ChargeTerms;
  isCreditBase: boolean;
  effectiveFrom: string | null;
  effectiveTo: string | null;
};

/** A charge line; the fields of its terms follow the kind. */
export function ChargeLineFields({
  line,
  currency,
  start = "contract",
}: {
  line?: Line;
  currency: string;
  /** Where the first day comes from when it is left out. */
  start?: "contract" | "amendment";
}) {
  const [kind, setKind] = useState<ChargeKind>(line?.kind ?? "fixedFee");
  return (
    <>
      <FieldRow columns={2}>
        <Field name="name" label="Name" required help="As it stands on the invoice.">
          <Input defaultValue={line?.name} />
        </Field>
        <Field name="kind" label="Kind" required help={CHARGE_KIND[kind].help}>
          <Select
            options={CHARGE_KIND_OPTIONS}
            value={kind}
            onChange={(event) => setKind(event.target.value as ChargeKind)}
          />
        </Field>
      </FieldRow>
      <FieldSet legend={CHARGE_KIND[kind].label}>
        <KindFields key={kind} kind={kind} terms={line?.kind === kind ? line.terms : null} currency={currency} />
      </FieldSet>
      <FieldRow columns={2}>
        <Field
          name="effectiveFrom"
          label="First day"
          help={start === "amendment" ? "Left out: the amendment's." : "Left out: the contract's."}
        >
          <DateInput defaultValue={line?.effectiveFrom ?? undefined} />
        </Field>
        <Field name="effectiveTo" label="Last day" help="Left out: the contract's.">
          <DateInput defaultValue={line?.effectiveTo ?? undefined} />
        </Field>
      </FieldRow>
      <input type="hidden" name="isCreditBase" value="false" />
      <Checkbox
        name="isCreditBase"
        value="true"
        label="Counts towards the base of service credits"
        help="Credits are a share of the charges that count."
        defaultChecked={line?.isCreditBase ?? true}
      />
    </>
  );
}
