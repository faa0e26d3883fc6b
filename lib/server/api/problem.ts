import type { Refusal, RefusalReason } from "@/lib/shared/outcome";

const STATUS: Record<RefusalReason, number> = {
  invalid: 422,
  state: 409,
  stale: 412,
  notFound: 404,
  forbidden: 403,
  tooMany: 429,
};

const TITLES: Record<number, string> = {
  400: "The request cannot be read",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  405: "Method not allowed",
  409: "The state does not allow it",
  412: "Changed meanwhile",
  413: "Too large",
  415: "Media type not accepted",
  422: "Some values are refused",
  428: "If-Match is missing",
  429: "Too many requests",
  500: "Something failed here",
};

export type ProblemError = { pointer: string; message: string };
export type Problem = {
  status: number;
  code: string;
  detail: string;
  errors?: ProblemError[];
  headers?: Record<string, string>;
};

/** RFC 9457. */
export function problem({ status, code, detail, errors, headers }: Problem): Response {
  const body = {
    type: `urn:steward:problem:${code}`,
    title: TITLES[status] ?? "Problem",
    status,
    code,
    detail,
    ...(errors ? { errors } : {}),
  };
  return Response.json(body, { status, headers: { ...headers, "Content-Type": "application/problem+json" } });
}

/** `lines.0.amount` as a JSON pointer (RFC 6901). */
function pointerOf(path: string): string {
  return path === ""
    ? ""
    : `/${path
        .split(".")
        .map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1"))
        .join("/")}`;
}

export function refusalProblem(refusal: Refusal): Response {
  const errors = Object.entries(refusal.fields ?? {}).flatMap(([path, messages]) =>
    messages.map((message) => ({ pointer: pointerOf(path), message })),
  );
  return problem({
    status: STATUS[refusal.reason],
    code: refusal.reason,
    detail: refusal.message,
    ...(errors.length > 0 ? { errors } : {}),
    ...(refusal.reason === "tooMany" ? { headers: { "Retry-After": "60" } } : {}),
  });
}
