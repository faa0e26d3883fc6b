/** Waits until somebody asks this process to end. Asking again changes nothing: stopping is under way. */
export function waitForEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
}
