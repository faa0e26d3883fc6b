import { randomBytes } from "node:crypto";
import {
  createTestDatabase,
  dropTestDatabases,
  openTestCluster,
  prepareTestServer,
} from "../../tests/support/test-databases.ts";
import { chooseFreePort } from "../database/cluster.ts";
import { stopProgram } from "../programs.ts";
import { seedSample } from "../sample.ts";
import { startApp } from "../serve.ts";

export const testBuildFolder = ".next-test";

export type ServedApp = { url: string; databaseUrl: string; output: () => string; stop: () => Promise<void> };

/** The built app on a database of its own with the sample organization, for browser tests. */
export async function serveTestApp(wantedPort = 0): Promise<ServedApp> {
  const cluster = await openTestCluster("browser tests");
  const undo: (() => Promise<void>)[] = [cluster.release];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const server = await prepareTestServer(cluster);
    undo.push(() => dropTestDatabases(server));
    const databaseUrl = await createTestDatabase(server);
    const port = await chooseFreePort(wantedPort);
    const url = `http://127.0.0.1:${port}`;
    const secrets = { STEWARD_SECRET: makeSecret(), STEWARD_SEALING_KEY: makeSecret() };
    const env = { ...secrets, STEWARD_URL: url, DATABASE_URL: databaseUrl };
    await seedSample(databaseUrl, { ...env, NODE_ENV: "production" });
    const app = await startApp(port, { ...env, STEWARD_BUILD_DIR: testBuildFolder });
    undo.push(() => stopProgram(app));
    return { url, databaseUrl, output: app.output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const makeSecret = () => randomBytes(36).toString("base64url");
