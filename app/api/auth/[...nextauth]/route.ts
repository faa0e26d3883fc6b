import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/access/auth-options";
import { endCurrentSession } from "@/lib/access/current-session";
import type { SignInOutcome } from "@/lib/access/sign-in";
import { environment } from "@/lib/server/environment";
import { traceOf } from "@/lib/server/request-trace";

type Context = { params: Promise<{ nextauth: string[] }> };

async function answer(request: NextRequest, context: Context): Promise<Response> {
  process.env.NEXTAUTH_URL ??= environment().STEWARD_URL;
  const device = { ...traceOf(request.headers), userAgent: request.headers.get("user-agent") };
  let outcome: SignInOutcome | null = null;
  const options = authOptions(device, (said) => {
    outcome = said;
  });
  options.events = { signOut: endCurrentSession };
  const response: Response = await NextAuth(options)(request, context);
  return withRetryAfter(response, outcome);
}

function withRetryAfter(response: Response, outcome: SignInOutcome | null): Response {
  if (!outcome || outcome.ok || !("retryAfterSeconds" in outcome)) return response;
  const headers = new Headers(response.headers);
  headers.delete("location");
  headers.set("retry-after", String(outcome.retryAfterSeconds));
  headers.set("content-type", "application/json");
  return new Response(JSON.stringify({ message: outcome.message }), { status: 429, headers });
}

export { answer as GET, answer as POST };
