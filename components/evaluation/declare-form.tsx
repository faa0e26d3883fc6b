import { ActionForm } from "@/components/ui/action-form";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { declareInterestsAction } from "@/lib/sourcing/evaluation/actions";

type DeclareFormProps = { rfpId: string; bidders: { vendorId: string; name: string }[]; isFirst: boolean };

/** Before the first score: of whom the evaluator is not independent. Later: what came to light since. */
export function DeclareForm({ rfpId, bidders, isFirst }: DeclareFormProps) {
  return (
    <Card>
      <CardHeader title={isFirst ? "Declare your interests" : "Declare a further conflict"} />
      <CardBody>
        <ActionForm action={declareInterestsAction} draftKey={`interests:${rfpId}`}>
          <input type="hidden" name="rfpId" value={rfpId} />
          <p className="max-w-2xl text-pretty text-ink-2">
            Check every bidder of whom you are not independent: shares, a job, family, a favour. You do not score that
            bid.
            {isFirst ? " With nothing checked you declare that there is no conflict." : ""}
          </p>
          {bidders.map((bidder, index) => (
            <div key={bidder.vendorId} className="grid gap-2 sm:grid-cols-[14rem_1fr] sm:items-start">
              <input type="hidden" name={`conflicts.${index}.vendorId`} value={bidder.vendorId} />
              <input type="hidden" name={`conflicts.${index}.hasConflict`} value="false" />
              <Checkbox name={`conflicts.${index}.hasConflict`} value="true" label={bidder.name} />
              <Field name={`conflicts.${index}.reason`} label={`Conflict with ${bidder.name}`} hideLabel>
                <Input placeholder="What the conflict is" />
              </Field>
            </div>
          ))}
          <FormButtons>
            <SubmitButton>{isFirst ? "Declare" : "Add the conflict"}</SubmitButton>
          </FormButtons>
        </ActionForm>
      </CardBody>
    </Card>
  );
}
