import "server-only";
import type { Json } from "./job-queue";

/** What a handler is given: the row's id and its input, as it was put there. */
export type JobRun = {
  id: string;
  organizationId: string;
  subjectId: string | null;
  input: unknown;
  createdById: string | null;
  createdByContactId: string | null;
  /** 1 for the first run; a run that was cut short is repeated. */
  attempt: number;
  /** Fires when the worker is asked to end; the job is then run again by the next one. */
  signal: AbortSignal;
};

/** `failed` is the job's own answer (a file that is not usable): no retry. An exception is a fault: tried again. */
export type JobResult =
  | { state: "done"; message?: string; progress?: Json }
  | { state: "failed"; message: string; errors?: Json; progress?: Json };

/**
 * Handlers must be idempotent: a worker that dies in the middle leaves a job that is run again from the beginning.
 * They are loaded when a job of the kind is due.
 */
export type JobHandler = (run: JobRun) => Promise<JobResult>;
export type JobHandlers = Record<string, () => Promise<JobHandler>>;

// Handed in once per process by whoever puts the process together; bundles of one process share it.
const holder = globalThis as typeof globalThis & { stewardJobs?: JobHandlers };

const known = (): JobHandlers => {
  holder.stewardJobs ??= {};
  return holder.stewardJobs;
};

export function handInJobs(handlers: JobHandlers): void {
  Object.assign(known(), handlers);
}

export function jobKinds(): string[] {
  return Object.keys(known());
}

export async function findJobHandler(kind: string): Promise<JobHandler | null> {
  return (await known()[kind]?.()) ?? null;
}
