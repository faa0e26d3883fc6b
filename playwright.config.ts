import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

// `npm test` serves the app itself and says where; called by itself, Playwright starts the same server.
const port = 3190;
const served = process.env.STEWARD_E2E_URL;
const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = process.env.CHROMIUM_PATH ?? installed.find((path) => existsSync(path));

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  forbidOnly: Boolean(process.env.CI),
  // One organization is shared by all tests: they run one after the other.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: served ?? `http://127.0.0.1:${port}`,
    locale: "en-GB",
    timezoneId: "Europe/Amsterdam",
    viewport: { width: 1280, height: 800 },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ["--no-sandbox", "--disable-background-networking"],
    },
  },
  ...(served
    ? {}
    : {
        webServer: {
          command: `node scripts/bootstrap.mjs e2e-server ${port}`,
          url: `http://127.0.0.1:${port}/readyz`,
          // It says where its database is: a test cannot wait for a deadline, but it can move one.
          wait: { stdout: /(?<steward_e2e_database_url>postgresql:\S+)/ },
          timeout: 300_000,
          reuseExistingServer: true,
          gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
        },
      }),
});
