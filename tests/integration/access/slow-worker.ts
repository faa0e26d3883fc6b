// A worker in a process of its own, for a test to kill.
import { startWorker } from "@/lib/server/jobs";
import { registerSlowJob } from "./slow-job";

registerSlowJob();
await startWorker();
