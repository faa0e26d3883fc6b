import { ArrowRight, Ban, Eye, FileX, Megaphone, MessageCircleQuestion, PackageOpen } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { type MemberActor, may } from "@/lib/access/actor";
import { cancelRfp, declareUnsuccessful, publishRfp } from "@/lib/sourcing/rfps/actions";
import { type Check, shortWindowsOf } from "@/lib/sourcing/rfps/rules";
import type { RfpView } from "@/lib/sourcing/rfps/schema";
import { nextState, rfpTransitions } from "@/lib/sourcing/rules/states";
import { checkHref } from "./rfp-checks";

type Props = { rfp: RfpView; checks: readonly Check[]; member: MemberActor };

/** The actions in the header: quiet ones first, then the one that matters now. */
export function RfpActions({ rfp, checks, member }: Props) {
  return (
    <>
      {may(member, "rfp:publish") ? <EndButtons rfp={rfp} /> : null}
      <LinkButton href={`/rfps/${rfp.id}/preview`} icon={<Eye aria-hidden />}>
        Preview
      </LinkButton>
      <PrimaryAction rfp={rfp} checks={checks} member={member} />
    </>
  );
}

function PrimaryAction({ rfp, checks, member }: Props) {
  const base = `/rfps/${rfp.id}`;
  if (rfp.state === "draft" && may(member, "rfp:publish")) {
    const missing = checks.find((check) => !check.isMet);
    return missing ? (
      <LinkButton variant="primary" href={checkHref(rfp, missing)} icon={<ArrowRight aria-hidden />}>
        Complete the draft
      </LinkButton>
    ) : (
      <ActionButton
        action={publishRfp}
        fields={{ id: rfp.id, version: rfp.version }}
        variant="primary"
        icon={<Megaphone aria-hidden />}
        confirm={{
          title: "Publish this RFP?",
          label: "Publish RFP",
          body: (
            <>
              <p>
                {rfp.invitations.length} vendors are invited by e-mail and in the portal. The scope freezes, and
                criteria, weights and price items can no longer change. Dates can be extended by an amendment.
              </p>
              <ShortWindow rfp={rfp} />
            </>
          ),
        }}
      >
        Publish RFP
      </ActionButton>
    );
  }
  if (rfp.state === "published" && rfp.openClarifications > 0 && may(member, "clarification:answer"))
    return (
      <LinkButton variant="primary" href={`${base}/clarifications`} icon={<MessageCircleQuestion aria-hidden />}>
        Answer questions ({rfp.openClarifications})
      </LinkButton>
    );
  if (["closed", "evaluation", "awarded", "complete"].includes(rfp.state) && may(member, "bid:read"))
    return (
      <LinkButton variant="primary" href={`/evaluations/${rfp.id}`} icon={<PackageOpen aria-hidden />}>
        {rfp.state === "closed" ? "Open the bids" : "Go to evaluation"}
      </LinkButton>
    );
  return null;
}

/** Little time for bidders costs good bids: said here, and asked for once. */
function ShortWindow({ rfp }: { rfp: RfpView }) {
  const short = shortWindowsOf(rfp, rfp.now);
  if (short.length === 0) return null;
  return (
    <>
      <Note tone="warn">
        Very little time is left:
        <ul className="list-disc pl-5">
          {short.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Note>
      <Checkbox name="acceptsShortWindow" value="true" label="It is meant: publish with so little time" />
    </>
  );
}

function EndButtons({ rfp }: { rfp: RfpView }) {
  const fields = { id: rfp.id, version: rfp.version };
  const told = rfp.publishedAt ? "The invited vendors are told this reason." : "No vendor has seen it yet.";
  const reason = (
    <Field name="reason" label="Reason" help={told} required>
      <Textarea rows={3} />
    </Field>
  );
  return (
    <>
      {nextState(rfpTransitions, rfp.state, "declareUnsuccessful") ? (
        <ActionButton
          action={declareUnsuccessful}
          fields={fields}
          variant="quiet"
          icon={<FileX aria-hidden />}
          confirm={{
            title: "End without an award?",
            label: "End without an award",
            body: (
              <>
                <p>No bid is chosen. The engagement can go back to its scope. This cannot be undone.</p>
                {reason}
              </>
            ),
          }}
        >
          No award
        </ActionButton>
      ) : null}
      {nextState(rfpTransitions, rfp.state, "cancel") ? (
        <ActionButton
          action={cancelRfp}
          fields={fields}
          variant="quiet"
          icon={<Ban aria-hidden />}
          confirm={{
            title: "Cancel this RFP?",
            label: "Cancel RFP",
            body: (
              <>
                <p>It ends here and takes no bids any more. This cannot be undone.</p>
                {reason}
              </>
            ),
          }}
        >
          Cancel RFP
        </ActionButton>
      ) : null}
    </>
  );
}
