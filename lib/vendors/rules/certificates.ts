export type CertificateState = "valid" | "expiring" | "expired" | "openEnded";

/** Renewing an audit takes about a quarter: warned that long before. */
export const WARNING_DAYS = 90;

const DAY_MS = 86_400_000;

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** Whole days until a certificate ends; 0 on its last day, negative after it. Days as `YYYY-MM-DD`. */
export function daysLeft(expiresOn: string, today: string): number {
  return dayNumber(expiresOn) - dayNumber(today);
}

/** A certificate is still valid on its last day. */
export function certificateState(expiresOn: string | null, today: string): CertificateState {
  if (expiresOn === null) return "openEnded";
  const left = daysLeft(expiresOn, today);
  if (left < 0) return "expired";
  return left <= WARNING_DAYS ? "expiring" : "valid";
}
