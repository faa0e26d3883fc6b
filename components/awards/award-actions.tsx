import { Check, Mail, X } from "lucide-react";
import type { ReactNode } from "react";
import { ActionButton } from "@/components/ui/action-button";
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

/** What this person can do with the award now. The rules are checked again where it is done. */
export function AwardActions({ award, member }: { award: AwardOfLot; member: MemberActor }) {
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
            body: <p>Every bidder of this lot gets a letter in the portal and by e-mail. The standstill begins.</p>,
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
