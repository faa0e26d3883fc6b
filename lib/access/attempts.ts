import "server-only";
import { createLimiter, limitKey, lookAt, takeOne } from "@/lib/server/rate-limit";
import type { Refusal } from "@/lib/shared/outcome";
import { delayAfter, FREE_TRIES, FREE_TRIES_UNDER_ATTACK, waitingText } from "./rules/attempts";

const QUARTER_HOUR = 15 * 60;
const HOUR = 60 * 60;

// Wrong tries in a row of one account from one address, and the pause that follows from their number.
const tries = createLimiter("signin-tries", 1_000_000, 24 * HOUR);
const pause = createLimiter("signin-pause", 1, QUARTER_HOUR);
// One address trying many accounts.
const perAddress = createLimiter("signin-address", 60, QUARTER_HOUR);
// One account tried from many addresses. It never locks: it only leaves fewer tries to addresses that the account
// has not been used from, so that whoever owns it still gets in.
const perAccount = createLimiter("signin-account", 100, HOUR);

export type TooMany = Refusal & { retryAfterSeconds: number };

export function refuseTooMany(seconds: number): TooMany {
  const message = `Too many tries. Try again in ${waitingText(seconds)}.`;
  return { ok: false, reason: "tooMany", message, retryAfterSeconds: seconds };
}

export type Attempt = { succeed: () => Promise<void> };

/**
 * Counts a try before the password is looked at, so that many at once do not slip through; a right password takes
 * the count back.
 */
export async function beginAttempt(
  email: string,
  address: string | null,
  isFamiliarAddress: boolean,
): Promise<TooMany | Attempt> {
  const pair = limitKey(email, address);
  const account = limitKey(email);
  const from = limitKey(address);
  const waiting = (await lookAt(pause, pair)) ?? (await takeOne(perAddress, from));
  if (waiting !== null) return refuseTooMany(waiting);
  const isUnderAttack = (await takeOne(perAccount, account)) !== null;
  const free = isUnderAttack && !isFamiliarAddress ? FREE_TRIES_UNDER_ATTACK : FREE_TRIES;
  const { consumedPoints } = await tries.consume(pair);
  const delay = delayAfter(consumedPoints, free);
  const refused = delay > 0 ? await takeOne(pause, pair, delay) : null;
  if (refused !== null) return refuseTooMany(refused);
  return {
    succeed: async () => {
      await Promise.all([
        tries.delete(pair),
        pause.delete(pair),
        perAddress.reward(from, 1),
        perAccount.reward(account, 1),
      ]);
    },
  };
}
