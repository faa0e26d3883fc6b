import { Check, Mail, X } from "lucide-react";
import type { ReactNode } from "react";
import { ActionButton } from "@/components/ui/action-button";
import { RadioGroup } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { type MemberActor, may } from "@/lib/access/actor";
import { isDecider } from "@/lib/shared/approval-limit";
import {
  approveAwardAction,
  cancelAwardAction,
  finaliseAwardAction,
  rejectAwardAction,
  startStandstillAction,
} from "@/lib/sourcing/awards/actions";
import type { AwardOfLot } from "@/lib/sourcing/awards/queries";

function Reason({ label = "Reason", required = true }: { label?: string; required?: boolean }): ReactNode {
  return (
    <Field name="reason" label={label} required={required}>
      <Textarea rows={3} />
    </Field>
  );
}

type AwardActionsProps = { award: AwardOfLot; member: MemberActor; conflicts: readonly string[] };

/** What this person can do with the award now. The rules are checked again where it is done. */
export function AwardActions({ award, member, conflicts }: AwardActionsProps) {
  if (conflicts.length > 0) return null;
  const fields = { id: award.id, version: award.version };
  const mayDecide =
    award.requiredRole !== null &&
    isDecider(award.requiredRole, member.roles) &&
    may(member, "award:decide") &&
    award.proposedById !== member.memberId;
  const canPropose = may(member, "award:propose");
  return (
    <>
      {canPropose && ["proposed", "approved", "standstill"].includes(award.state) ? (
        <ActionButton
          action={cancelAwardAction}
          fields={fields}
          variant="danger"
          icon={<X aria-hidden />}
          confirm={{
            title: "Cancel this award?",
            body: (
              <>
                <p>The evaluation is open again. Bidders who had a letter are told that it no longer holds.</p>
                {award.state === "proposed" ? null : (
                  <Field name="bidsAreOut" label="What about the awarded bid?" required group>
                    <RadioGroup
                      defaultValue="true"
                      options={[
                        {
                          value: "true",
                          label: "It is out",
                          help: "It withdrew, failed a check or lost a complaint. It is not proposed again; the next-ranked one is.",
                        },
                        {
                          value: "false",
                          label: "The award itself was wrong",
                          help: "The same bid may be proposed again, for example with another share.",
                        },
                      ]}
                    />
                  </Field>
                )}
                <Reason />
              </>
            ),
            label: "Cancel the award",
          }}
        >
          Cancel award
        </ActionButton>
      ) : null}
      {award.state === "proposed" && mayDecide ? (
        <>
          <ActionButton
            action={rejectAwardAction}
            fields={fields}
            confirm={{ title: "Reject this proposal?", body: <Reason />, label: "Reject the award" }}
          >
            Reject
          </ActionButton>
          <ActionButton
            action={approveAwardAction}
            fields={fields}
            variant="primary"
            icon={<Check aria-hidden />}
            confirm={{
              title: "Approve this award?",
              body: <Reason label="Remark" required={false} />,
              label: "Approve the award",
            }}
          >
            Approve
          </ActionButton>
        </>
      ) : null}
      {award.state === "approved" && canPropose ? (
        <ActionButton
          action={startStandstillAction}
          fields={fields}
          variant="primary"
          icon={<Mail aria-hidden />}
          confirm={{
            title: "Send the letters?",
            body: (
              <p>
                Every bidder of this lot gets the letter below in the portal and by e-mail. The letters stay as they are
                sent, and the standstill begins.
              </p>
            ),
            label: "Send letters",
          }}
        >
          Send letters
        </ActionButton>
      ) : null}
      {award.state === "standstill" && canPropose && award.isStandstillOver ? (
        <ActionButton action={finaliseAwardAction} fields={fields} variant="primary" icon={<Check aria-hidden />}>
          Make final
        </ActionButton>
      ) : null}
    </>
  );
}
