import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runEverywhere, runScheduled } from "@/lib/schedule/run";
import { SCHEDULED_KEYS, scheduledJobs } from "@/lib/schedule/table";
import { db } from "@/lib/server/database";
import { startWorker } from "@/lib/server/jobs";
import { makePlace, type Place } from "../../support/contracts";
import { setClock } from "../../support/moved-clock";

let place: Place;
beforeEach(async () => {
  place = await makePlace("operate");
});
const readRun = (job: string) =>
  db.scheduledRun.findUnique({ where: { organizationId_job: { organizationId: place.organization.id, job } } });
const noticesOf = (personId: string, kind?: string) =>
  db.notification.findMany({
    where: { organizationId: place.organization.id, personId, ...(kind ? { kind } : {}) },
    orderBy: { createdAt: "asc" },
  });

async function addAction(dueDate: string, title = "Send the runbook"): Promise<string> {
  const made = await db.actionItem.create({
    data: {
      organizationId: place.organization.id,
      engagementId: place.engagementId,
      title,
      ownerId: place.operations.memberId,
      dueDate: new Date(`${dueDate}T00:00:00Z`),
    },
  });
  return made.id;
}

test("a day's job runs once in each day of the organization, which begins at its own midnight", async () => {
  const { id } = place.organization;
  await setClock("2027-03-01T12:00:00Z");
  expect(await runScheduled("work", id)).toMatchObject({ state: "done" });
  expect(await runScheduled("work", id)).toEqual({ state: "notDue" });
  // Berlin, in winter one hour ahead.
  await setClock("2027-03-01T22:55:00Z");
  expect(await runScheduled("work", id)).toEqual({ state: "notDue" });
  await setClock("2027-03-01T23:00:00Z");
  expect(await runScheduled("work", id)).toMatchObject({ state: "done" });
  expect(await runScheduled("work", id)).toEqual({ state: "notDue" });
  expect(await runScheduled("work", id, true)).toMatchObject({ state: "done" });
});

test("an action is overdue when its day has passed where the organization is, and that is told once", async () => {
  const { id } = place.organization;
  await addAction("2027-03-01");
  await setClock("2027-03-01T22:55:00Z");
  await runScheduled("work", id, true);
  expect(await noticesOf(place.operations.personId)).toEqual([]);
  await setClock("2027-03-01T23:05:00Z");
  await runScheduled("work", id, true);
  await runScheduled("work", id, true);
  const [notice, ...more] = await noticesOf(place.operations.personId, "work");
  expect(notice?.title).toMatch(/^Overdue: Send the runbook \(Engagement .*\), due 2027-03-01$/);
  expect(more).toEqual([]);
  const { email } = await db.person.findUniqueOrThrow({ where: { id: place.operations.personId } });
  expect(await db.outboxMessage.count({ where: { recipient: email, subject: { contains: "Overdue" } } })).toBe(1);
});

test("after a stop of two weeks everything that became due is told once, in one notice", async () => {
  const { id } = place.organization;
  await setClock("2027-03-01T12:00:00Z");
  await runScheduled("work", id);
  for (const [day, title] of [
    ["2027-03-03", "One"],
    ["2027-03-09", "Two"],
    ["2027-03-14", "Three"],
  ] as const)
    await addAction(day, title);
  await addAction("2027-03-20", "Later");
  await setClock("2027-03-15T12:00:00Z");
  expect(await runScheduled("work", id)).toEqual({ state: "done", result: "Told of 3 things that became overdue" });
  await setClock("2027-03-16T12:00:00Z");
  expect(await runScheduled("work", id)).toEqual({ state: "done", result: "Told of 0 things that became overdue" });
  const [notice, ...more] = await noticesOf(place.operations.personId, "work");
  expect(notice?.title).toBe("3 things of yours became overdue");
  expect(notice?.body).toMatch(/One.*\n.*Two.*\n.*Three/);
  expect(more).toEqual([]);
});

test("of many that run a job at once each thing is told once", async () => {
  await addAction("2027-03-01");
  await setClock("2027-04-01T12:00:00Z");
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => runScheduled("work", place.organization.id)));
  expect(outcomes.filter(({ state }) => state === "done")).toHaveLength(1);
  expect(outcomes.filter(({ state }) => state === "taken" || state === "notDue")).toHaveLength(4);
  expect(await noticesOf(place.operations.personId, "work")).toHaveLength(1);
});

test("one organization that fails keeps no other waiting, and begins where its last good run ended", async () => {
  const other = await makePlace("operate");
  await setClock("2027-05-01T12:00:00Z");
  await runScheduled("health", place.organization.id);
  const good = await readRun("health");
  await setClock("2027-05-02T12:00:00Z");
  const broken = vi.spyOn(scheduledJobs.health, "work").mockImplementation(async () => async ({ organizationId }) => {
    if (organizationId === place.organization.id) throw new Error("The disk is on fire");
    return "Fine";
  });
  await runEverywhere("health");
  expect(await readRun("health")).toMatchObject({
    doneUntil: good?.doneUntil,
    error: "This failed on our side. It is tried again by itself.",
  });
  const key = { organizationId: other.organization.id, job: "health" };
  const fine = await db.scheduledRun.findUniqueOrThrow({ where: { organizationId_job: key } });
  expect(fine).toMatchObject({ result: "Fine", error: null });
  broken.mockRestore();
  expect(await runScheduled("health", place.organization.id)).toMatchObject({ state: "done" });
  expect(await readRun("health")).toMatchObject({ error: null });
});

test("a key that nobody knows is a fault", async () => {
  await expect(runEverywhere("tea")).rejects.toThrow("lib/schedule/table.ts");
});

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

test("two workers catch up at their start with everything, once, and leave the rest to the queue's schedules", async () => {
  await addAction("2027-03-01");
  await setClock("2027-06-01T12:00:00Z");
  stops.push(...(await Promise.all([startWorker(), startWorker()])));
  await vi.waitFor(
    async () => {
      const runs = await db.scheduledRun.findMany({ where: { organizationId: place.organization.id, error: null } });
      expect(
        runs
          .filter((run) => run.finishedAt !== null)
          .map((run) => run.job)
          .sort(),
      ).toEqual([...SCHEDULED_KEYS].sort());
    },
    { timeout: 25_000, interval: 250 },
  );
  expect(await noticesOf(place.operations.personId, "work")).toHaveLength(1);
  const planned = await db.$queryRaw<{ key: string; cron: string }[]>`
    SELECT key, cron FROM pgboss.schedule WHERE name = 'clock' ORDER BY key`;
  expect(planned).toEqual([...SCHEDULED_KEYS].sort().map((key) => ({ key, cron: scheduledJobs[key].cron })));
});
