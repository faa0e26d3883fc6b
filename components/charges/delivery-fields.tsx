import { Checkbox } from "@/components/ui/choice";
import { Field, FieldRow } from "@/components/ui/field";
import { DecimalInput, Input } from "@/components/ui/input";
import type { ChargeKind } from "@/lib/charges/labels";
import type { ChargeTerms } from "@/lib/charges/schema";

type Props = {
  kind: ChargeKind;
  terms: ChargeTerms;
  /** What was recorded before, as it was stored. */
  delivery: Record<string, unknown>;
  currency: string;
};

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** What was delivered in the month, by the kind of the line. */
export function DeliveryFields({ kind, terms, delivery, currency }: Props) {
  switch (kind) {
    case "fixedFee":
      return <p className="text-ink-2">The fee follows from the days of the month; there is nothing to enter.</p>;
    case "milestone":
      return (
        <>
          <input type="hidden" name="delivery.accepted" value="false" />
          <Checkbox
            name="delivery.accepted"
            value="true"
            label="Accepted in this month"
            defaultChecked={delivery.accepted === true}
          />
        </>
      );
    case "rateCard":
      return <HourFields terms={terms} delivery={delivery} currency={currency} />;
    case "unitPrice":
    case "baseline":
      return (
        <Field name="delivery.volume" label="Volume of the month" required>
          <DecimalInput unit="units" defaultValue={textOf(delivery.volume)} />
        </Field>
      );
    case "outcome":
      return (
        <Field name="delivery.outcomes" label="Verified outcomes" required>
          <DecimalInput unit="outcomes" defaultValue={textOf(delivery.outcomes)} />
        </Field>
      );
    case "gainShare":
      return (
        <Field name="delivery.cost" label="Actual cost of the month" required>
          <DecimalInput unit={currency} defaultValue={textOf(delivery.cost)} />
        </Field>
      );
  }
}

type Hours = { role: string; location: string | null; shift: string | null; hours: string | null };

function HourFields({ terms, delivery, currency }: Omit<Props, "kind">) {
  if (terms.type !== "timeAndMaterials") return null;
  const worked = Array.isArray(delivery.hours) ? (delivery.hours as Hours[]) : [];
  return (
    <div className="grid gap-3">
      {terms.rates.map(({ role, location, shift, rate }, index) => {
        const name = `delivery.hours.${index}`;
        const place = [location, shift].filter(Boolean).join(", ");
        const before = worked.find((each) => each.role === role && each.location === location && each.shift === shift);
        return (
          <div key={`${role} ${place}`}>
            <input type="hidden" name={`${name}.role`} value={role} />
            <input type="hidden" name={`${name}.location`} value={location ?? ""} />
            <input type="hidden" name={`${name}.shift`} value={shift ?? ""} />
            <Field name={`${name}.hours`} label={`${role}${place ? ` (${place})` : ""}, ${rate} ${currency}`}>
              <DecimalInput unit="hours" defaultValue={before?.hours ?? ""} />
            </Field>
          </div>
        );
      })}
      <Field name="delivery.materials" label="Materials">
        <DecimalInput unit={currency} defaultValue={textOf(delivery.materials)} />
      </Field>
    </div>
  );
}

export function NoteField({ note, isLocked }: { note: string; isLocked: boolean }) {
  return (
    <FieldRow>
      <Field
        name="note"
        label="Note"
        required={isLocked}
        help={isLocked ? "The month is locked: say why it is corrected. Its credits are restated." : undefined}
      >
        <Input defaultValue={note} />
      </Field>
    </FieldRow>
  );
}
