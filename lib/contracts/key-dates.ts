import { findRenewalDates } from "@/lib/shared/renewal";
import type { ContractRecord } from "./queries";
import type { ContractReadings } from "./terms";

export type KeyDate = { key: string; label: string; day: string; tone: "good" | "warn" | "bad" | "neutral" | "accent" };

type Amended = { number: number; effectiveFrom: string };

/** The days of a contract in their order; those that ask for a decision are marked while it is still to be taken. */
export function listKeyDates(
  contract: ContractRecord,
  readings: ContractReadings,
  amendments: readonly Amended[],
): KeyDate[] {
  const dates: KeyDate[] = [];
  const { today, startDate, endOn } = contract;
  if (startDate) dates.push({ key: "start", label: "First day", day: startDate, tone: "neutral" });
  for (const { number, effectiveFrom } of amendments) {
    dates.push({ key: `amendment ${number}`, label: `Amendment ${number}`, day: effectiveFrom, tone: "accent" });
  }
  if (contract.noticeGivenOn) {
    dates.push({ key: "given", label: "Notice was given", day: contract.noticeGivenOn, tone: "neutral" });
  }
  if (endOn) {
    const { result } = findRenewalDates({
      endDate: endOn,
      noticeMonths: Number(readings.clientNoticeMonths.value ?? 0),
      internalLeadDays: Number(readings.internalLeadDays.value ?? 0),
      switchingLeadDays: Number(readings.switchingLeadDays.value ?? 0),
    });
    const isOpen = !contract.noticeGivenOn && (contract.state === "active" || contract.state === "expiring");
    const toneOf = (day: string) => (isOpen && day < today ? "bad" : isOpen ? "warn" : "neutral");
    dates.push(
      {
        key: "switch",
        label: "Last day to begin a switch",
        day: result.decideToSwitchBy,
        tone: toneOf(result.decideToSwitchBy),
      },
      { key: "decide", label: "Last safe decision", day: result.decideBy, tone: toneOf(result.decideBy) },
      { key: "notice", label: "Notice by", day: result.noticeBy, tone: toneOf(result.noticeBy) },
      { key: "end", label: "Last day of the term", day: endOn, tone: endOn < today ? "bad" : "neutral" },
    );
  }
  dates.push({ key: "today", label: "Today", day: today, tone: "good" });
  return dates.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** The first days of the years between two days, for the axis. */
export function listYears(from: string, to: string): string[] {
  const years: string[] = [];
  for (let year = Number(from.slice(0, 4)) + 1; year <= Number(to.slice(0, 4)); year += 1) years.push(`${year}-01-01`);
  return years;
}
