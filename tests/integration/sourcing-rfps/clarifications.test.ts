import { expect, test } from "vitest";
import type { VendorActor } from "@/lib/access/actor";
import { asOrganizationId } from "@/lib/access/actor";
import { db } from "@/lib/server/database";
import { listAsCsv } from "@/lib/server/lists/csv";
import { parseListRequest } from "@/lib/server/lists/request";
import { clarificationList } from "@/lib/sourcing/clarifications/lists";
import { answerClarification } from "@/lib/sourcing/clarifications/mutations";
import { findClarification, listClarifications } from "@/lib/sourcing/clarifications/queries";
import { findClarifications } from "@/lib/sourcing/portal/queries";
import { publishRfp } from "@/lib/sourcing/rfps/publication/mutations";
import { makeMember } from "@/tests/support/factories";
import { makeReadyRfp, makeVendor, makeWorld, mustHave, type World } from "./world";

async function askedBy(world: World) {
  const asker = await makeVendor(world.organization, { withAccount: true });
  const other = await makeVendor(world.organization, { withAccount: true });
  const draft = await makeReadyRfp(world, [asker, other]);
  const rfp = mustHave(await publishRfp(world.procurement, draft.id, draft.version));
  const contact = await db.vendorContact.findFirstOrThrow({ where: { vendorId: asker.id } });
  const question = await db.clarification.create({
    data: {
      organizationId: world.organization.id,
      rfpId: rfp.id,
      vendorId: asker.id,
      askedById: contact.id,
      question: "Who owns the tool?",
    },
  });
  return { asker, other, rfp, question };
}

/** A contact of the vendor as a session would mint it. */
async function actorOf(vendorId: string): Promise<VendorActor> {
  const contact = await db.vendorContact.findFirstOrThrow({ where: { vendorId, personId: { not: null } } });
  return {
    kind: "vendor",
    organizationId: asOrganizationId(contact.organizationId),
    vendorId,
    contactId: contact.id,
    personId: contact.personId ?? "",
    name: contact.name,
    scopes: null,
    requestId: null,
    ipAddress: null,
  };
}

const nothing = { publishedQuestion: null, privateReason: null, lateReason: null };
const open = { ...nothing, answer: "We do.", visibility: "everyone" } as const;

test("an answer to everyone reaches all and names nobody", async () => {
  const world = await makeWorld();
  const { asker, question } = await askedBy(world);
  mustHave(await answerClarification(world.procurement, question.id, question.version, open));
  const mails = await db.outboxMessage.findMany({
    where: { organizationId: world.organization.id, subject: { contains: "is answered" } },
  });
  expect(mails).toHaveLength(2);
  expect(mails.every((mail) => mail.body.includes("We do."))).toBe(true);
  expect(mails.some((mail) => mail.body.includes(asker.legalName))).toBe(false);
});

test("a private answer reaches the asker alone", async () => {
  const world = await makeWorld();
  const { asker, question } = await askedBy(world);
  const input = {
    ...nothing,
    answer: "Yes.",
    visibility: "asker",
    privateReason: "It names their other client.",
  } as const;
  mustHave(await answerClarification(world.procurement, question.id, question.version, input));
  const told = await db.notification.findMany({
    where: { title: { contains: "is answered" }, organizationId: world.organization.id },
    select: { person: { select: { vendorContacts: { select: { vendorId: true } } } } },
  });
  expect(told.map((each) => each.person.vendorContacts[0]?.vendorId)).toEqual([asker.id]);
});

test("a question is answered once, by its own organization", async () => {
  const world = await makeWorld();
  const stranger = await makeWorld();
  const { question } = await askedBy(world);
  expect(await answerClarification(stranger.procurement, question.id, 1, open)).toMatchObject({ reason: "notFound" });
  const outcomes = await Promise.all([1, 2, 3].map(() => answerClarification(world.procurement, question.id, 1, open)));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
});

