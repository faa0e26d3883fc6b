import type { Endpoint } from "./endpoint";

export type Found =
  | { kind: "endpoint"; endpoint: Endpoint; params: Record<string, string> }
  | { kind: "method"; allowed: string[] }
  | { kind: "none" };

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/");
  const given = path.replace(/\/$/, "").split("/");
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const text = given[index] ?? "";
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name) params[name] = decode(text);
    else if (part !== text) return null;
  }
  return params;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

export function findEndpoint(endpoints: readonly Endpoint[], method: string, path: string): Found {
  const fitting = endpoints.flatMap((endpoint) => {
    const params = matchPath(endpoint.path, path);
    return params ? [{ endpoint, params }] : [];
  });
  // A literal segment beats a parameter: /processes/import before /processes/{id}.
  fitting.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length);
  if (fitting.length === 0) return { kind: "none" };
  const chosen = fitting.find((each) => each.endpoint.method === method);
  if (chosen) return { kind: "endpoint", ...chosen };
  return { kind: "method", allowed: [...new Set(fitting.map((each) => each.endpoint.method))] };
}
