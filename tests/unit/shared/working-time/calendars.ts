import { type CalendarText, coverOf, readCalendar, type Weekday } from "@/lib/shared/working-time/calendar";

export const OFFICE: Partial<Record<Weekday, [string, string][]>> = {
  mon: [["10:00", "18:00"]],
  tue: [["10:00", "18:00"]],
  wed: [["10:00", "18:00"]],
  thu: [["10:00", "18:00"]],
  fri: [["10:00", "18:00"]],
};

const ALL_DAY: [string, string][] = [["00:00", "24:00"]];
export const ALWAYS: Partial<Record<Weekday, [string, string][]>> = {
  mon: ALL_DAY,
  tue: ALL_DAY,
  wed: ALL_DAY,
  thu: ALL_DAY,
  fri: ALL_DAY,
  sat: ALL_DAY,
  sun: ALL_DAY,
};

export function openCover(text: Partial<CalendarText> = {}) {
  return coverOf(readCalendar({ timeZone: "UTC", hours: OFFICE, ...text }));
}

export function at(text: string): number {
  return Temporal.Instant.from(text).epochMilliseconds;
}

export function inZone(text: string, zone: string): number {
  return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
}
