import { ActionForm } from "@/components/ui/action-form";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choice";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import type { KindChoice } from "@/lib/access/notice-choices";
import type { FormAction } from "@/lib/shared/action-state";
import { noticeKinds } from "@/lib/shared/notice-kinds";

/** What somebody is told of, each in the app and by e-mail. */
export function NoticeChoices({ action, choices }: { action: FormAction; choices: readonly KindChoice[] }) {
  return (
    <Card id="notices">
      <CardHeader
        title="Notices"
        sub="What you are told of, under the bell and by e-mail. Invitations and letters of a tender always come by e-mail."
      />
      <CardBody>
        <ActionForm action={action} label="Notices">
          <ul className="grid gap-3 sm:grid-cols-2">
            {choices.map(({ kind, inApp, byMail }) => {
              const { label, help } = noticeKinds[kind];
              return (
                <li key={kind}>
                  <fieldset className="grid gap-1">
                    <legend className="font-medium">{label}</legend>
                    <p className="text-ink-3 text-xs">{help}</p>
                    <div className="flex flex-wrap gap-x-4">
                      <Checkbox name="inApp[]" value={kind} label="In Steward" defaultChecked={inApp} />
                      <Checkbox name="byMail[]" value={kind} label="By e-mail" defaultChecked={byMail} />
                    </div>
                  </fieldset>
                </li>
              );
            })}
          </ul>
          <FormButtons>
            <SubmitButton>Save notices</SubmitButton>
          </FormButtons>
        </ActionForm>
      </CardBody>
    </Card>
  );
}
