import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { environment } from "@/lib/server/environment";

/** No session lives longer, however often it is used. */
export const LONGEST_SESSION_DAYS = 30;
const MAX_AGE = LONGEST_SESSION_DAYS * 24 * 60 * 60;

function isSecure(): boolean {
  return environment().STEWARD_URL.startsWith("https:");
}

/** The `__Host-` prefix makes browsers refuse the cookie from a sibling domain or over plain http. */
export function sessionCookieName(): string {
  return isSecure() ? "__Host-steward-session" : "steward-session";
}

export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() } as const;
}

/** Encrypted by next-auth; all it says is which session row to look at. */
export function sealSession(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: environment().STEWARD_SECRET, maxAge: MAX_AGE });
}

/** Null for a cookie that is forged, damaged, outdated or made with another secret. */
export async function openSealedSession(sealed: string | undefined): Promise<string | null> {
  if (!sealed) return null;
  const claims = await decode({ token: sealed, secret: environment().STEWARD_SECRET }).catch(() => null);
  return typeof claims?.sid === "string" ? claims.sid : null;
}

export async function readSessionId(): Promise<string | null> {
  return openSealedSession((await cookies()).get(sessionCookieName())?.value);
}

export async function writeSessionCookie(sessionId: string): Promise<void> {
  const store = await cookies();
  store.set(sessionCookieName(), await sealSession(sessionId), { ...sessionCookieOptions(), maxAge: MAX_AGE });
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete({ name: sessionCookieName(), ...sessionCookieOptions() });
}
