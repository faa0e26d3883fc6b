import { Note } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { Status } from "@/components/ui/status";
import type { Reader } from "@/lib/shared/format";
import { awardStateLabels, awardStateTones } from "@/lib/sourcing/awards/labels";
import type { OwnLetter } from "@/lib/sourcing/awards/queries";

/** The letter about a lot as it was sent, with what has become of the award since. */
export function LetterCard({ letter, reader }: { letter: OwnLetter; reader: Reader }) {
  return (
    <Card>
      <CardHeader
        title={letter.lot}
        sub={
          <>
            Sent <InstantText instant={letter.createdAt} reader={reader} />
          </>
        }
        action={<Status tone={awardStateTones[letter.awardState]}>{awardStateLabels[letter.awardState]}</Status>}
      />
      <CardBody className="grid gap-3">
        {letter.awardState === "cancelled" ? (
          <Note tone="warn">This award was cancelled. The letter below no longer holds.</Note>
        ) : null}
        <p className="max-w-2xl whitespace-pre-line">{letter.body}</p>
      </CardBody>
    </Card>
  );
}
