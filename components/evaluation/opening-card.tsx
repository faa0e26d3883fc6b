import { LockKeyhole, PackageOpen, TriangleAlert } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { Note } from "@/components/ui/callout";
import { Card, CardBody, CardHeader, CardRow } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Status } from "@/components/ui/status";
import { type MemberActor, may } from "@/lib/access/actor";
import type { Reader } from "@/lib/shared/format";
import { confirmOpeningAction, startOpeningAction } from "@/lib/sourcing/bids/actions";
import { envelopeLabels } from "@/lib/sourcing/bids/labels";
import type { OpeningRow } from "@/lib/sourcing/bids/queries";
import type { Lot } from "@/lib/sourcing/evaluation/queries";
import { checkIndependence } from "@/lib/sourcing/rules/duties";

type Envelope = "technical" | "price";
type OpeningProps = {
  lot: Lot;
  openings: OpeningRow[];
  member: MemberActor & Reader;
  now: string;
  /** Bidders of whom this person is not independent. */
  conflicts: readonly string[];
};

/** Why an envelope cannot be opened now, in words; null when it can. */
function waitFor({ rfp }: Lot, envelope: Envelope, now: string): string | null {
  if (envelope === "price")
    return rfp.technicalLockedAt ? null : "After the technical scores are moderated and locked.";
  if (!rfp.openingAt || now < rfp.openingAt) return "Sealed until the time of the opening, for everybody.";
  return rfp.state === "published" || rfp.state === "closed" || rfp.technicalOpenedAt ? null : "Not in this state.";
}

function EnvelopeRow({ envelope, lot, openings, member, now, conflicts }: OpeningProps & { envelope: Envelope }) {
  const own = openings.filter((each) => each.envelope === envelope);
  // What had to be set aside is opened once more, when it is restored.
  const isLate = envelope === "technical" && lot.setAside.length > 0;
  const opening = own.find((each) => each.secondAt === null) ?? (isLate ? undefined : own.at(-1));
  const wait = waitFor(lot, envelope, now);
  const canOpen = may(member, "bid:open") && conflicts.length === 0;
  const name = isLate ? "Envelopes that were set aside" : `${envelopeLabels[envelope]} envelopes`;
  if (opening?.secondAt) {
    return (
      <CardRow
        icon={<PackageOpen aria-hidden />}
        action={<Status tone="good">Open</Status>}
        sub={
          <>
            <InstantText instant={opening.secondAt} reader={member} /> by {opening.firstOpener} and{" "}
            {opening.secondOpener}
          </>
        }
      >
        {name}
      </CardRow>
    );
  }
  if (opening) {
    const isFirst = opening.firstOpenerId === member.memberId;
    return (
      <CardRow
        icon={<LockKeyhole aria-hidden />}
        sub={`Begun by ${opening.firstOpener}. ${isFirst ? "Somebody else confirms." : "Nothing is open before a second person confirms."}`}
        action={
          canOpen && !isFirst ? (
            <ActionButton
              action={confirmOpeningAction}
              fields={{ id: opening.id }}
              variant="primary"
              confirm={{
                title: `Open the ${name.toLowerCase()}?`,
                body: (
                  <>
                    <p>
                      All submitted bids are unsealed, and compared with their receipts and with what the audit chain
                      says was submitted and not withdrawn. The minutes name you and {opening.firstOpener}.
                    </p>
                    <Field
                      name="decision"
                      label="Decision, if a bid does not fit"
                      help="Leave it empty at first. If something does not fit, nothing is opened and you are told what. With a decision the others are opened, and it stands in the minutes."
                    >
                      <Textarea rows={3} />
                    </Field>
                  </>
                ),
                label: "Open them",
              }}
            >
              Confirm and open
            </ActionButton>
          ) : null
        }
      >
        {name}
      </CardRow>
    );
  }
  return (
    <CardRow
      icon={<LockKeyhole aria-hidden />}
      sub={
        wait ??
        (isLate
          ? "Try again when they have been restored. Two people open them together."
          : "Two people open them together. You begin, another person confirms.")
      }
      action={
        wait === null && canOpen ? (
          <ActionButton
            action={startOpeningAction}
            fields={{ rfpId: lot.rfp.id, envelope }}
            variant={isLate ? "secondary" : "primary"}
          >
            Begin the opening
          </ActionButton>
        ) : null
      }
    >
      {name}
    </CardRow>
  );
}

function checkIndependenceText(conflicts: readonly string[]): string {
  const check = checkIndependence("open", conflicts);
  return check.isAllowed ? "" : check.reason;
}

/** The two envelopes of the RFP and who has to do what. */
export function OpeningCard(props: OpeningProps) {
  const { rfp } = props.lot;
  return (
    <Card>
      <CardHeader title="Opening" sub="For all lots of the RFP at once" />
      {rfp.openingAt ? (
        <CardBody className="text-ink-2 text-sm">
          Bids until <InstantText instant={rfp.bidsUntil ?? rfp.openingAt} reader={props.member} />, opening from{" "}
          <InstantText instant={rfp.openingAt} reader={props.member} />.
        </CardBody>
      ) : null}
      {props.conflicts.length > 0 ? (
        <CardBody>
          <Note tone="warn">{checkIndependenceText(props.conflicts)}</Note>
        </CardBody>
      ) : null}
      {props.lot.setAside.map((bid) => (
        <CardRow key={bid.id} icon={<TriangleAlert aria-hidden className="text-bad" />} sub={bid.reason}>
          The bid of {bid.name} is still sealed: it does not fit what was submitted
        </CardRow>
      ))}
      <EnvelopeRow {...props} envelope="technical" />
      <EnvelopeRow {...props} envelope="price" />
    </Card>
  );
}
