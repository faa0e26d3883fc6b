import { beforeEach, expect, test } from "vitest";
import { runScheduled } from "@/lib/schedule/run";
import { db } from "@/lib/server/database";
import { approveAward, startStandstill } from "@/lib/sourcing/awards/mutations";
import { proposeAward } from "@/lib/sourcing/awards/propose";
import { askQuestion } from "@/lib/sourcing/portal/mutations";
import { publishRfp } from "@/lib/sourcing/rfps/publication/mutations";
import { makeEngagement, makePlace } from "../../support/contracts";
import { makeMember, makeVendor as makePlainVendor, makeVendorContact } from "../../support/factories";
import { moveClock, setClock } from "../../support/moved-clock";
import { first, makeRankedTender } from "../../support/tenders";
import { makeReadyRfp, makeVendor, makeWorld, mustHave } from "../sourcing-rfps/world";

beforeEach(() => moveClock({}));

const titlesOf = async (personId: string) =>
  (await db.notification.findMany({ where: { personId }, orderBy: { id: "asc" } })).map(({ title }) => title);
const later = (instant: string | null, minutes: number) =>
  new Date(Date.parse(instant ?? "") + minutes * 60_000).toISOString();

test("an RFP closes at its deadline, not a minute before, once, and those who open it are told", async () => {
  const world = await makeWorld();
  const executive = await makeMember(world.organization, ["executive"]);
  const auditor = await makeMember(world.organization, ["auditor"]);
  const draft = await makeReadyRfp(world, [await makeVendor(world.organization)]);
  const rfp = mustHave(await publishRfp(world.procurement, draft.id, draft.version));
  const state = async () => (await db.rfp.findUniqueOrThrow({ where: { id: rfp.id }, select: { state: true } })).state;
  await setClock(later(rfp.bidsUntil, -1));
  await runScheduled("rfps", world.procurement.organizationId);
  expect(await state()).toBe("published");
  await setClock(later(rfp.bidsUntil, 1));
  await Promise.all([1, 2, 3].map(() => runScheduled("rfps", world.procurement.organizationId)));
  expect(await state()).toBe("closed");
  await runScheduled("rfps", world.procurement.organizationId);
  const closed = `${rfp.code} is closed. Two people can open its bids`;
  expect((await titlesOf(executive.personId)).filter((title) => title === closed)).toHaveLength(1);
  expect(await titlesOf(auditor.personId)).toEqual([]);
  expect(await db.auditEvent.count({ where: { subjectId: rfp.id, action: "rfp.close" } })).toBe(1);
});

test("a question is pressed for a day before the cut-off of answers and when it has passed", async () => {
  const world = await makeWorld();
  const vendor = await makeVendor(world.organization);
  const contact = await makeVendorContact(world.organization, vendor);
  const draft = await makeReadyRfp(world, [vendor]);
  const rfp = mustHave(await publishRfp(world.procurement, draft.id, draft.version));
  mustHave(await askQuestion(contact, { rfpId: rfp.id, question: "Which hours are covered?" }));
  const run = () => runScheduled("rfps", world.procurement.organizationId);
  const told = async () => (await titlesOf(world.procurement.personId)).filter((title) => title.includes("1 question"));
  await setClock(later(rfp.answersUntil, -25 * 60));
  await run();
  expect(await told()).toEqual([]);
  await setClock(later(rfp.answersUntil, -23 * 60));
  await run();
  await run();
  expect(await told()).toEqual([expect.stringContaining(`${rfp.code}: 1 question to answer until`)]);
  await setClock(later(rfp.answersUntil, 1));
  await run();
  await run();
  expect(await told()).toHaveLength(2);
  expect((await told())[1]).toContain("1 question without an answer after the cut-off");
});

test("certificates are reminded of as they near their end, to procurement and to that vendor alone", async () => {
  const place = await makePlace();
  const other = await makeVendorContact(place.organization, await makePlainVendor(place.organization));
  await db.vendorCertificate.create({
    data: {
      organizationId: place.organization.id,
      vendorId: place.contact.vendorId,
      kind: "iso27001",
      expiresOn: new Date("2027-09-30T00:00:00Z"),
    },
  });
  const counts: number[] = [];
  for (const day of [
    "2027-07-01",
    "2027-07-02",
    "2027-08-01",
    "2027-09-24",
    "2027-09-30",
    "2027-10-01",
    "2027-10-02",
  ]) {
    await setClock(`${day}T08:00:00Z`);
    await runScheduled("reviews", place.organization.id);
    counts.push((await titlesOf(place.procurement.personId)).length);
  }
  expect(counts).toEqual([0, 1, 1, 2, 2, 3, 3]);
  expect((await titlesOf(place.contact.personId)).at(-1)).toBe("Your certificate ISO/IEC 27001 expired on 2027-09-30");
  expect(await titlesOf(other.personId)).toEqual([]);
});

