import { RadioGroup } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";

/** The question can go out in other words: what would tell who asked, or is theirs alone, is taken out here. */
export function AnswerFields({ question, isLate }: { question: string; isLate: boolean }) {
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
      <Field
        name="publishedQuestion"
        label="The question as it goes to all"
        help="Take out what would tell who asked, and whatever is the asker's own secret. The original stays on record for procurement and auditors."
      >
        <Textarea rows={4} defaultValue={question} />
      </Field>
      <Field name="privateReason" label="Reason, for the asker alone" help="It is kept on record and not sent.">
        <Textarea rows={2} />
      </Field>
      {isLate ? (
        <Field name="lateReason" label="Why it comes late" help="Vendors see it with the answer." required>
          <Textarea rows={2} />
        </Field>
      ) : null}
    </>
  );
}
