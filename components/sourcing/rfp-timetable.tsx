import { Check, CircleDashed, Clock, Pencil } from "lucide-react";
import { Card, CardHeader, CardRow } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { Field, FieldRow } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { DateInput, Input } from "@/components/ui/input";
import type { Reader } from "@/lib/shared/format";
import { saveTimetable } from "@/lib/sourcing/rfps/actions";
import { MOMENT, MOMENTS } from "@/lib/sourcing/rfps/labels";
import { toLocalText } from "@/lib/sourcing/rfps/rules";
import type { RfpView } from "@/lib/sourcing/rfps/schema";
import { timeLeft } from "@/lib/sourcing/rfps/time-left";

type Props = { rfp: RfpView; reader: Reader; mayWrite: boolean };

/** The dates in their order, with what has passed and what comes next. */
export function RfpTimetable({ rfp, reader, mayWrite }: Props) {
  const next = MOMENTS.find((name) => rfp[name] !== null && Date.parse(rfp[name] ?? "") > Date.parse(rfp.now));
  const edit =
    mayWrite && rfp.state === "draft" ? (
      <FormDialog
        action={saveTimetable}
        fields={{ id: rfp.id, version: rfp.version }}
        title="Edit the timetable"
        submit="Save timetable"
        label="Edit"
        size="sm"
        icon={<Pencil aria-hidden />}
      >
        <TimetableFields rfp={rfp} />
      </FormDialog>
    ) : null;
  return (
    <Card id="timetable">
      <CardHeader title="Timetable" sub={`Set in ${rfp.timeZone}, shown in ${reader.timeZone}.`} action={edit} />
      {MOMENTS.map((name) => {
        const instant = rfp[name];
        const isPast = instant !== null && Date.parse(instant) <= Date.parse(rfp.now);
        return (
          <CardRow
            key={name}
            icon={
              isPast ? (
                <Check aria-label="Passed" className="text-good" />
              ) : name === next ? (
                <Clock aria-label="Next" className="text-accent" />
              ) : (
                <CircleDashed aria-label="To come" className="text-ink-3" />
              )
            }
            action={
              <span className="text-right text-sm">
                <InstantText instant={instant} reader={reader} />
                {instant && !isPast ? <span className="block text-ink-3">{timeLeft(rfp.now, instant)}</span> : null}
              </span>
            }
          >
            {MOMENT[name]}
          </CardRow>
        );
      })}
      <CardRow icon={<CircleDashed aria-hidden className="text-ink-3" />} action={`${rfp.standstillDays} days`}>
        Standstill after the award
      </CardRow>
    </Card>
  );
}

export function TimetableFields({ rfp }: { rfp: RfpView }) {
  return (
    <>
      <Field name="timeZone" label="Time zone" help="All four are wall-clock times in this zone." required>
        <Input defaultValue={rfp.timeZone} />
      </Field>
      <MomentFields rfp={rfp} />
    </>
  );
}

export function MomentFields({ rfp, isRequired = false }: { rfp: RfpView; isRequired?: boolean }) {
  return (
    <FieldRow>
      {MOMENTS.map((name) => (
        <Field key={name} name={name} label={MOMENT[name]} required={isRequired}>
          <DateInput type="datetime-local" defaultValue={rfp[name] ? toLocalText(rfp[name] ?? "", rfp.timeZone) : ""} />
        </Field>
      ))}
    </FieldRow>
  );
}
