import { beforeAll, beforeEach, expect, test } from "vitest";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { listNoticeChoices, saveNoticeChoices } from "@/lib/access/notice-choices";
import { listTerms } from "@/lib/contracts/due-queries";
import { createActionItem } from "@/lib/governance/action-mutations";
import { listNotifications, readBell } from "@/lib/notifications/queries";
import { db } from "@/lib/server/database";
import { notify } from "@/lib/server/notify";
import { reportMeasurements } from "@/lib/service-levels/mutations/measurements";
import { disputePeriod, reportPeriod, verifyPeriod } from "@/lib/service-levels/mutations/periods";
import { measurementSchema } from "@/lib/service-levels/schema";
import { NOTICE_KINDS, VENDOR_NOTICE_KINDS } from "@/lib/shared/notice-kinds";
import { moveVendor } from "@/lib/vendors/mutations";
import { nameMonth } from "../../support/closing";
import { doneValue, makeActive, makePlace, type Place } from "../../support/contracts";
import { makeMember, makeVendor, makeVendorContact } from "../../support/factories";
import { setClock } from "../../support/moved-clock";

let place: Place;
let verifier: MemberActor;
let contract: Awaited<ReturnType<typeof makeActive>>;
let stranger: VendorActor;

beforeAll(async () => {
  await setClock("2026-08-03T08:00:00Z");
  place = await makePlace("contract");
  verifier = await makeMember(place.organization, ["operations"]);
  stranger = await makeVendorContact(place.organization, await makeVendor(place.organization));
  contract = await makeActive(place);
});
beforeEach(async () => {
  await db.notification.deleteMany();
  await db.outboxMessage.deleteMany();
});

const told = (who: { personId: string }) =>
  db.notification.findMany({
    where: { personId: who.personId },
    orderBy: { id: "asc" },
    select: { kind: true, title: true, body: true, href: true, vendorId: true },
  });
const mailsTo = async ({ personId }: { personId: string }) => {
  const { email } = await db.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } });
  return db.outboxMessage.findMany({ where: { recipient: email }, select: { subject: true, body: true } });
};

test("a month below minimum: the vendor reports, both sides know of the breach with its figures, and each answers the other", async () => {
  const kpi = await db.kpi.findFirstOrThrow({ where: { contractId: contract.id }, select: { id: true } });
  const rows = [measurementSchema.parse({ month: "2026-07", value: "80" })];
  doneValue(await reportMeasurements(place.contact, kpi.id, rows));
  doneValue(await reportPeriod(place.contact, await nameMonth(contract.id, "2026-07")));
  const breach = `${contract.code} 2026-07: Solved in time is below minimum: 80\u00a0% against 90\u00a0%`;
  expect(await told(verifier)).toMatchObject([
    {
      kind: "month",
      title: `${contract.code} 2026-07 is reported by the vendor and waits to be verified`,
      vendorId: null,
    },
    { kind: "breach", title: breach, href: `/contracts/${contract.id}/service-levels?month=2026-07` },
  ]);
  const page = `/portal/contracts/${contract.id}/service-levels?month=2026-07`;
  // Who reported it needs no news of it; a colleague does.
  expect(await told(place.contact)).toEqual([]);
  expect(await told(place.executive)).toMatchObject([{ kind: "breach", title: breach }]);

  const dispute = { ...(await nameMonth(contract.id, "2026-07")), reason: "Two cases are ours" };
  doneValue(await disputePeriod(verifier, dispute));
  expect(await told(place.contact)).toMatchObject([
    { title: `${contract.code} 2026-07 is disputed by the client`, body: "Two cases are ours", href: page },
  ]);
  doneValue(await reportPeriod(place.contact, await nameMonth(contract.id, "2026-07")));
  expect((await told(place.operations)).map(({ title }) => title)).toContain(
    `${contract.code} 2026-07 is answered by the vendor and waits to be verified`,
  );
  const named = await nameMonth(contract.id, "2026-07");
  doneValue(await verifyPeriod(verifier, { ...named, noChargesReason: "None yet" }));
  expect((await told(place.contact)).at(-1)).toMatchObject({
    title: `${contract.code} 2026-07 is verified with credits of €0.00`,
    vendorId: place.contact.vendorId,
  });
  expect((await mailsTo(place.contact)).map(({ subject }) => subject)).toContain(
    `${place.organization.name}: ${contract.code} 2026-07 is disputed by the client`,
  );
  expect(await told(stranger)).toEqual([]);
  expect(await mailsTo(stranger)).toEqual([]);
});

