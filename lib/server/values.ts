import type { Prisma } from "./database";

/** What the database holds, as text at the border: decimals in plain digits, days as `YYYY-MM-DD`. */
export function decimalOf(value: Prisma.Decimal): string;
export function decimalOf(value: Prisma.Decimal | null): string | null;
export function decimalOf(value: Prisma.Decimal | null): string | null {
  return value === null ? null : value.toFixed();
}

export function dayOf(value: Date): string;
export function dayOf(value: Date | null): string | null;
export function dayOf(value: Date | null): string | null {
  return value === null ? null : value.toISOString().slice(0, 10);
}

export function instantOf(value: Date): string;
export function instantOf(value: Date | null): string | null;
export function instantOf(value: Date | null): string | null {
  return value === null ? null : value.toISOString();
}

/** A `date` column takes midnight UTC of the day. */
export function toDay(day: string): Date;
export function toDay(day: string | null): Date | null;
export function toDay(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}
