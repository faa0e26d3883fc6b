import { BellRing, FileSignature, Play, Send, Undo2, X } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { LinkButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { DateInput, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { may } from "@/lib/access/actor";
import type { MemberSession } from "@/lib/access/session";
import { activate } from "@/lib/agreements/actions";
import { giveNotice, returnToDraft, sendToReview, terminate } from "@/lib/contracts/actions";
import type { ContractRecord } from "@/lib/contracts/queries";

type Props = { contract: ContractRecord; member: MemberSession };

function Reason({ label, help }: { label: string; help: string }) {
  return (
    <Field name="reason" label={label} help={help} required>
      <Textarea rows={3} />
    </Field>
  );
}

/** What can be done with the contract now, the next step last. */
export function ContractMoves({ contract, member }: Props) {
  const { state } = contract;
  const fields = { id: contract.id, version: contract.version };
  const mayWrite = may(member, "contract:write");
  const maySign = may(member, "contract:sign");
  if (state === "draft") return mayWrite ? <SubmitMove fields={fields} /> : null;
  if (state === "inReview") return <ReviewMoves contract={contract} member={member} />;
  if (state === "signed") {
    return (
      <>
        {maySign ? <TerminateMove fields={fields} /> : null}
        {mayWrite ? (
          <ActionButton
            action={activate}
            fields={fields}
            variant="primary"
            icon={<Play aria-hidden />}
            confirm={{
              title: "Activate this contract?",
              label: "Activate contract",
              body: <p>Charges and service levels are recorded from then on. Terms change by amendments only.</p>,
            }}
          >
            Activate contract
          </ActionButton>
        ) : null}
      </>
    );
  }
  if (state !== "active" && state !== "expiring") return null;
  return (
    <>
      {maySign ? <TerminateMove fields={fields} /> : null}
      {maySign && !contract.noticeGivenOn ? <NoticeMove fields={fields} today={contract.today} /> : null}
      {mayWrite ? (
        <LinkButton
          href={`/contracts/${contract.id}/amendments/new`}
          variant="primary"
          icon={<FileSignature aria-hidden />}
        >
          New amendment
        </LinkButton>
      ) : null}
    </>
  );
}

type Fields = { id: string; version: number };

function SubmitMove({ fields }: { fields: Fields }) {
  return (
    <ActionButton
      action={sendToReview}
      fields={fields}
      variant="primary"
      icon={<Send aria-hidden />}
      confirm={{
        title: "Send this contract into review?",
        label: "Send into review",
        body: (
          <p>
            The vendor can read and sign it. Above the approval limit, or while its value is not known, an executive is
            asked to approve it.
          </p>
        ),
      }}
    >
      Send into review
    </ActionButton>
  );
}

function ReviewMoves({ contract, member }: Props) {
  const fields = { id: contract.id, version: contract.version };
  return (
    <>
      {may(member, "contract:write") ? (
        <FormDialog
          action={returnToDraft}
          fields={fields}
          title="Return to draft"
          description="Signatures and an approval that were given are undone."
          submit="Return to draft"
          label="Return to draft"
          icon={<Undo2 aria-hidden />}
        >
          <Reason label="Why" help="Kept in the activity of the contract." />
        </FormDialog>
      ) : null}
      {may(member, "contract:sign") || may(member, "contract:write") ? (
        <LinkButton href={`/contracts/${contract.id}/text`} variant="primary" icon={<FileSignature aria-hidden />}>
          Read and sign
        </LinkButton>
      ) : null}
    </>
  );
}

function TerminateMove({ fields }: { fields: Fields }) {
  return (
    <FormDialog
      action={terminate}
      fields={fields}
      title="Terminate this contract"
      description="It ends now and cannot be opened again. Past measurements, credits and charges stay."
      submit="Terminate contract"
      label="Terminate"
      variant="danger"
      icon={<X aria-hidden />}
    >
      <Reason label="Reason" help="By which right, and why." />
    </FormDialog>
  );
}

function NoticeMove({ fields, today }: { fields: Fields; today: string }) {
  return (
    <FormDialog
      action={giveNotice}
      fields={fields}
      title="Record notice"
      description="The contract ends with its running term and does not renew by itself. Notice after its last day is named before it is taken."
      submit="Record notice"
      label="Record notice"
      icon={<BellRing aria-hidden />}
    >
      <Field name="givenBy" label="Given by" required>
        <Select
          options={[
            { value: "client", label: "Us" },
            { value: "vendor", label: "The vendor" },
          ]}
        />
      </Field>
      <Field name="givenOn" label="On" required>
        <DateInput defaultValue={today} max={today} />
      </Field>
      <Field name="isLateAccepted" label="After the last day for notice" group>
        <Checkbox
          name="isLateAccepted"
          value="true"
          label="Record it although it is late"
          help="The term that runs then renews, and the notice ends the one after it."
        />
      </Field>
    </FormDialog>
  );
}
