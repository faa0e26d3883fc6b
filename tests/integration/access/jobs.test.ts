import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { systemActor } from "@/lib/access/actor";
import { db } from "@/lib/server/database";
import { handInJobs, type JobHandler, type JobRun } from "@/lib/server/job-handlers";
import { cancelJob, findJob } from "@/lib/server/job-list";
import { enqueue, updateJobProgress } from "@/lib/server/job-queue";
import { startWorker } from "@/lib/server/jobs";
import { makeMember, makeOrganization } from "../../support/factories";

const runs: JobRun[] = [];
let stop = async () => {};

beforeAll(async () => {
  const count: JobHandler = async (run) => {
    runs.push(run);
    await updateJobProgress(run.id, { rows: 7 });
    return { state: "done", message: "Counted." };
  };
  const refuse: JobHandler = async () => ({ state: "failed", message: "Line 3 has no date.", errors: [{ line: 3 }] });
  const flaky: JobHandler = async (run) => {
    runs.push(run);
    if (run.attempt === 1) throw new Error("The first time it breaks.");
    return { state: "done" };
  };
  handInJobs({ "test.count": async () => count, "test.refuse": async () => refuse, "test.flaky": async () => flaky });
  stop = await startWorker();
});
afterAll(() => stop());

async function ask(kind: string) {
  const organization = await makeOrganization();
  const actor = systemActor(organization.id);
  const id = await db.$transaction((tx) => enqueue(tx, actor, kind, { input: { file: "a" } }));
  const read = () => db.job.findUniqueOrThrow({ where: { id } });
  const until = (state: string) =>
    vi.waitFor(async () => expect((await read()).state).toBe(state), { timeout: 25_000, interval: 200 });
  return { id, organization, read, until };
}

test("a job that was asked for is done, with its progress", async () => {
  const { id, read, until } = await ask("test.count");
  await until("done");
  expect(runs.filter((run) => run.id === id)).toMatchObject([{ input: { file: "a" }, attempt: 1 }]);
  expect(await read()).toMatchObject({ message: "Counted.", progress: { rows: 7 }, attempts: 1 });
});

test("its own refusal ends it at once, with the errors", async () => {
  const { read, until } = await ask("test.refuse");
  await until("failed");
  expect(await read()).toMatchObject({ message: "Line 3 has no date.", errors: [{ line: 3 }], attempts: 1 });
});

test("a fault is tried again", async () => {
  const { id, read, until } = await ask("test.flaky");
  await until("done");
  expect(runs.filter((run) => run.id === id).map((run) => run.attempt)).toEqual([1, 2]);
  expect(await read()).toMatchObject({ state: "done", message: null });
});

test("a transaction that fails asks for nothing", async () => {
  const organization = await makeOrganization();
  const broken = db.$transaction(async (tx) => {
    await enqueue(tx, systemActor(organization.id), "test.count");
    throw new Error("no");
  });
  await expect(broken).rejects.toThrow("no");
  expect(await db.job.count({ where: { organizationId: organization.id } })).toBe(0);
});

test("a waiting job is cancelled by its own organization only, and then never run", async () => {
  const organization = await makeOrganization();
  const administrator = await makeMember(organization, ["administrator"]);
  const stranger = await makeMember(await makeOrganization(), ["administrator"]);
  // Nobody does this kind, so it keeps waiting.
  const id = await db.$transaction((tx) => enqueue(tx, administrator, "test.unknown"));
  expect(await findJob(stranger, id)).toBeNull();
  expect(await cancelJob(stranger, id)).toMatchObject({ reason: "notFound" });
  expect(await cancelJob(administrator, id)).toMatchObject({ ok: true });
  expect(await cancelJob(administrator, id)).toMatchObject({ reason: "state" });
});
