import { type NextRequest, NextResponse } from "next/server";

// Headers only. Who may see what is decided where data is read and written, never here.

/** Read by `requireMember`, to come back to the page after a sign-in. */
const PATH_HEADER = "x-steward-path";
const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/;

function contentPolicy(nonce: string, isDevelopment: boolean, isHttps: boolean): string {
  const rules = [
    "default-src 'self'",
    // React explains errors with eval while developing, and only then.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // Scripts decide; styles only decorate. Dialogs, toasts and charts write style elements and attributes while they
    // run, and offer no way to pass them the nonce.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ];
  return rules.join("; ");
}

export function proxy(request: NextRequest): NextResponse {
  const isDevelopment = process.env.NODE_ENV === "development";
  const isHttps = (process.env.STEWARD_URL ?? "").startsWith("https:");
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentPolicy(nonce, isDevelopment, isHttps);
  const given = request.headers.get("x-request-id") ?? "";
  const requestId = REQUEST_ID.test(given) ? given : crypto.randomUUID();

  const inner = new Headers(request.headers);
  inner.set("content-security-policy", policy); // the framework takes the nonce from here
  inner.set("x-nonce", nonce);
  inner.set("x-request-id", requestId);
  inner.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);

  const response = NextResponse.next({ request: { headers: inner } });
  const outer: Record<string, string> = {
    "content-security-policy": policy,
    "x-request-id": requestId,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  };
  if (isHttps) outer["strict-transport-security"] = "max-age=63072000; includeSubDomains";
  for (const [name, value] of Object.entries(outer)) response.headers.set(name, value);
  return response;
}

// Everything but the framework's own files, which are the same for everybody, and what takes uploads of any length: the
// framework would hold a body in memory that passes here, and cut it at 10 MB. Those answers are no pages; their headers
// stand in next.config.ts.
export const config = {
  matcher: "/((?!_next/static|_next/image|api/v1/|processes/import/run|processes/import/preview|.*/upload$).*)",
};
