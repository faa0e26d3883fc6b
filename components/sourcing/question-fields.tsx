import { Checkbox } from "@/components/ui/choice";
import { Field, FieldRow } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { QUESTION_KIND } from "@/lib/sourcing/rfps/labels";
import type { CriterionView, QuestionView } from "@/lib/sourcing/rfps/schema";
import { optionsOf } from "@/lib/vendors/labels";

type Props = { question?: QuestionView; criteria: readonly CriterionView[]; sections: readonly string[] };

export function QuestionFields({ question, criteria, sections }: Props) {
  const listId = `question-sections-${question?.id ?? "new"}`;
  return (
    <>
      <Field name="section" label="Section" help="An existing one, or a new name." required>
        <Input defaultValue={question?.section ?? sections.at(-1)} list={listId} autoComplete="off" />
      </Field>
      <datalist id={listId}>
        {sections.map((section) => (
          <option key={section} value={section} />
        ))}
      </datalist>
      <Field name="text" label="Question" required>
        <Textarea rows={3} defaultValue={question?.text} />
      </Field>
      <FieldRow>
        <Field name="kind" label="Kind of answer" required>
          <Select options={optionsOf(QUESTION_KIND)} defaultValue={question?.kind ?? "text"} />
        </Field>
        <Field name="criterionId" label="Scored under">
          <Select
            options={criteria.map(({ id, name }) => ({ value: id, label: name }))}
            placeholder="Not scored"
            defaultValue={question?.criterionId ?? ""}
          />
        </Field>
      </FieldRow>
      <Field name="choices" label="Choices" help="Separated by commas; only for a choice.">
        <Input defaultValue={question?.choices.join(", ")} />
      </Field>
      <input type="hidden" name="isMandatory" value="false" />
      <Checkbox
        name="isMandatory"
        value="true"
        label="Must be answered, and a yes or no must be yes"
        help="A bid that does not is rejected, with this question named."
        defaultChecked={question?.isMandatory}
      />
    </>
  );
}
