import { expect, test } from "vitest";
import { db } from "@/lib/server/database";
import { setCriteria } from "@/lib/sourcing/rfps/contents/mutations";
import { addInvitation } from "@/lib/sourcing/rfps/contents/people";
import { createRfp, updateRfp } from "@/lib/sourcing/rfps/mutations";
import { amendRfp, closeDueRfps, closeRfp, endRfp, publishRfp } from "@/lib/sourcing/rfps/publication/mutations";
import { findRfp } from "@/lib/sourcing/rfps/queries";
import { startScope, updateScope } from "@/lib/sourcing/scope/mutations";
import { addRequirement, updateRequirement } from "@/lib/sourcing/scope/requirements/mutations";
import { criterion, inHours, makeReadyRfp, makeScope, makeVendor, makeWorld, mustHave, requirement } from "./world";

const amendment = {
  summary: "More time",
  description: null,
  questionsUntil: null,
  answersUntil: null,
  bidsUntil: null,
  openingAt: null,
};

test("publishing freezes the scope, tells every contact and leaves an event", async () => {
  const world = await makeWorld();
  const known = await makeVendor(world.organization, { withAccount: true });
  const stranger = await makeVendor(world.organization, { contacts: 2 });
  const draft = await makeReadyRfp(world, [known, stranger]);

  const rfp = mustHave(await publishRfp(world.procurement, draft.id, draft.version));

  expect(rfp.state).toBe("published");
  expect(rfp.scope.state).toBe("issued");
  expect(rfp.invitations.every((invitation) => invitation.invitedAt !== null)).toBe(true);
  const mails = await db.outboxMessage.findMany({ where: { organizationId: world.organization.id } });
  const invitations = mails.filter((mail) => mail.subject.includes("Invitation to bid"));
  expect(invitations).toHaveLength(3);
  expect(invitations.some((mail) => mail.body.includes("Vendor "))).toBe(false);
  expect(mails.filter((mail) => mail.body.includes("/invitation/"))).toHaveLength(2);
  const notes = await db.notification.findMany({ where: { organizationId: world.organization.id } });
  expect(notes.map((note) => note.href)).toEqual([`/portal/rfps/${rfp.id}`]);
  const events = await db.auditEvent.count({ where: { subjectId: rfp.id, action: "rfp.publish" } });
  expect(events).toBe(1);
});

test.each(["99.9999", "0"])("weights that sum to %s are refused at publication", async (weight) => {
  const world = await makeWorld();
  const draft = await makeReadyRfp(world, [await makeVendor(world.organization)], weight);
  const refused = await publishRfp(world.procurement, draft.id, draft.version);
  expect(refused).toMatchObject({ ok: false, reason: "state" });
  expect(!refused.ok && refused.message).toContain(`they sum to ${weight}`);
  expect((await findRfp(world.procurement.organizationId, draft.id))?.state).toBe("draft");
});

test("an engagement in the stage scope can prepare an RFP and not publish it", async () => {
  const world = await makeWorld("scope");
  const draft = await makeReadyRfp(world, [await makeVendor(world.organization)]);
  const refused = await publishRfp(world.procurement, draft.id, draft.version);
  expect(!refused.ok && refused.message).toContain("in the stage scope");
});

test("there is one live RFP per engagement, however many are asked for at once", async () => {
  const world = await makeWorld();
  await makeScope(world);
  const input = { engagementId: world.engagementId, title: "Desk", description: "", termMonths: 12, timeZone: null };
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => createRfp(world.procurement, input)));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
});

test.each(["suspended", "retired"] as const)("a %s vendor is not invited", async (status) => {
  const world = await makeWorld();
  const draft = await makeReadyRfp(world, []);
  const vendor = await makeVendor(world.organization, { status });
  const refused = await addInvitation(world.procurement, draft.id, vendor.id);
  expect(refused).toMatchObject({ ok: false, reason: "invalid" });
  expect(await db.rfpInvitation.count({ where: { rfpId: draft.id } })).toBe(0);
});

test("a vendor that is suspended after it was invited stops the publication", async () => {
  const world = await makeWorld();
  const vendor = await makeVendor(world.organization);
  const draft = await makeReadyRfp(world, [vendor]);
  await db.vendor.update({ where: { id: vendor.id }, data: { status: "suspended" } });
  const refused = await publishRfp(world.procurement, draft.id, draft.version);
  expect(!refused.ok && refused.message).toContain("suspended or retired");
});