test("reviews of vendors and risks and mitigations of others are told to who owes them", async () => {
  const place = await makePlace();
  const organizationId = place.organization.id;
  const ownerId = place.operations.memberId;
  await db.vendor.update({ where: { id: place.contact.vendorId }, data: { reviewDate: new Date("2027-03-01") } });
  await db.risk.create({
    data: {
      organizationId,
      code: "RSK-0001",
      engagementId: (await makeEngagement(place.procurement)).id,
      category: "continuity",
      title: "One site",
      probability: 3,
      impact: 5,
      ownerId,
      reviewDate: new Date("2027-03-01"),
      riskMitigations: {
        create: { organizationId, description: "Second site", dueDate: new Date("2027-02-28"), ownerId },
      },
    },
  });
  await setClock("2027-03-01T08:00:00Z");
  for (const job of ["reviews", "work", "reviews", "work"] as const) await runScheduled(job, organizationId, true);
  expect((await titlesOf(place.operations.personId)).sort()).toEqual([
    "Overdue: RSK-0001 Second site, due 2027-02-28",
    "RSK-0001 One site: the review was due on 2027-03-01",
  ]);
  expect(await titlesOf(place.procurement.personId)).toEqual([
    expect.stringMatching(/^Vendor .*: the review was due on 2027-03-01$/),
  ]);
});

test("health turns when a day passes: an action, a task of the transition, the last safe decision", async () => {
  const place = await makePlace("transition");
  const { organization, engagementId, procurement } = place;
  const plan = await db.transitionPlan.create({
    data: {
      organizationId: organization.id,
      code: "TRN-0001",
      engagementId,
      name: "To the new desk",
      plannedStart: new Date("2027-01-01"),
      plannedGoLive: new Date("2027-06-01"),
      ownerId: procurement.memberId,
    },
  });
  await db.transitionTask.create({
    data: {
      organizationId: organization.id,
      planId: plan.id,
      code: "T-01",
      position: 1,
      workstream: "documentation",
      name: "Write it down",
      plannedStart: new Date("2027-01-01"),
      plannedEnd: new Date("2027-03-10"),
    },
  });
  const health = async () =>
    db.engagement.findUniqueOrThrow({ where: { id: engagementId }, select: { health: true, healthReason: true } });
  await setClock("2027-03-10T12:00:00Z");
  await runScheduled("health", organization.id);
  expect((await health()).health).toBe("green");
  await setClock("2027-03-10T23:05:00Z");
  await runScheduled("health", organization.id);
  expect(await health()).toEqual({ health: "amber", healthReason: "1 transition task is overdue" });
  await runScheduled("health", organization.id, true);
  const told = (await titlesOf(procurement.personId)).filter((title) => title.includes("has turned"));
  expect(told).toEqual([expect.stringMatching(/has turned amber: 1 transition task is overdue$/)]);
  await runScheduled("work", organization.id);
  expect(await titlesOf(procurement.personId)).toContain(
    "Overdue: T-01 Write it down (To the new desk), planned until 2027-03-10",
  );
});

test("when its standstill has ended procurement is told once that the award can be made final", async () => {
  const { tender, ids } = await makeRankedTender([
    { score: "4", prices: ["5", "1000"] },
    { score: "3", prices: ["4", "1000"] },
  ]);
  const organizationId = tender.procurement.organizationId;
  const shares = [{ bidId: first(ids), sharePercent: "100" }];
  const proposal = { lotId: tender.lot.id, shares, justification: "", tieDecision: "" };
  const proposed = mustHave(await proposeAward(tender.procurement, proposal));
  const approver = await makeMember({ id: organizationId }, ["procurement", "executive"]);
  const approved = mustHave(await approveAward(approver, { ...proposed, reason: "" }));
  mustHave(await startStandstill(tender.procurement, approved));
  const { standstillUntil } = await db.award.findUniqueOrThrow({ where: { id: proposed.id } });
  const told = async () =>
    (await titlesOf(approver.personId)).filter((title) => title.includes("standstill has ended"));
  await setClock(later(standstillUntil?.toISOString() ?? "", -1));
  await runScheduled("rfps", organizationId);
  expect(await told()).toEqual([]);
  await setClock(later(standstillUntil?.toISOString() ?? "", 1));
  await runScheduled("rfps", organizationId);
  await runScheduled("rfps", organizationId);
  expect(await told()).toHaveLength(1);
});
