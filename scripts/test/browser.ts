import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { PlainError } from "../database/plain-error.ts";

const usualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

async function findBrowser(): Promise<string | undefined> {
  const { chromium } = await import("@playwright/test");
  return [process.env.CHROMIUM_PATH, ...usualPlaces, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );
}

/** The browser for the tests: the one that is there, else one that can be had. Never none. */
export async function provideBrowser(): Promise<string> {
  const found = await findBrowser();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const options = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
    spawnSync("apt-get", ["update", "-q"], options);
    spawnSync("apt-get", ["install", "-y", "-q", "chromium"], options);
  }
  if (!(await findBrowser())) {
    spawnSync("playwright", ["install", "chromium"], { stdio: "ignore", timeout: 300_000 });
  }
  const installed = await findBrowser();
  if (installed) return installed;
  throw new PlainError(
    "The browser tests need Chromium and it could not be installed: install it (apt-get install chromium, or npx playwright install chromium), or name one in CHROMIUM_PATH.",
  );
}
