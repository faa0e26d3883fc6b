import { NextRequest } from "next/server";
import { afterEach, describe, expect, test, vi } from "vitest";
import { proxy } from "@/proxy";

const ask = (path = "/risks?q=a", headers: Record<string, string> = {}) =>
  proxy(new NextRequest(`http://steward.test${path}`, { headers }));
const inner = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`);
const policyOf = (response: Response) => response.headers.get("content-security-policy") ?? "";

afterEach(() => vi.unstubAllEnvs());

describe("every answer", () => {
  test("allows only scripts with the nonce of this one answer", () => {
    vi.stubEnv("NODE_ENV", "production");
    const [first, second] = [policyOf(ask()), policyOf(ask())];
    const nonce = /'nonce-([A-Za-z0-9+/=]{24})'/.exec(first)?.[1];
    expect(nonce).toBeDefined();
    expect(second).not.toContain(nonce);
    const scripts = first.split("; ").find((rule) => rule.startsWith("script-src"));
    expect(scripts).toBe(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`);
    for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) {
      expect(first.split("; ")).toContain(rule);
    }
  });

  test("passes the same policy and nonce on to the page, over whatever the client claims", () => {
    const response = ask("/", { "content-security-policy": "script-src *", "x-nonce": "mine" });
    expect(inner(response, "content-security-policy")).toBe(policyOf(response));
    expect(policyOf(response)).toContain(`'nonce-${inner(response, "x-nonce")}'`);
  });

  test("tells the path to the page, which no client can forge", () => {
    expect(inner(ask("/risks?q=a", { "x-steward-path": "//elsewhere.example" }), "x-steward-path")).toBe("/risks?q=a");
  });

  test("has a request id: the given one when it is well-formed, else a new one", () => {
    const id = (given: string) => ask("/", { "x-request-id": given }).headers.get("x-request-id");
    expect(id("trace-12345678")).toBe("trace-12345678");
    for (const given of ["short", "a b c d e f g h", "x".repeat(65), '"><script>alert(1)']) {
      expect(id(given)).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test("demands https from then on only where it is served over https", () => {
    expect(ask().headers.get("strict-transport-security")).toBeNull();
    vi.stubEnv("STEWARD_URL", "https://steward.example");
    expect(ask().headers.get("strict-transport-security")).toContain("max-age=63072000");
    expect(policyOf(ask())).toContain("upgrade-insecure-requests");
  });

  test("cannot be framed or read as another type", () => {
    const { headers } = ask();
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
  });
});