test("a colleague of the vendor is told what the client is told", async () => {
  const colleague = await makeVendorContact(place.organization, { id: place.contact.vendorId });
  const kpi = await db.kpi.findFirstOrThrow({ where: { contractId: contract.id }, select: { id: true } });
  doneValue(
    await reportMeasurements(place.operations, kpi.id, [measurementSchema.parse({ month: "2026-06", value: "70" })]),
  );
  doneValue(await reportPeriod(place.operations, await nameMonth(contract.id, "2026-06")));
  expect((await told(colleague)).map(({ kind }) => kind)).toEqual(["month", "breach"]);
});

test("an action is told to whom it was given, and not to who gave it to himself", async () => {
  const action = {
    engagementId: place.engagementId,
    title: "Send the runbook",
    description: "By registered mail",
    ownerId: place.operations.memberId,
    vendorOwner: "",
    dueDate: "2026-09-01",
    state: "open" as const,
  };
  doneValue(await createActionItem(place.procurement, action));
  doneValue(await createActionItem(place.operations, action));
  expect(await told(place.operations)).toMatchObject([
    { kind: "work", title: expect.stringMatching(/^Yours until 2026-09-01: Send the runbook \(Engagement /) },
  ]);
});

test("a vendor that is suspended while it works: the owner of its contract knows", async () => {
  const { vendorId } = place.contact;
  const { version, legalName } = await db.vendor.findUniqueOrThrow({ where: { id: vendorId } });
  const other = await makeMember(place.organization, ["procurement"]);
  doneValue(await moveVendor(other, vendorId, version, "suspend", "A breach of its duties"));
  expect(await listTerms(place.organization.id, 0)).toHaveLength(1);
  expect((await told(place.procurement)).map(({ title }) => title)).toEqual([
    `${legalName} is suspended, with 1 running contract: ${contract.code}`,
  ]);
});

test("each kind is told in the app and by e-mail as the person chose it", async () => {
  const choices = await listNoticeChoices(place.finance);
  expect(choices.map(({ kind }) => kind)).toEqual([...NOTICE_KINDS]);
  expect(choices.find(({ kind }) => kind === "charge")).toEqual({ kind: "charge", inApp: true, byMail: true });
  const send = () =>
    db.$transaction((tx) =>
      notify(tx, {
        organizationId: place.organization.id,
        personIds: [place.finance.personId],
        kind: "charge",
        title: "3 charges of 300 EUR proposed",
        href: "/contracts",
      }),
    );
  const count = async () => [(await told(place.finance)).length, (await mailsTo(place.finance)).length];
  await send();
  expect(await count()).toEqual([1, 1]);
  expect((await mailsTo(place.finance))[0]?.body).toMatch(/3 charges of 300 EUR proposed\n\nhttp.*\/contracts\n/);
  doneValue(await saveNoticeChoices(place.finance, { inApp: ["charge"], byMail: ["month"] }));
  await send();
  expect(await count()).toEqual([2, 1]);
  doneValue(await saveNoticeChoices(place.finance, { inApp: [], byMail: ["charge"] }));
  await send();
  expect(await count()).toEqual([2, 2]);
  doneValue(await saveNoticeChoices(place.finance, { inApp: [], byMail: [] }));
  await send();
  expect(await count()).toEqual([2, 2]);
  const saved = await listNoticeChoices(place.finance);
  expect(saved.every(({ inApp, byMail }) => !inApp && !byMail)).toBe(true);
});

test("a contact chooses among what can reach a contact, and sees at each vendor what was said to it there", async () => {
  const choices = await listNoticeChoices(place.contact);
  expect(choices.map(({ kind }) => kind).sort()).toEqual([...VENDOR_NOTICE_KINDS].sort());
  // The same person works for a second vendor of the same client.
  const second = await makeVendor(place.organization);
  await db.vendorContact.create({
    data: {
      organizationId: place.organization.id,
      vendorId: second.id,
      personId: place.contact.personId,
      name: "Twice",
      email: "twice@vendor.test",
    },
  });
  const elsewhere: VendorActor = { ...place.contact, vendorId: second.id };
  await db.$transaction((tx) =>
    notify(tx, {
      organizationId: place.organization.id,
      personIds: [place.contact.personId],
      vendorId: place.contact.vendorId,
      kind: "month",
      title: "Only for the first",
      href: "/portal",
    }),
  );
  const reader = { locale: "en-GB", timeZone: "UTC" };
  expect((await listNotifications(place.contact, null)).rows).toHaveLength(1);
  expect((await listNotifications(elsewhere, null)).rows).toEqual([]);
  expect((await readBell({ ...elsewhere, ...reader })).unread).toBe(0);
  expect((await readBell({ ...place.contact, ...reader })).unread).toBe(1);
});
