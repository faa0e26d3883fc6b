import "server-only";
import type { Trace } from "@/lib/access/actor";
import { environment } from "./environment";
import { peerAddress } from "./peer-address";

/**
 * The address that counts: what the outermost of the proxies that we trust has seen, and without one that of the socket,
 * never what the client claims.
 */
export function clientAddress(headers: Headers): string | null {
  const hops = environment().TRUSTED_PROXY;
  if (hops === 0) return peerAddress(headers);
  const forwarded = (headers.get("x-forwarded-for") ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  const address = forwarded[forwarded.length - hops] ?? null;
  return address ? address.slice(0, 64) : null;
}

export function traceOf(headers: Headers): Trace {
  return { requestId: headers.get("x-request-id")?.slice(0, 64) ?? null, ipAddress: clientAddress(headers) };
}

/** True when a browser sent this from one of our own pages; a request that does not say where it comes from is not. */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  const host =
    headers.get("x-forwarded-host") && environment().TRUSTED_PROXY > 0
      ? headers.get("x-forwarded-host")
      : headers.get("host");
  return new URL(origin).host === host;
}
