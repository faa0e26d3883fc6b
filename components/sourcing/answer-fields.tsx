import { RadioGroup } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";

export function AnswerFields() {
  return (
    <>
      <Field name="answer" label="Answer" help="Written so that it does not give away who asked." required>
        <Textarea rows={5} />
      </Field>
      <Field name="visibility" label="Who gets it" required group>
        <RadioGroup
          defaultValue="everyone"
          options={[
            { value: "everyone", label: "Every invited vendor", help: "Question and answer, without who asked." },
            {
              value: "asker",
              label: "The asker alone",
              help: "Only where the answer would reveal the asker's own confidential matter.",
            },
          ]}
        />
      </Field>
      <Field name="privateReason" label="Reason, for the asker alone" help="It is kept on record and not sent.">
        <Textarea rows={2} />
      </Field>
    </>
  );
}
