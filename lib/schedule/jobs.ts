import "server-only";
import type { JobHandlers } from "@/lib/server/job-handlers";

/** Who does which kind of long work. To add one, write it beside its domain and name it here. */
export const jobs: JobHandlers = {
  caseLogImport: async () => (await import("@/lib/service-levels/imports/run-import")).runCaseLogImport,
  scheduledRun: async () => (await import("./run-asked")).runAsked,
  measurementImport: async () => (await import("@/lib/service-levels/imports/run-measurements")).runMeasurementImport,
};
