import type { OpenDatabase } from "./environment.ts";

/** Starts the embedded database again when it dies under a running app; returns how to stop looking. */
export function keepRunning(database: OpenDatabase): () => void {
  const { embedded } = database;
  if (!embedded) return () => {};
  let isBusy = false;
  const timer = setInterval(async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      if (await embedded.ensureRunning()) console.error("The database had stopped and was started again.");
    } catch (error) {
      console.error((error as Error).message);
    } finally {
      isBusy = false;
    }
  }, 1000);
  return () => clearInterval(timer);
}
