import { expect, test } from "vitest";
import { db } from "@/lib/server/database";
import { answerClarification } from "@/lib/sourcing/clarifications/mutations";
import { publishRfp } from "@/lib/sourcing/rfps/publication/mutations";
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

const open = { answer: "We do.", visibility: "everyone", privateReason: null } as const;

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
  const input = { answer: "Yes.", visibility: "asker", privateReason: "It names their other client." } as const;
  mustHave(await answerClarification(world.procurement, question.id, question.version, input));
  const told = await db.notification.findMany({
    where: { title: { contains: "is answered" }, organizationId: world.organization.id },
    select: { person: { select: { vendorContacts: { select: { vendorId: true } } } } },
  });
  expect(told.map((each) => each.person.vendorContacts[0]?.vendorId)).toEqual([asker.id]);
});

test("a question is answered once, before the deadline, by its own organization", async () => {
  const world = await makeWorld();
  const stranger = await makeWorld();
  const { rfp, question } = await askedBy(world);
  expect(await answerClarification(stranger.procurement, question.id, 1, open)).toMatchObject({ reason: "notFound" });
  const outcomes = await Promise.all([1, 2, 3].map(() => answerClarification(world.procurement, question.id, 1, open)));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  const late = await db.clarification.create({
    data: {
      organizationId: world.organization.id,
      rfpId: rfp.id,
      vendorId: question.vendorId,
      askedById: question.askedById,
      question: "And the licences?",
    },
  });
  await db.$executeRaw`UPDATE rfp SET bids_until = clock_timestamp() WHERE id = ${rfp.id}::uuid`;
  expect(await answerClarification(world.procurement, late.id, 1, open)).toMatchObject({ ok: false, reason: "state" });
});
