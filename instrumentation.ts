/** Runs once when a server process starts, before it answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ assemble }, { startProcess }] = await Promise.all([import("@/lib/assemble"), import("@/lib/server/start")]);
  assemble();
  await startProcess();
}
