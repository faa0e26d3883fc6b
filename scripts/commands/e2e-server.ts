import { ensureBuild, ensureClient } from "../build.ts";
import { waitForEnd } from "../signals.ts";
import { serveTestApp, testBuildFolder } from "../test/served-app.ts";

/** What `npx playwright test` starts when it is called by itself. */
export async function run([port]: string[]): Promise<number> {
  const asked = waitForEnd();
  await ensureClient();
  await ensureBuild(testBuildFolder);
  const app = await serveTestApp(Number(port ?? 0));
  console.log(`${app.url}  ${app.databaseUrl}`);
  await asked;
  await app.stop();
  return 0;
}