test("what was not answered in time is answered late, with the reason, until the RFP is over; all see that it is late", async () => {
  const world = await makeWorld();
  const { asker, other, rfp, question } = await askedBy(world);
  await db.$executeRaw`UPDATE rfp SET bids_until = clock_timestamp() WHERE id = ${rfp.id}::uuid`;
  expect(await answerClarification(world.procurement, question.id, 1, open)).toMatchObject({
    reason: "invalid",
    fields: { lateReason: [expect.any(String)] },
  });
  mustHave(await answerClarification(world.procurement, question.id, 1, { ...open, lateReason: "We overlooked it." }));
  for (const vendor of [asker, other]) {
    const [seen] = await findClarifications(await actorOf(vendor.id), rfp.id);
    expect(seen).toMatchObject({ answer: "We do.", lateReason: "We overlooked it." });
  }
  const second = await db.clarification.create({
    data: {
      organizationId: world.organization.id,
      rfpId: rfp.id,
      vendorId: question.vendorId,
      askedById: question.askedById,
      question: "And the licences?",
    },
  });
  await db.rfp.update({ where: { id: rfp.id }, data: { state: "cancelled" } });
  const tooLate = { ...open, lateReason: "Even later." };
  expect(await answerClarification(world.procurement, second.id, 1, tooLate)).toMatchObject({ reason: "state" });
});

test("a bidder's secret in a question does not reach the others; the original stays for those with the right", async () => {
  const world = await makeWorld();
  const { asker, other, rfp, question } = await askedBy(world);
  const secret = "Our robot Falcon does this for 2 EUR a ticket: may it?";
  await db.clarification.update({ where: { id: question.id }, data: { question: secret } });
  const redacted = { ...open, publishedQuestion: "May a robot do this?" };
  mustHave(await answerClarification(world.procurement, question.id, 1, redacted));

  const [theirs] = await findClarifications(await actorOf(other.id), rfp.id);
  expect(theirs).toMatchObject({ question: "May a robot do this?", publishedQuestion: null, isOwn: false });
  const [own] = await findClarifications(await actorOf(asker.id), rfp.id);
  expect(own).toMatchObject({ question: secret, publishedQuestion: "May a robot do this?", isOwn: true });
  const { organization } = world;
  const mails = await db.outboxMessage.findMany({ where: { organizationId: organization.id } });
  const notices = await db.notification.findMany({ where: { organizationId: organization.id, vendorId: other.id } });
  expect(JSON.stringify([mails, notices])).not.toContain("Falcon");
  expect(notices.length).toBeGreaterThan(0);

  const auditor = await makeMember(organization, ["auditor"]);
  for (const [reader, original] of [
    [world.procurement, secret],
    [auditor, secret],
    [world.operations, null],
  ] as const) {
    const seen = await findClarification(reader, question.id);
    expect(seen).toMatchObject({ question: "May a robot do this?", original });
    expect((await listClarifications(reader, rfp.id))[0]?.original).toBe(original);
  }
  const { request } = parseListRequest(clarificationList, {});
  const organizationId = world.operations.organizationId;
  const listed = (await Array.fromAsync(listAsCsv(clarificationList, organizationId, request))).join("");
  expect(listed).toContain("May a robot do this?");
  expect(listed).not.toContain("Falcon");
});

test("what goes to all does not name who asked", async () => {
  const world = await makeWorld();
  const { asker, question } = await askedBy(world);
  const telling = { ...open, publishedQuestion: `We, ${asker.legalName}, ask who owns the tool.` };
  expect(await answerClarification(world.procurement, question.id, 1, telling)).toMatchObject({
    fields: { publishedQuestion: [expect.stringContaining(asker.legalName)] },
  });
  const answer = { ...open, answer: `${asker.legalName} may bring its own.` };
  expect(await answerClarification(world.procurement, question.id, 1, answer)).toMatchObject({
    fields: { answer: [expect.stringContaining(asker.legalName)] },
  });
  const privately = { ...answer, visibility: "asker", privateReason: "Their own matter." } as const;
  expect(await answerClarification(world.procurement, question.id, 1, privately)).toMatchObject({ ok: true });
});
