import "server-only";
import type { Endpoint } from "./endpoint";
import { problem } from "./problem";

export type Body = { isStream: boolean; text: string; value: unknown };

/** JSON within the endpoint's limit; or a stream that the handler reads itself, when its media type is accepted. */
export async function readBody(endpoint: Endpoint, request: Request): Promise<Body | Response> {
  if (endpoint.method === "GET" || endpoint.method === "DELETE") return { isStream: false, text: "", value: undefined };
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (endpoint.streams.includes(type)) return { isStream: true, text: "", value: undefined };
  if (!endpoint.body && endpoint.streams.length === 0) return { isStream: false, text: "", value: undefined };
  // Where everything in a body may be left out, so may the body.
  if (type === "" && request.body === null && endpoint.body?.safeParse(undefined).success) {
    return { isStream: false, text: "", value: undefined };
  }
  if (type !== "application/json" || !endpoint.body) {
    const accepted = [...(endpoint.body ? ["application/json"] : []), ...endpoint.streams].join(", ");
    return problem({ status: 415, code: "mediaType", detail: `Accepted here: ${accepted}.` });
  }
  const text = await readText(request, endpoint.limit);
  if (text === null)
    return problem({ status: 413, code: "tooLarge", detail: `At most ${endpoint.limit} bytes are accepted here.` });
  try {
    return { isStream: false, text, value: JSON.parse(text) };
  } catch (error) {
    return problem({ status: 400, code: "malformed", detail: `This is not JSON: ${(error as Error).message}.` });
  }
}

async function readText(request: Request, limit: number): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
