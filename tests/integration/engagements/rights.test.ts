import { expect, test } from "vitest";
import { hasRight, type Role, roles } from "@/lib/access/rights";
import { businessCaseEndpoints } from "@/lib/business-cases/endpoints";
import { engagementEndpoints } from "@/lib/engagements/endpoints";
import { objectiveEndpoints } from "@/lib/engagements/objective-endpoints";
import { governanceEndpoints } from "@/lib/governance/endpoints";
import { riskEndpoints } from "@/lib/risks/endpoints";

const all = [
  ...engagementEndpoints,
  ...objectiveEndpoints,
  ...riskEndpoints,
  ...businessCaseEndpoints,
  ...governanceEndpoints,
];

function allowed(method: string, path: string): Role[] {
  const found = all.find((endpoint) => endpoint.method === method && endpoint.path === path);
  if (!found?.right) throw new Error(`There is no ${method} ${path}.`);
  const { right } = found;
  return roles.filter((role) => hasRight([role], right));
}

test("the auditor changes nothing, vendors reach nothing, and every change of a record needs its version", () => {
  for (const endpoint of all) {
    expect(endpoint.vendorRight).toBeNull();
    if (endpoint.method === "GET") continue;
    expect(endpoint.right && hasRight(["auditor"], endpoint.right), `${endpoint.method} ${endpoint.path}`).toBe(false);
    if (endpoint.method !== "POST") expect(endpoint.versioned, `${endpoint.method} ${endpoint.path}`).toBe(true);
  }
});

test.each([
  ["POST", "/engagements", ["operations", "procurement"]],
  ["POST", "/engagements/{id}/decide-gate", ["operations", "procurement", "executive"]],
  ["POST", "/business-cases/{id}/decide", ["executive"]],
  ["PUT", "/business-cases/{id}/options", ["operations", "procurement", "finance"]],
  ["POST", "/risks", ["operations", "procurement", "finance"]],
  ["POST", "/actions", ["operations", "procurement", "executive"]],
])("%s %s is for %j only", (method, path, expected) => {
  expect(allowed(method, path)).toEqual(expected);
});
