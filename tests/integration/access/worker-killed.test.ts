import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { systemActor } from "@/lib/access/actor";
import { db } from "@/lib/server/database";
import { enqueue } from "@/lib/server/job-queue";
import { startWorker } from "@/lib/server/jobs";
import { makeOrganization } from "../../support/factories";
import { registerSlowJob } from "./slow-job";

const script = join(import.meta.dirname, "slow-worker.ts");

test("a job whose worker was killed in the middle is run again by another one", { timeout: 90_000 }, async () => {
  const organization = await makeOrganization();
  const id = await db.$transaction((tx) => enqueue(tx, systemActor(organization.id), "test.slow"));
  const read = () => db.job.findUniqueOrThrow({ where: { id } });
  const child = spawn(process.execPath, ["--conditions=react-server", "--import=tsx", script], { stdio: "ignore" });
  try {
    await vi.waitFor(async () => expect((await read()).progress).toEqual({ process: child.pid }), {
      timeout: 25_000,
      interval: 200,
    });
  } finally {
    child.kill("SIGKILL");
  }
  registerSlowJob();
  const stop = await startWorker();
  try {
    await vi.waitFor(async () => expect((await read()).state).toBe("done"), { timeout: 55_000, interval: 300 });
    expect(await read()).toMatchObject({ attempts: 2, progress: { process: process.pid } });
  } finally {
    await stop();
  }
});
