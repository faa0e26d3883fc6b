import "server-only";
import { type JobWithMetadata, PgBoss } from "pg-boss";
import { cleanUp } from "./clean-up";
import { sql } from "./database";
import { environment } from "./environment";
import { findJobHandler, jobKinds } from "./job-handlers";
import { claimJob, finishJob, returnJob } from "./job-queue";
import { logger } from "./log";
import { sendDueMail } from "./mail/send-due";
import { listSchedules, runSchedule } from "./schedules";

const LOOK_EVERY_MS = 1000;
const MAIL_EVERY_MS = 3000;
const CLEAN_EVERY_MS = 60 * 60 * 1000;
// A worker that died misses two heartbeats; its job goes back into the queue then.
const HEARTBEAT_SECONDS = 10;
const QUEUE = {
  retryLimit: 4,
  retryDelay: 5,
  retryDelayMax: 300,
  retryBackoff: true,
  expireInSeconds: 10 * 60 * 60,
  heartbeatSeconds: HEARTBEAT_SECONDS,
};
const CLOCK = "clock";
const FAULT = "This failed on our side. It is tried again by itself.";
const GIVEN_UP = "This failed on our side several times and was given up.";

type Payload = { id: string };

/**
 * Starts doing jobs and sending mail in this process; a database that is not there yet is waited for. Answers how to
 * stop, after the work in hand or ten seconds.
 */
export async function startWorker(): Promise<() => Promise<void>> {
  const ending = new AbortController();
  let boss: PgBoss | null = null;
  const stopJobs = repeat(LOOK_EVERY_MS, "Handing out jobs", async () => {
    boss ??= await startBoss(ending.signal);
    await handOutJobs(boss);
  });
  const stopMail = repeat(MAIL_EVERY_MS, "Sending mail", sendDueMail);
  const stopCleaning = repeat(CLEAN_EVERY_MS, "Cleaning up", cleanUp);
  return async () => {
    ending.abort();
    await Promise.all([stopJobs(), stopMail(), stopCleaning()]);
    await boss?.stop({ graceful: true, timeout: 10_000 });
  };
}

async function startBoss(signal: AbortSignal): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: environment().DATABASE_URL,
    application_name: "steward worker",
    max: 4,
    superviseIntervalSeconds: HEARTBEAT_SECONDS,
    monitorIntervalSeconds: HEARTBEAT_SECONDS,
  });
  // A lost database comes back; what it did to us is not worth ending the process.
  boss.on("error", (error) => logger.warn({ error }, "The queue reported an error"));
  try {
    await boss.start();
    for (const kind of jobKinds()) await openQueue(boss, kind, signal);
    await openClock(boss);
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
}

async function openQueue(boss: PgBoss, kind: string, signal: AbortSignal): Promise<void> {
  await boss.createQueue(kind, QUEUE);
  await boss.updateQueue(kind, QUEUE);
  const options = { includeMetadata: true, batchSize: 1, pollingIntervalSeconds: 1 } as const;
  await boss.work(kind, options, async (batch: JobWithMetadata<Payload>[]) => {
    for (const job of batch) await runJob(job, signal);
  });
}

/**
 * The queue's own schedules: of all processes one is handed each tick. Whatever became due while nobody ran is done by
 * the next run, so one run of each at the start catches up; a run that failed is repeated by the next tick.
 */
async function openClock(boss: PgBoss): Promise<void> {
  const schedules = listSchedules();
  if (schedules.length === 0) return;
  // One waiting and one running per key, however many ticks and processes there are.
  await boss.createQueue(CLOCK, { policy: "stately", retryLimit: 0, heartbeatSeconds: HEARTBEAT_SECONDS });
  const options = { batchSize: 1, pollingIntervalSeconds: 1 } as const;
  await boss.work(CLOCK, options, async (batch: { data: { key: string } }[]) => {
    for (const tick of batch) await runSchedule(tick.data.key);
  });
  for (const { key, cron } of schedules) {
    await boss.schedule(CLOCK, cron, { key }, { key, singletonKey: key });
    await boss.send(CLOCK, { key }, { singletonKey: key });
  }
  const known = new Set(schedules.map(({ key }) => key));
  for (const { key } of await boss.getSchedules(CLOCK)) if (!known.has(key)) await boss.unschedule(CLOCK, key);
}

/** Looks again and again, one look at a time; a failing look is logged and tried again. Answers how to stop. */
function repeat(everyMs: number, what: string, look: () => Promise<unknown>): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current = Promise.resolve();
  const next = () => {
    current = look()
      .catch((error: unknown) => logger.warn({ error }, `${what} failed; trying again`))
      .then(() => {
        if (!stopped) timer = setTimeout(next, everyMs);
      });
  };
  next();
  return () => {
    stopped = true;
    clearTimeout(timer);
    return current;
  };
}

/**
 * The rows are what counts, pg-boss does the running: a queued row that the queue does not know is handed over under
 * its own id, so that handing it over twice is handing it over once; a row whose last run died with its worker ends.
 */
async function handOutJobs(boss: PgBoss): Promise<void> {
  const waiting = await sql.rows<{ id: string; kind: string }>(
    `SELECT j.id, j.kind FROM job j WHERE j.state = 'queued' AND j.kind = ANY ($1)
       AND NOT EXISTS (SELECT 1 FROM pgboss.job b WHERE b.name = j.kind AND b.id = j.id)
     ORDER BY j.created_at LIMIT 100`,
    [jobKinds()],
  );
  for (const { id, kind } of waiting) await boss.send(kind, { id }, { id });
  await sql.rows(
    `UPDATE job j SET state = 'failed', message = $1, finished_at = steward_now() FROM pgboss.job b
     WHERE j.state IN ('queued', 'running') AND b.name = j.kind AND b.id = j.id AND b.state = 'failed'`,
    [GIVEN_UP],
  );
}

async function runJob(job: JobWithMetadata<Payload>, signal: AbortSignal): Promise<void> {
  const row = await claimJob(job.data.id);
  if (!row) return;
  const handler = await findJobHandler(row.kind);
  if (!handler) throw new Error(`No handler does jobs of the kind ${row.kind}.`);
  try {
    const result = await handler({ ...row, attempt: row.attempts, signal });
    await finishJob(row.id, result);
  } catch (error) {
    logger.error({ error, job: row.id, kind: row.kind, attempt: row.attempts }, "A job failed");
    const isLast = job.retryCount >= job.retryLimit;
    if (isLast) await finishJob(row.id, { state: "failed", message: GIVEN_UP });
    else await returnJob(row.id, FAULT);
    throw error;
  }
}
