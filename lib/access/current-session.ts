import "server-only";
import { headers } from "next/headers";
import { traceOf } from "@/lib/server/request-trace";
import { toMemberSession, toVendorSession } from "./session";
import { readSessionId } from "./session-cookie";
import { findSession } from "./session-row";
import { signOutSession } from "./sign-out";

/** Who is here, member or vendor, whatever the page. Null for nobody. */
export async function findSigned() {
  const row = await findSession(await readSessionId());
  if (!row) return null;
  const trace = traceOf(await headers());
  return toMemberSession(row, trace) ?? toVendorSession(row, trace);
}

/** Ends the session of this browser, if it has one. */
export async function endCurrentSession(): Promise<void> {
  const signed = await findSigned();
  if (signed) await signOutSession(signed, signed.sessionId);
}
