import { Check, X } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { declineInvitationAction, intendToBidAction } from "@/lib/sourcing/portal/actions";
import type { PortalInvitation } from "@/lib/sourcing/portal/queries";

const SAID = {
  invited: "Tell us whether you intend to bid. It binds you to nothing.",
  viewed: "Tell us whether you intend to bid. It binds you to nothing.",
  intendsToBid: "You have said that you intend to bid.",
  declined: "You have declined. You can change your mind until the deadline.",
} as const;

/** Whether the company bids. No word about anybody else. */
export function IntentCard({ invitation }: { invitation: PortalInvitation }) {
  const { id, version, state, declineReason } = invitation;
  return (
    <Card>
      <CardHeader title="Will you bid?" />
      <CardBody className="grid gap-3">
        <p className="text-pretty">{SAID[state]}</p>
        {declineReason && state === "declined" ? <p className="text-ink-2">Reason: {declineReason}</p> : null}
        <div className="flex flex-wrap gap-2">
          {state === "intendsToBid" ? null : (
            <ActionButton
              action={intendToBidAction}
              fields={{ id, version }}
              variant="primary"
              icon={<Check aria-hidden />}
            >
              We intend to bid
            </ActionButton>
          )}
          {state === "declined" ? null : (
            <ActionButton
              action={declineInvitationAction}
              fields={{ id, version }}
              icon={<X aria-hidden />}
              confirm={{
                title: "Decline this invitation?",
                body: (
                  <>
                    <p>The client sees that you do not bid, and why. You can change your mind until the deadline.</p>
                    <Field name="reason" label="Reason" required>
                      <Textarea rows={3} />
                    </Field>
                  </>
                ),
                label: "Decline the invitation",
              }}
            >
              Decline
            </ActionButton>
          )}
        </div>
      </CardBody>
    </Card>
  );
}
