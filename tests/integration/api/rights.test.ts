import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasRight, type Role, roles, vendorRights } from "@/lib/access/rights";
import { endpoints } from "@/lib/api/endpoints";
import type { Endpoint } from "@/lib/server/api/endpoint";
import { disconnect } from "@/lib/server/database";
import { callApi, fillPath, makeToken } from "@/tests/support/api-client";
import { apiRights } from "@/tests/support/api-rights";
import { makeMember, makeOrganization, makeVendorContact } from "@/tests/support/factories";

const tokens = new Map<Role | "vendor", string>();

beforeAll(async () => {
  const organization = await makeOrganization();
  for (const role of roles) tokens.set(role, await makeToken(await makeMember(organization, [role])));
  tokens.set("vendor", await makeToken(await makeVendorContact(organization)));
});
afterAll(disconnect);

const nameOf = (endpoint: Endpoint) => `${endpoint.method} ${endpoint.path}`;
const call = (endpoint: Endpoint, token: string | null) =>
  callApi(endpoint.method, fillPath(endpoint, randomUUID()), {
    token,
    version: 1,
    body: endpoint.method === "GET" ? undefined : {},
  });

test("every operation stands in the table with the right that it asks for, and nothing else does", () => {
  const actual = Object.fromEntries(endpoints.map((each) => [nameOf(each), [each.right, each.vendorRight]]));
  expect(actual).toEqual(apiRights);
});

test("no operation is declared twice", () => {
  expect(new Set(endpoints.map(nameOf)).size).toBe(endpoints.length);
});

describe.each(endpoints.map((endpoint) => [nameOf(endpoint), endpoint] as const))("%s", (_, endpoint) => {
  test("is closed without a token and to a token that was made up", async () => {
    expect((await call(endpoint, null)).status).toBe(401);
    expect((await call(endpoint, `stw_${"A".repeat(43)}`)).status).toBe(401);
  });

  test("answers each role as the table of rights says", async () => {
    for (const role of roles) {
      const { status } = await call(endpoint, tokens.get(role) ?? null);
      const isAllowed = endpoint.right !== null && hasRight([role], endpoint.right);
      if (isAllowed) expect([200, 201, 202, 204, 404, 409, 412, 415, 422], `${role} got ${status}`).toContain(status);
      else expect(status, role).toBe(403);
    }
  });

  test("is open to vendors only where it says so", async () => {
    const { status } = await call(endpoint, tokens.get("vendor") ?? null);
    const isAllowed =
      endpoint.vendorRight !== null && (vendorRights as readonly string[]).includes(endpoint.vendorRight);
    if (isAllowed) expect([200, 201, 202, 204, 404, 409, 412, 415, 422]).toContain(status);
    else expect(status).toBe(403);
  });
});