test("a frozen scope cannot change, by no route; a new revision copies it", async () => {
  const world = await makeWorld();
  const draft = await makeReadyRfp(world, [await makeVendor(world.organization)]);
  mustHave(await publishRfp(world.procurement, draft.id, draft.version));
  const frozen = await db.scopeOfWork.findFirstOrThrow({
    where: { engagementId: world.engagementId },
    select: { id: true, version: true, requirements: { select: { id: true, version: true } } },
  });
  const row = frozen.requirements[0];
  expect((await updateScope(world.operations, frozen.id, frozen.version, { inScope: "More" })).ok).toBe(false);
  expect((await addRequirement(world.operations, frozen.id, requirement)).ok).toBe(false);
  expect((await updateRequirement(world.operations, row?.id ?? "", row?.version ?? 0, { title: "Other" })).ok).toBe(
    false,
  );
  await expect(db.requirement.update({ where: { id: row?.id ?? "" }, data: { title: "Other" } })).rejects.toThrow();

  const next = mustHave(await startScope(world.operations, world.engagementId));
  expect(next).toMatchObject({ revision: 2, state: "draft" });
  expect(next.requirements.map(({ code, title }) => ({ code, title }))).toEqual([
    { code: "R-001", title: "Answer in 20 seconds" },
    { code: "R-002", title: "Hold ISO 27001" },
  ]);
});

test("price and criteria are fixed by publication", async () => {
  const world = await makeWorld();
  const draft = await makeReadyRfp(world, [await makeVendor(world.organization)]);
  const rfp = mustHave(await publishRfp(world.procurement, draft.id, draft.version));
  const weights = { technicalWeight: "10", priceWeight: "90" };
  expect((await updateRfp(world.procurement, rfp.id, rfp.version, weights)).ok).toBe(false);
  expect((await setCriteria(world.procurement, rfp.id, rfp.version, [criterion("100", "Other")])).ok).toBe(false);
});

test("an amendment extends the deadline and reaches every invited vendor, declined or not", async () => {
  const world = await makeWorld();
  const vendors = [
    await makeVendor(world.organization, { withAccount: true }),
    await makeVendor(world.organization, { withAccount: true }),
  ];
  const draft = await makeReadyRfp(world, vendors);
  const rfp = mustHave(await publishRfp(world.procurement, draft.id, draft.version));
  await db.rfpInvitation.updateMany({ where: { vendorId: vendors[1]?.id ?? "" }, data: { state: "declined" } });
  const later = { bidsUntil: inHours(24 * 20), openingAt: inHours(24 * 20 + 1) };

  const amended = mustHave(await amendRfp(world.procurement, rfp.id, rfp.version, { ...amendment, ...later }));

  expect(amended.bidsUntil).toBe(later.bidsUntil);
  expect(amended.amendments[0]).toMatchObject({ number: 1, summary: "More time" });
  expect(amended.amendments[0]?.changes.map((change) => change.field)).toEqual(["bidsUntil", "openingAt"]);
  expect(await db.notification.count({ where: { title: { startsWith: "Amendment" } } })).toBe(2);
  const again = mustHave(
    await amendRfp(world.procurement, rfp.id, amended.version, { ...amendment, summary: "A word" }),
  );
  expect(again.amendments.map(({ number }) => number)).toEqual([2, 1]);
});

test.each([
  ["bidsUntil", 71],
  ["answersUntil", 47],
  ["questionsUntil", 23],
] as const)("%s is never brought forward", async (field, hours) => {
  const world = await makeWorld();
  const draft = await makeReadyRfp(world, [await makeVendor(world.organization)]);
  const rfp = mustHave(await publishRfp(world.procurement, draft.id, draft.version));
  const refused = await amendRfp(world.procurement, rfp.id, rfp.version, { ...amendment, [field]: inHours(hours) });
  expect(refused).toMatchObject({ ok: false, reason: "invalid" });
  expect(!refused.ok && Object.keys(refused.fields ?? {})).toEqual([field]);
  expect((await findRfp(world.procurement.organizationId, rfp.id))?.bidsUntil).toBe(rfp.bidsUntil);
});

test("the deadline closes the RFP by the database's clock, with or without a button", async () => {
  const world = await makeWorld();
  const draft = await makeReadyRfp(world, [await makeVendor(world.organization)]);
  const rfp = mustHave(await publishRfp(world.procurement, draft.id, draft.version));
  expect((await closeRfp(world.procurement, rfp.id, rfp.version)).ok).toBe(false);
  await db.$executeRaw`UPDATE rfp SET bids_until = clock_timestamp() WHERE id = ${rfp.id}::uuid`;

  expect((await findRfp(world.procurement.organizationId, rfp.id))?.state).toBe("closed");
  const extension = { ...amendment, bidsUntil: inHours(200), openingAt: inHours(201) };
  expect((await amendRfp(world.procurement, rfp.id, rfp.version, extension)).ok).toBe(false);
  expect(await closeDueRfps(world.procurement.organizationId)).toBe(1);
  expect(await db.rfp.findUniqueOrThrow({ where: { id: rfp.id }, select: { state: true } })).toEqual({
    state: "closed",
  });
  expect(await closeDueRfps(world.procurement.organizationId)).toBe(0);
});

