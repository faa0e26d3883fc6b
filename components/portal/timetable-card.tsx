import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { KeyFacts } from "@/components/ui/key-facts";
import type { Reader } from "@/lib/shared/format";
import type { PortalInvitation } from "@/lib/sourcing/portal/queries";
import { MOMENT, MOMENTS } from "@/lib/sourcing/rfps/labels";
import { Countdown } from "./countdown";

/** All dates in the reader's zone, with the time left by the server's clock. */
export function TimetableCard({ invitation, reader }: { invitation: PortalInvitation; reader: Reader }) {
  const { rfp, now } = invitation;
  return (
    <Card>
      <CardHeader title="Timetable" />
      <KeyFacts
        facts={MOMENTS.map((moment) => {
          const at = rfp[moment];
          return {
            label: MOMENT[moment],
            value: at ? (
              <>
                <InstantText instant={at} reader={reader} />
                <span className="block text-ink-3 text-xs">
                  <Countdown serverNow={now} until={at} />
                </span>
              </>
            ) : null,
          };
        })}
      />
      <CardFooter>
        <span>Your time: {reader.timeZone}. Deadlines hold by the client's server clock.</span>
      </CardFooter>
    </Card>
  );
}
