/**
 * The end of a standstill of whole days: the day of the letters does not count, and it ends with the last day, in the
 * RFP's time zone. Null for no standstill. Instants in RFC 3339.
 */
export function standstillEnd(startedAt: string, days: number, timeZone: string): string | null {
  if (days === 0) return null;
  const day = Temporal.Instant.from(startedAt).toZonedDateTimeISO(timeZone).toPlainDate();
  const end = day
    .add({ days: days + 1 })
    .toZonedDateTime(timeZone)
    .toInstant();
  return new Date(end.epochMilliseconds).toISOString();
}
