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
 * They are loaded when a job of the kind is due. To add one, write it beside its domain and name it here.
 */
const handlers: Record<string, () => Promise<(run: JobRun) => Promise<JobResult>>> = {
  caseLogImport: async () => (await import("@/lib/service-levels/imports/run-import")).runCaseLogImport,
  measurementImport: async () => (await import("@/lib/service-levels/imports/run-measurements")).runMeasurementImport,
};

/** For a handler that is not in the list above, such as one of a test. */
export function registerJob(kind: string, handler: (run: JobRun) => Promise<JobResult>): void {
  handlers[kind] = () => Promise.resolve(handler);
}

export function jobKinds(): string[] {
  return Object.keys(handlers);
}

export async function findJobHandler(kind: string): Promise<((run: JobRun) => Promise<JobResult>) | null> {
  return (await handlers[kind]?.()) ?? null;
}
