import { expect, test } from "vitest";
import { inviteVendorContact } from "@/lib/access/invitations";
import { db } from "@/lib/server/database";
import { readList } from "@/lib/server/lists/read";
import { parseListRequest } from "@/lib/server/lists/request";
import type { Outcome } from "@/lib/shared/outcome";
import { addContact, removeContact, updateContact } from "@/lib/vendors/contacts/mutations";
import {
  addCertificate,
  addLocation,
  addSubcontractor,
  removeSubcontractor,
  updateLocation,
  updateSubcontractor,
} from "@/lib/vendors/details/mutations";
import { vendorEndpoints } from "@/lib/vendors/endpoints";
import { vendorList } from "@/lib/vendors/lists";
import { createVendor, moveVendor, updateVendor } from "@/lib/vendors/mutations";
import { findVendor } from "@/lib/vendors/queries";
import { createVendorSchema, updateVendorSchema } from "@/lib/vendors/schema";
import { makeMember, makeOrganization } from "@/tests/support/factories";

function mustHave<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.message} ${JSON.stringify(outcome.fields ?? {})}`);
  return outcome.value;
}

const input = createVendorSchema.parse({ legalName: "Orsted Vale GmbH", country: "DE", services: ["itServices"] });
const person = { name: "Vera Holm", email: "vera@orsted.test", phone: "", position: "" };

async function setUp() {
  const organization = await makeOrganization();
  const procurement = await makeMember(organization, ["procurement"]);
  const vendor = mustHave(await createVendor(procurement, input));
  return { organization, procurement, vendor };
}

test("a vendor begins as a prospect with a code, and an event says who made it", async () => {
  const { vendor, procurement } = await setUp();
  expect(vendor).toMatchObject({ code: "VEN-0001", status: "prospect", services: ["itServices"], version: 1 });
  const events = await db.auditEvent.findMany({ where: { subjectId: vendor.id } });
  expect(events.map(({ action, actorName }) => ({ action, actorName }))).toEqual([
    { action: "vendor.create", actorName: procurement.name },
  ]);
});

test("a change of some fields leaves the others alone", async () => {
  const { vendor, procurement } = await setUp();
  const changes = updateVendorSchema.parse({ employees: 12 });
  const saved = mustHave(await updateVendor(procurement, vendor.id, vendor.version, changes));
  expect(saved).toMatchObject({ employees: 12, legalName: "Orsted Vale GmbH", services: ["itServices"], version: 2 });
});

test("a stale change is refused with who changed it and what stands there", async () => {
  const { organization, vendor, procurement } = await setUp();
  const other = await makeMember(organization, ["operations"], "Oskar");
  mustHave(await updateVendor(other, vendor.id, vendor.version, { legalName: "Orsted SE" }));
  const refused = await updateVendor(procurement, vendor.id, vendor.version, { legalName: "Mine" });
  expect(refused).toMatchObject({
    reason: "stale",
    current: { by: "Oskar", values: { legalName: "Orsted SE", version: "2" } },
  });
  expect((await findVendor(procurement.organizationId, vendor.id))?.legalName).toBe("Orsted SE");
});

test("the status moves forward step by step; suspending needs a reason; only procurement decides", async () => {
  const { organization, vendor, procurement } = await setUp();
  const operations = await makeMember(organization, ["operations"]);
  expect(await moveVendor(procurement, vendor.id, 1, "approve", null)).toMatchObject({ reason: "state" });
  const qualified = mustHave(await moveVendor(operations, vendor.id, 1, "qualify", null));
  expect(await moveVendor(operations, vendor.id, qualified.version, "approve", null)).toMatchObject({
    reason: "forbidden",
  });
  const approved = mustHave(await moveVendor(procurement, vendor.id, qualified.version, "approve", null));
  expect(await moveVendor(procurement, vendor.id, approved.version, "suspend", " ")).toMatchObject({
    reason: "invalid",
    fields: { reason: ["Say why, in a sentence."] },
  });
  const suspended = mustHave(await moveVendor(procurement, vendor.id, approved.version, "suspend", "Breach"));
  expect(suspended.status).toBe("suspended");
});

test("two at once: one status change wins", async () => {
  const { vendor, procurement } = await setUp();
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => moveVendor(procurement, vendor.id, 1, "qualify", null)));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
});

test("a contact is unique by address, invited by link once it has none, and signed out when removed", async () => {
  const { vendor, procurement } = await setUp();
  const outcomes = await Promise.all([1, 2, 3].map(() => addContact(procurement, vendor.id, person)));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  const [contact] = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  if (!contact) throw new Error("No contact was added.");
  mustHave(await inviteVendorContact(procurement, contact.id));
  expect(await db.outboxMessage.count({ where: { recipient: person.email } })).toBe(1);

  const account = await db.person.create({ data: { name: person.name, email: person.email } });
  await db.vendorContact.update({ where: { id: contact.id }, data: { personId: account.id } });
  const session = await db.session.create({
    data: { personId: account.id, vendorContactId: contact.id, expiresAt: new Date(Date.now() + 60_000) },
  });
  expect(await updateContact(procurement, contact.id, contact.version, { email: "new@orsted.test" })).toMatchObject({
    reason: "invalid",
  });
  mustHave(await removeContact(procurement, contact.id, contact.version));
  expect((await db.session.findUniqueOrThrow({ where: { id: session.id } })).revokedAt).not.toBeNull();
  expect((await findVendor(procurement.organizationId, vendor.id))?.contacts).toEqual([]);
  const back = mustHave(await addContact(procurement, vendor.id, person));
  expect(back.id).toBe(contact.id);
});

test("subcontractors are a tree without circles, and go with what is below them", async () => {
  const { vendor, procurement } = await setUp();
  const part = { name: "A", country: "IN", service: "", parentId: null };
  const top = mustHave(await addSubcontractor(procurement, vendor.id, part));
  const below = mustHave(await addSubcontractor(procurement, vendor.id, { ...part, name: "B", parentId: top.id }));
  const circle = await updateSubcontractor(procurement, top.id, top.version, { ...part, parentId: below.id });
  expect(circle).toMatchObject({ reason: "invalid", fields: { parentId: [expect.any(String)] } });
  mustHave(await removeSubcontractor(procurement, top.id, top.version));
  expect(await db.subcontractor.count({ where: { vendorId: vendor.id } })).toBe(0);
});

test("a part has its own version", async () => {
  const { vendor, procurement } = await setUp();
  const place = { country: "PL", site: "Gdańsk", shore: "nearshore" } as const;
  const made = mustHave(await addLocation(procurement, vendor.id, place));
  mustHave(await updateLocation(procurement, made.id, made.version, { ...place, site: "Gdynia" }));
  expect(await updateLocation(procurement, made.id, made.version, { ...place, site: "Sopot" })).toMatchObject({
    reason: "stale",
    current: { values: { site: "Gdynia", version: "2" } },
  });
});

test("nothing of another organization can be read or changed", async () => {
  const { vendor, procurement } = await setUp();
  const place = { country: "PL", site: "Gdańsk", shore: "nearshore" } as const;
  const made = mustHave(await addLocation(procurement, vendor.id, place));
  const contact = mustHave(await addContact(procurement, vendor.id, person));
  const stranger = await makeMember(await makeOrganization(), ["procurement"]);
  const missing = { ok: false, reason: "notFound" };
  expect(await findVendor(stranger.organizationId, vendor.id)).toBeNull();
  expect(await updateVendor(stranger, vendor.id, 1, { legalName: "Mine" })).toMatchObject(missing);
  expect(await moveVendor(stranger, vendor.id, 1, "qualify", null)).toMatchObject(missing);
  expect(await addContact(stranger, vendor.id, person)).toMatchObject(missing);
  expect(await removeContact(stranger, contact.id, 1)).toMatchObject(missing);
  expect(await updateLocation(stranger, made.id, 1, place)).toMatchObject(missing);
  expect(
    await addCertificate(stranger, vendor.id, { kind: "soc1", name: "", number: "", issuedOn: null, expiresOn: null }),
  ).toMatchObject(missing);
  const { request } = parseListRequest(vendorList, {});
  expect((await readList(vendorList, stranger.organizationId, request)).rows).toEqual([]);
});

test("the list finds by name, filters by service and status, and sorts by every column that says so", async () => {
  const { procurement } = await setUp();
  mustHave(
    await createVendor(procurement, { ...input, legalName: "Tessellate Oy", country: "FI", services: ["legal"] }),
  );
  const read = async (parameters: Record<string, string>) => {
    const { request, problems } = parseListRequest(vendorList, parameters);
    expect(problems).toEqual([]);
    return (await readList(vendorList, procurement.organizationId, request)).rows.map((row) => row.legalName);
  };
  expect(await read({ q: "tessel" })).toEqual(["Tessellate Oy"]);
  expect(await read({ service: "legal" })).toEqual(["Tessellate Oy"]);
  expect(await read({ country: "DE", status: "prospect" })).toEqual(["Orsted Vale GmbH"]);
  for (const [name, column] of Object.entries(vendorList.columns)) {
    if ("sortable" in column) expect(await read({ sort: `-${name}` })).toHaveLength(2);
  }
});

test("every write of the API needs a right to write", () => {
  const writes = vendorEndpoints.filter((endpoint) => endpoint.method !== "GET");
  expect(writes.length).toBeGreaterThan(10);
  for (const endpoint of writes) expect(endpoint.right).toMatch(/^vendor:(write|approve)$/);
});
