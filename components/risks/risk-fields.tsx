import { Field, FieldRow, FieldSet } from "@/components/ui/field";
import { DateInput, Input, Textarea } from "@/components/ui/input";
import { type Option, Select } from "@/components/ui/select";
import { IMPACT_WORDS, PROBABILITY_WORDS, riskCategoryLabels, riskStateLabels } from "@/lib/risks/labels";
import { toOptions } from "@/lib/shared/options";

export type RiskValues = {
  title: string;
  description: string;
  category: string;
  engagementId: string;
  vendorId: string;
  probability: string;
  impact: string;
  residualProbability: string;
  residualImpact: string;
  ownerId: string;
  state: string;
  reviewDate: string;
};

export const NO_RISK: RiskValues = {
  title: "",
  description: "",
  category: "",
  engagementId: "",
  vendorId: "",
  probability: "3",
  impact: "3",
  residualProbability: "",
  residualImpact: "",
  ownerId: "",
  state: "open",
  reviewDate: "",
};

type RiskFieldsProps = {
  values: RiskValues;
  engagements: readonly Option[];
  vendors: readonly Option[];
  owners: readonly Option[];
};

function gradeOptions(words: readonly string[]): Option[] {
  return words.map((word, index) => ({ value: String(index + 1), label: `${index + 1}, ${word}` }));
}

export function RiskFields({ values, engagements, vendors, owners }: RiskFieldsProps) {
  const probabilities = gradeOptions(PROBABILITY_WORDS);
  const impacts = gradeOptions(IMPACT_WORDS);
  return (
    <>
      <Field name="title" label="What may happen" required>
        <Input defaultValue={values.title} />
      </Field>
      <Field name="description" label="Cause and consequence">
        <Textarea defaultValue={values.description} />
      </Field>
      <FieldRow>
        <Field name="category" label="Category" required>
          <Select placeholder="Choose…" options={toOptions(riskCategoryLabels)} defaultValue={values.category} />
        </Field>
        <Field name="state" label="State" required>
          <Select options={toOptions(riskStateLabels)} defaultValue={values.state} />
        </Field>
        <Field name="engagementId" label="Engagement">
          <Select placeholder="None" options={engagements} defaultValue={values.engagementId} />
        </Field>
        <Field name="vendorId" label="Vendor">
          <Select placeholder="None" options={vendors} defaultValue={values.vendorId} />
        </Field>
        <Field name="ownerId" label="Owner">
          <Select placeholder="Nobody yet" options={owners} defaultValue={values.ownerId} />
        </Field>
        <Field name="reviewDate" label="Look at it again on">
          <DateInput defaultValue={values.reviewDate} />
        </Field>
      </FieldRow>
      <FieldSet
        legend="Inherent"
        help="As if nothing were done about it. Probability × impact: high from 15, medium from 6."
      >
        <FieldRow>
          <Field name="probability" label="Probability" required>
            <Select options={probabilities} defaultValue={values.probability} />
          </Field>
          <Field name="impact" label="Impact" required>
            <Select options={impacts} defaultValue={values.impact} />
          </Field>
        </FieldRow>
      </FieldSet>
      <FieldSet legend="Residual" help="With the mitigations in place.">
        <FieldRow>
          <Field name="residualProbability" label="Probability">
            <Select placeholder="Not known" options={probabilities} defaultValue={values.residualProbability} />
          </Field>
          <Field name="residualImpact" label="Impact">
            <Select placeholder="Not known" options={impacts} defaultValue={values.residualImpact} />
          </Field>
        </FieldRow>
      </FieldSet>
    </>
  );
}