test("an RFP ends with a reason that the vendors are told; a draft ends silently", async () => {
  const world = await makeWorld();
  const draft = await makeReadyRfp(world, [await makeVendor(world.organization, { withAccount: true })]);
  const rfp = mustHave(await publishRfp(world.procurement, draft.id, draft.version));
  expect((await endRfp(world.procurement, rfp.id, rfp.version, "declareUnsuccessful", "None")).ok).toBe(false);
  const ended = mustHave(await endRfp(world.procurement, rfp.id, rfp.version, "cancel", "We keep the work."));
  expect(ended).toMatchObject({ state: "cancelled", endedReason: "We keep the work." });
  expect(await db.notification.count({ where: { title: { endsWith: "was cancelled" } } })).toBe(1);
});

test("two tabs: the second one is told who changed it and what stands there", async () => {
  const world = await makeWorld();
  await makeScope(world);
  const input = { engagementId: world.engagementId, title: "Desk", description: "", termMonths: 12, timeZone: null };
  const rfp = mustHave(await createRfp(world.procurement, input));
  mustHave(await updateRfp(world.procurement, rfp.id, rfp.version, { title: "First" }));
  const refused = await updateRfp(world.procurement, rfp.id, rfp.version, { title: "Second" });
  expect(refused).toMatchObject({
    ok: false,
    reason: "stale",
    current: { by: world.procurement.name, values: { title: "First", version: String(rfp.version + 1) } },
  });
});

test("nothing of another organization can be read or changed", async () => {
  const world = await makeWorld();
  const stranger = await makeWorld();
  const draft = await makeReadyRfp(world, []);
  const scope = await db.scopeOfWork.findFirstOrThrow({ where: { engagementId: world.engagementId } });
  expect(await findRfp(stranger.procurement.organizationId, draft.id)).toBeNull();
  expect(await updateRfp(stranger.procurement, draft.id, draft.version, { title: "Mine" })).toMatchObject({
    reason: "notFound",
  });
  expect(await publishRfp(stranger.procurement, draft.id, draft.version)).toMatchObject({ reason: "notFound" });
  expect(await addRequirement(stranger.operations, scope.id, requirement)).toMatchObject({ reason: "notFound" });
  expect(await startScope(stranger.operations, world.engagementId)).toMatchObject({ reason: "notFound" });
  const foreign = await makeVendor(stranger.organization);
  expect(await addInvitation(world.procurement, draft.id, foreign.id)).toMatchObject({ ok: false });
});

test("a very short timetable is published only when it is said to be meant", async () => {
  const world = await makeWorld();
  const draft = await makeReadyRfp(world, [await makeVendor(world.organization)]);
  const soon = {
    questionsUntil: inHours(24),
    answersUntil: inHours(30),
    bidsUntil: inHours(48),
    openingAt: inHours(49),
  };
  const rfp = mustHave(await updateRfp(world.procurement, draft.id, draft.version, soon));
  const refused = await publishRfp(world.procurement, rfp.id, rfp.version);
  expect(refused).toMatchObject({ reason: "invalid", fields: { acceptsShortWindow: [expect.any(String)] } });
  expect(refused.ok ? "" : refused.message).toMatch(/23 hours to ask questions.*less than 2 days.*less than 10 days/);
  expect((await db.rfp.findUniqueOrThrow({ where: { id: rfp.id } })).state).toBe("draft");
  mustHave(await publishRfp(world.procurement, rfp.id, rfp.version, { acceptsShortWindow: true }));
  const event = await db.auditEvent.findFirstOrThrow({ where: { subjectId: rfp.id, action: "rfp.publish" } });
  expect(JSON.parse(event.after ?? "{}").shortWindow).toHaveLength(3);
});

test("one publication is one message to a person, with dates in the RFP's zone and the way to an account in it", async () => {
  const world = await makeWorld();
  const [first, second] = [await makeVendor(world.organization), await makeVendor(world.organization)];
  // One person speaks for both.
  const { email } = await db.vendorContact.findFirstOrThrow({ where: { vendorId: first.id } });
  const both = {
    organizationId: world.organization.id,
    vendorId: second.id,
    name: "Contact",
    email: email.toUpperCase(),
  };
  await db.vendorContact.create({ data: both });
  const draft = await makeReadyRfp(world, [first, second]);
  mustHave(await publishRfp(world.procurement, draft.id, draft.version));
  const mails = await db.outboxMessage.findMany({ where: { organizationId: world.organization.id } });
  const byPerson = Map.groupBy(mails, (mail) => mail.recipient.toLowerCase());
  expect([...byPerson.values()].map((own) => own.length)).toEqual([1, 1]);
  for (const mail of mails) {
    expect(mail.body).toContain("/invitation/");
    expect(mail.body).toContain("(Europe/Berlin)");
    expect(mail.body).not.toMatch(/\bUTC\b/);
  }
});
