import { formatDate, formatInstant, formatMonth, type Reader } from "@/lib/shared/format";
import { Dash } from "./dash";

type DateTextProps = {
  day: string | null | undefined;
  reader: Pick<Reader, "locale">;
  long?: boolean;
  missing?: string;
};

/** A calendar day, `YYYY-MM-DD`. */
export function DateText({ day, reader, long = false, missing }: DateTextProps) {
  if (!day) return <Dash label={missing} />;
  return (
    <time dateTime={day.slice(0, 10)} className="whitespace-nowrap">
      {formatDate(day, reader, long ? "long" : "short")}
    </time>
  );
}

export function MonthText({
  month,
  reader,
  short = false,
}: {
  month: string;
  reader: Pick<Reader, "locale">;
  short?: boolean;
}) {
  return <time dateTime={month.slice(0, 7)}>{formatMonth(month, reader, short ? "short" : "long")}</time>;
}

type InstantTextProps = { instant: string | Date | null | undefined; reader: Reader; missing?: string };

/** A moment in the reader's time zone; the exact one shows on hover. */
export function InstantText({ instant, reader, missing }: InstantTextProps) {
  if (!instant) return <Dash label={missing} />;
  const exact = new Date(instant).toISOString();
  return (
    <time dateTime={exact} title={`${exact} · shown in ${reader.timeZone}`} className="whitespace-nowrap">
      {formatInstant(instant, reader)}
    </time>
  );
}
