import { ActionForm } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/choice";
import { Field, FieldRow } from "@/components/ui/field";
import { DecimalInput } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { saveEvaluationRules } from "@/lib/sourcing/rfps/actions";
import { TIE_RULE } from "@/lib/sourcing/rfps/labels";
import type { RfpView } from "@/lib/sourcing/rfps/schema";
import { optionsOf } from "@/lib/vendors/labels";
import { PriceMethodFields } from "./price-method-fields";

/** How technical quality and price become one rank. Fixed by publication. */
export function EvaluationRulesForm({ rfp }: { rfp: RfpView }) {
  return (
    <ActionForm action={saveEvaluationRules} label="Rules of evaluation" className="grid gap-4 p-4">
      <input type="hidden" name="id" value={rfp.id} />
      <input type="hidden" name="version" value={rfp.version} />
      <FieldRow columns={3}>
        <Field name="technicalWeight" label="Technical weight" help="Both weights sum to 100." required>
          <DecimalInput unit="%" defaultValue={rfp.technicalWeight} />
        </Field>
        <Field name="priceWeight" label="Price weight" required>
          <DecimalInput unit="%" defaultValue={rfp.priceWeight} />
        </Field>
        <Field
          name="minimumTechnical"
          label="Minimum technical score"
          help="A bid under it is out before its price is opened."
          required
        >
          <DecimalInput unit="of 100" defaultValue={rfp.minimumTechnical} />
        </Field>
      </FieldRow>
      <PriceMethodFields rfp={rfp} />
      <FieldRow columns={3}>
        <Field
          name="tieRule"
          label="A tie goes to"
          help="A tie is shown; the award then needs a written decision."
          required
        >
          <Select options={optionsOf(TIE_RULE)} defaultValue={rfp.tieRule} />
        </Field>
      </FieldRow>
      <input type="hidden" name="isRelativeToBest" value="false" />
      <Checkbox
        name="isRelativeToBest"
        value="true"
        label="Technical scores as a share of the best one"
        defaultChecked={rfp.isRelativeToBest}
      />
      <div>
        <SubmitButton>Save rules</SubmitButton>
      </div>
    </ActionForm>
  );
}
