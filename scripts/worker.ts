// Does the jobs of the queue in a process of its own, beside instances started with STEWARD_WORKER=separate.
import { assemble } from "@/lib/assemble";
import { startWorker } from "@/lib/server/jobs";
import { waitForEnd } from "./signals.ts";

assemble();
const stop = await startWorker();
console.log("The worker waits for jobs. Ctrl-C stops it after the current one.");
await waitForEnd();
await stop();
process.exit(0);
