import type { TestProject } from "vitest/node";
import { dropTestDatabases, openTestCluster, prepareTestServer, type TestServer } from "./test-databases";

declare module "vitest" {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

/** Once per run: the server is up and the template is there. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await openTestCluster("vitest");
  try {
    const server = await prepareTestServer(cluster);
    project.provide("testServer", server);
    return async () => {
      await dropTestDatabases(server);
      await cluster.release();
    };
  } catch (error) {
    await cluster.release();
    throw error;
  }
}
