import { beforeAll, expect, test } from "vitest";
import { type MemberActor, systemActor, type VendorActor } from "@/lib/access/actor";
import { accessEndpoints } from "@/lib/access/endpoints";
import { createToken } from "@/lib/access/tokens";
import { answerApi } from "@/lib/server/api/router";
import { db } from "@/lib/server/database";
import { enqueue } from "@/lib/server/job-queue";
import { makeMember, makeOrganization, makeVendorContact } from "../../support/factories";

async function tokenOf(actor: MemberActor | VendorActor): Promise<string> {
  const outcome = await createToken(actor, { name: "A test", scopes: [], days: 1 });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value.token;
}

async function call(token: string, method: string, path: string, body?: unknown, version?: number) {
  const response = await answerApi(
    accessEndpoints,
    new Request(`http://steward.test/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(version === undefined ? {} : { "if-match": `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null };
}

let organization: { id: string };
let administrator: MemberActor;
let token = "";
let foreign = "";

beforeAll(async () => {
  organization = await makeOrganization();
  administrator = await makeMember(organization, ["administrator"]);
  token = await tokenOf(administrator);
  foreign = await tokenOf(await makeMember(await makeOrganization(), ["administrator"]));
});

test("a token is made with its scopes, works, and is revoked", async () => {
  const made = await call(token, "POST", "/tokens", { name: "Child", days: 3, scopes: ["member:read"] });
  expect(made).toMatchObject({ status: 201, body: { token: expect.stringMatching(/^stw_/) } });
  const child = made.body.token;
  expect((await call(child, "GET", "/members")).status).toBe(200);
  expect((await call(child, "GET", "/organization")).status).toBe(403);
  expect((await call(foreign, "DELETE", `/tokens/${made.body.id}`)).status).toBe(404);
  expect((await call(token, "DELETE", `/tokens/${made.body.id}`)).status).toBe(204);
  expect((await call(child, "GET", "/members")).status).toBe(401);
});

test("bad values are named one by one", async () => {
  const answer = await call(token, "POST", "/tokens", { name: "", days: 366, scopes: "all", extra: 1 });
  expect(answer.status).toBe(422);
  const pointers = answer.body.errors.map((error: { pointer: string }) => error.pointer).sort();
  expect(pointers).toEqual(["/days", "/extra", "/name", "/scopes"]);
});

test("roles change with the version that was read, in the own organization", async () => {
  const member = await makeMember(organization, ["finance"]);
  const path = `/members/${member.memberId}`;
  expect((await call(token, "PATCH", path, { roles: ["auditor"] })).status).toBe(428);
  expect((await call(foreign, "GET", path)).status).toBe(404);
  expect((await call(foreign, "PATCH", path, { roles: ["auditor"] }, 1)).status).toBe(404);
  expect((await call(foreign, "DELETE", path, undefined, 1)).status).toBe(404);
  const changed = await call(token, "PATCH", path, { roles: ["auditor"] }, 1);
  expect(changed).toMatchObject({ status: 200, body: { roles: ["auditor"], version: 2, name: member.name } });
  expect((await call(token, "PATCH", path, { roles: ["finance"] }, 1)).status).toBe(412);
  expect((await call(token, "DELETE", path, undefined, 2)).status).toBe(204);
  expect((await call(token, "GET", path)).status).toBe(404);
});

test("a vendor's contact sees the own company's jobs and nobody else's", async () => {
  const [own, other] = [await makeVendorContact(organization), await makeVendorContact(organization)];
  const job = await db.$transaction((tx) => enqueue(tx, own, "caseLog.import"));
  const internal = await db.$transaction((tx) => enqueue(tx, systemActor(organization.id), "caseLog.import"));
  const [ownToken, otherToken] = [await tokenOf(own), await tokenOf(other)];
  expect(await call(ownToken, "GET", `/jobs/${job}`)).toMatchObject({ status: 200, body: { state: "queued" } });
  expect((await call(otherToken, "GET", `/jobs/${job}`)).status).toBe(404);
  expect((await call(ownToken, "GET", `/jobs/${internal}`)).status).toBe(404);
  expect((await call(ownToken, "GET", "/jobs")).status).toBe(403);
  expect((await call(token, "GET", `/jobs/${internal}`)).status).toBe(200);
  expect((await call(foreign, "GET", `/jobs/${internal}`)).status).toBe(404);
});

test("the audit log is listed and verified over the API, page by page", async () => {
  const first = await call(token, "GET", "/audit-events?limit=1");
  expect(first.body.data).toHaveLength(1);
  const second = await call(token, "GET", `/audit-events?limit=1&cursor=${encodeURIComponent(first.body.nextCursor)}`);
  expect(second.body.data[0].sequence).toBe(first.body.data[0].sequence - 1);
  expect(await call(token, "GET", "/audit-events/verification")).toMatchObject({ body: { ok: true } });
  expect((await call(token, "GET", "/audit-events?from=2999-01-01")).body.data).toEqual([]);
  expect((await call(token, "GET", "/audit-events?action=member.remove")).status).toBe(200);
});

test("settings of the organization are read and changed as a whole", async () => {
  const { body, status } = await call(token, "GET", "/organization");
  expect(status).toBe(200);
  const { id: _, slug: __, country: ___, version, approvalLimit, creditLimit, ...rest } = body;
  const next = { ...rest, name: "Renamed", approvalLimit: approvalLimit.amount, creditLimit: creditLimit.amount };
  expect((await call(token, "PUT", "/organization", { ...next, currency: "XXX1" }, version)).status).toBe(422);
  expect(await call(token, "PUT", "/organization", next, version)).toMatchObject({
    status: 200,
    body: { name: "Renamed" },
  });
  expect((await call(token, "PUT", "/organization", next, version)).status).toBe(412);
});
