import "server-only";
import { type Actor, may } from "@/lib/access/actor";
import { findTokenActor } from "@/lib/access/tokens";
import type { Outcome } from "@/lib/shared/outcome";
import { logger } from "../log";
import { traceOf } from "../request-trace";
import { validate } from "../validate";
import type { Created, Endpoint, Raw } from "./endpoint";
import { claimKey, hashBody, releaseKey, storeAnswer } from "./idempotency";
import { findEndpoint } from "./match";
import { problem, refusalProblem } from "./problem";
import { readBody } from "./read-body";

/** The whole way of an API request: find, authenticate, authorise, parse, call, answer. */
export async function answerApi(endpoints: readonly Endpoint[], request: Request): Promise<Response> {
  const url = new URL(request.url);
  const found = findEndpoint(endpoints, request.method, url.pathname.replace(/^\/api\/v1/, ""));
  if (found.kind === "none")
    return problem({ status: 404, code: "notFound", detail: "There is no such address in this API." });
  if (found.kind === "method") {
    return problem({
      status: 405,
      code: "methodNotAllowed",
      detail: `Allowed here: ${found.allowed.join(", ")}.`,
      headers: { Allow: found.allowed.join(", ") },
    });
  }
  const actor = await authenticate(request);
  if (!actor) {
    return problem({
      status: 401,
      code: "unauthenticated",
      detail: "Send a valid token as Authorization: Bearer.",
      headers: { "WWW-Authenticate": "Bearer" },
    });
  }
  const right = actor.kind === "vendor" ? found.endpoint.vendorRight : found.endpoint.right;
  if (!right || !may(actor, right))
    return problem({ status: 403, code: "forbidden", detail: "This token does not carry the right for that." });
  try {
    return await callEndpoint(found.endpoint, found.params, actor, request, url);
  } catch (error) {
    logger.error({ error, requestId: actor.requestId, path: found.endpoint.path }, "An API request failed");
    return problem({
      status: 500,
      code: "fault",
      detail: "This did not work, and nothing was changed. Try again in a moment.",
    });
  }
}

async function authenticate(request: Request): Promise<Actor | null> {
  const [scheme, token] = (request.headers.get("authorization") ?? "").split(" ");
  if (scheme?.toLowerCase() !== "bearer" || !token) return null;
  const actor = await findTokenActor(token);
  return actor ? { ...actor, ...traceOf(request.headers) } : null;
}

async function callEndpoint(
  endpoint: Endpoint,
  rawParams: Record<string, string>,
  actor: Actor,
  request: Request,
  url: URL,
): Promise<Response> {
  const version = readVersion(endpoint, request);
  if (version instanceof Response) return version;
  const params = endpoint.params ? validate(endpoint.params, rawParams) : { ok: true as const, value: rawParams };
  if (!params.ok) return problem({ status: 404, code: "notFound", detail: "That does not exist." });
  const query = endpoint.query
    ? validate(endpoint.query.strict(), Object.fromEntries(url.searchParams))
    : { ok: true as const, value: {} };
  if (!query.ok) return refusalProblem(query);
  const body = await readBody(endpoint, request);
  if (body instanceof Response) return body;
  const parsed =
    endpoint.body && !body.isStream ? validate(endpoint.body, body.value) : { ok: true as const, value: undefined };
  if (!parsed.ok) return refusalProblem(parsed);
  const work = () =>
    endpoint.handle({ actor, params: params.value, query: query.value, body: parsed.value, version, request });
  const key = request.headers.get("idempotency-key");
  if (!key || endpoint.method !== "POST" || body.isStream) return toResponse(endpoint, await work());
  return answerOnce(endpoint, actor, key, hashBody(endpoint.method, url.pathname, body.text), work);
}

/** `If-Match: "7"`. Missing where needed: 428; something else than a number: 412, it can't be the current one. */
function readVersion(endpoint: Endpoint, request: Request): number | Response {
  if (!endpoint.versioned) return 0;
  const header = request.headers.get("if-match");
  if (!header)
    return problem({
      status: 428,
      code: "versionRequired",
      detail: 'Send If-Match with the version that you have read, such as "3".',
    });
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1];
  if (!version) return problem({ status: 412, code: "stale", detail: "If-Match is not a version of this." });
  return Number(version);
}

async function answerOnce(
  endpoint: Endpoint,
  actor: Actor,
  key: string,
  hash: string,
  work: () => Promise<Outcome<unknown>>,
): Promise<Response> {
  if (key.length > 200)
    return problem({ status: 400, code: "malformed", detail: "An Idempotency-Key has at most 200 characters." });
  const id =
    actor.kind === "member" ? actor.memberId : actor.kind === "vendor" ? actor.contactId : actor.organizationId;
  const earlier = await claimKey(id, key, hash);
  if (earlier) return earlier;
  try {
    const response = toResponse(endpoint, await work());
    const text = await response.clone().text();
    await storeAnswer(id, key, { status: response.status, body: text ? JSON.parse(text) : null });
    return response;
  } catch (error) {
    await releaseKey(id, key);
    throw error;
  }
}

function toResponse(endpoint: Endpoint, outcome: Outcome<unknown>): Response {
  if (!outcome.ok) return refusalProblem(outcome);
  const value = outcome.value;
  if (isRaw(value)) return value.raw;
  if (endpoint.status === 204) return new Response(null, { status: 204 });
  if (isCreated(value)) {
    return Response.json(value.created, {
      status: endpoint.status,
      headers: { ...(value.location ? { Location: value.location } : {}), ...etag(value.created) },
    });
  }
  return Response.json(value ?? null, { status: endpoint.status, headers: etag(value) });
}

function isRaw(value: unknown): value is Raw {
  return typeof value === "object" && value !== null && "raw" in value && value.raw instanceof Response;
}

function isCreated(value: unknown): value is Created<unknown> {
  return typeof value === "object" && value !== null && "created" in value;
}

function etag(value: unknown): Record<string, string> {
  const version = typeof value === "object" && value !== null && "version" in value ? value.version : undefined;
  return typeof version === "number" ? { ETag: `"${version}"` } : {};
}
