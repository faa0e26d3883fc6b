import { afterAll, beforeAll, expect, test } from "vitest";
import { asOrganizationId } from "@/lib/access/actor";
import { roles } from "@/lib/access/rights";
import { endpoints } from "@/lib/api/endpoints";
import type { Endpoint } from "@/lib/server/api/endpoint";
import { disconnect, sql } from "@/lib/server/database";
import { seedSampleOrganization } from "@/prisma/seed/index";
import { callApi, fillPath, makeToken } from "@/tests/support/api-client";
import { makeMember, makeOrganization, makeVendorContact } from "@/tests/support/factories";

/** One id of every table of the sample organization: whatever an address may want, it is among them. */
let foreignIds: string[] = [];
let outsider = "";
let stranger = "";

async function readIds(): Promise<string[]> {
  const tables = await sql.rows<{ name: string }>(
    `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.columns o USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND c.column_name = 'id' AND c.data_type = 'uuid' AND o.column_name = 'organization_id'`,
  );
  const ids = await Promise.all(
    tables.map(({ name }) =>
      sql.rows<{ id: string }>(
        `SELECT t.id FROM "${name}" t JOIN organization o ON o.id = t.organization_id WHERE o.slug = 'calder-finch' ORDER BY t.id LIMIT 1`,
      ),
    ),
  );
  return ids.flat().map((row) => row.id);
}

beforeAll(async () => {
  await seedSampleOrganization();
  foreignIds = await readIds();
  const organization = await makeOrganization();
  outsider = await makeToken(
    await makeMember(
      organization,
      roles.filter((role) => role !== "auditor"),
    ),
  );
  stranger = await makeToken(await makeStranger());
}, 300_000);
afterAll(disconnect);

/** A contact of a vendor of the sample organization that was never invited to anything and has no contract. */
async function makeStranger() {
  const [organization] = await sql.rows<{ id: string }>("SELECT id FROM organization WHERE slug = 'calder-finch'");
  return makeVendorContact({ id: asOrganizationId(organization?.id ?? "") });
}

const withIds = endpoints.filter(
  (endpoint) => endpoint.path.includes("{") && !endpoint.path.startsWith("/simulations"),
);

async function answersTo(endpoint: Endpoint, token: string): Promise<string[]> {
  const broken: string[] = [];
  for (const id of foreignIds) {
    const path = fillPath(endpoint, id);
    const body = endpoint.method === "GET" ? undefined : {};
    const { status } = await callApi(endpoint.method, path, { token, version: 1, body });
    if (status < 400 || status >= 500) broken.push(`${endpoint.method} ${path}: ${status}`);
  }
  return broken;
}

test("there is something to protect", () => {
  expect(foreignIds.length).toBeGreaterThan(40);
  expect(withIds.length).toBeGreaterThan(40);
});

test.each(
  withIds
    .filter((endpoint) => endpoint.right)
    .map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const),
)(
  "%s: a member of another organization finds nothing",
  async (_, endpoint) => {
    expect(await answersTo(endpoint, outsider)).toEqual([]);
  },
  60_000,
);

test.each(
  withIds
    .filter((endpoint) => endpoint.vendorRight)
    .map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const),
)(
  "%s: a vendor that was not invited finds nothing",
  async (_, endpoint) => {
    expect(await answersTo(endpoint, stranger)).toEqual([]);
  },
  60_000,
);
