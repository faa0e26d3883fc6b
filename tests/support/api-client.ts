import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { createToken } from "@/lib/access/tokens";
import { endpoints } from "@/lib/api/endpoints";
import type { Endpoint } from "@/lib/server/api/endpoint";
import { answerApi } from "@/lib/server/api/router";

/** A bearer token as a person makes it under Settings. */
export async function makeToken(actor: MemberActor | VendorActor): Promise<string> {
  const made = await createToken(actor, { name: "Test", scopes: [], days: 1 });
  if (!made.ok) throw new Error(made.message);
  return made.value.token;
}

type CallOptions = { token?: string | null; body?: unknown; headers?: Record<string, string>; version?: number };

/** A request through the real router: token, rights, parsing and answer, without the HTTP server around it. */
export async function callApi(method: string, path: string, options: CallOptions = {}): Promise<Response> {
  const headers = new Headers(options.headers);
  if (options.token) headers.set("Authorization", `Bearer ${options.token}`);
  if (options.version !== undefined) headers.set("If-Match", `"${options.version}"`);
  const hasBody = options.body !== undefined && method !== "GET";
  if (hasBody && !headers.has("Content-Type")) headers.set("Content-Type", "application/json");
  const body = hasBody ? (typeof options.body === "string" ? options.body : JSON.stringify(options.body)) : null;
  return answerApi(endpoints, new Request(`http://localhost/api/v1${path}`, { method, headers, body }));
}

/** The endpoint's address with every parameter filled. */
export function fillPath(endpoint: Endpoint, value: string): string {
  return endpoint.path.replace(/\{\w+\}/g, value);
}
