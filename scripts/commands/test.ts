import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openTestCluster } from "../../tests/support/test-databases.ts";
import { ensureBuild, ensureClient } from "../build.ts";
import { PlainError } from "../database/plain-error.ts";
import { next, type Program, startProgram, stopProgram } from "../programs.ts";
import { inProject } from "../project.ts";
import { waitForEnd } from "../signals.ts";
import { provideBrowser } from "../test/browser.ts";
import { addCounts, type Counts, countPlaywright, countVitest, readCounts } from "../test/counts.ts";
import { type ServedApp, serveTestApp, testBuildFolder } from "../test/served-app.ts";

const biome = "node_modules/@biomejs/biome/bin/biome";
const tsc = "node_modules/typescript/bin/tsc";
const vitest = "node_modules/vitest/vitest.mjs";
const playwright = "node_modules/@playwright/test/cli.js";

const minutes = 60_000;
const once: Counts = { passed: 1, failed: 0, skipped: 0 };
const failedOnce: Counts = { passed: 0, failed: 1, skipped: 0 };

let current: Program | undefined;
let served: ServedApp | undefined;
let isAborted = false;

/** Everything that must hold, step by step; the last line says how many. */
export async function run(): Promise<number> {
  // The tests decide their configuration themselves: nothing of the caller's may leak in.
  for (const name of ["DATABASE_URL", "DATABASE_REPLICA_URL", "SMTP_URL", "STEWARD_URL", "PORT"])
    delete process.env[name];
  Reflect.deleteProperty(process.env, "NODE_ENV");
  const reports = mkdtempSync(join(tmpdir(), "steward-test-"));
  void waitForEnd().then(async () => {
    isAborted = true;
    if (current) await stopProgram(current);
  });
  // Held from here on: whoever of the test programs is cut short, the server is stopped at the end.
  const cluster = await openTestCluster("npm test");
  try {
    const total = addCounts(await runSteps(reports));
    console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
    return total.failed > 0 || isAborted ? 1 : 0;
  } finally {
    await served?.stop();
    await cluster.release();
    rmSync(reports, { recursive: true, force: true });
  }
}

async function runSteps(reports: string): Promise<Counts[]> {
  const counts: Counts[] = [];
  const unit = join(reports, "vitest.json");
  const browser = join(reports, "playwright.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${unit}`];

  counts.push(await single("database client and route types", () => prepareTypes()));
  counts.push(await single("format", () => check(biome, ["format", "."])));
  counts.push(await single("lint", () => check(biome, ["lint", "."])));
  counts.push(await single("types", () => check(tsc, ["--noEmit"])));
  counts.push(
    await step("unit and integration tests", async () =>
      readCounts(unit, await show(vitest, ["run", ...reporters], { CI: "true" }), countVitest),
    ),
  );
  counts.push(await single("production build", () => ensureBuild(testBuildFolder)));
  counts.push(await single("browser", provideChromium));
  counts.push(await single("app with sample organization", serveApp));
  counts.push(
    await step("browser tests", async () => {
      if (!served || !process.env.CHROMIUM_PATH) throw new PlainError("Not run: what they need is missing, see above.");
      const env = {
        STEWARD_E2E_URL: served.url,
        DATABASE_URL: served.databaseUrl,
        PLAYWRIGHT_JSON_OUTPUT_NAME: browser,
      };
      const code = await show(playwright, ["test", "--reporter=list,json"], env);
      if (code !== 0) console.log(`Last words of the app:\n${served.output().slice(-4000)}`);
      return readCounts(browser, code, countPlaywright);
    }),
  );
  return counts;
}

/** A step without counts of its own counts as one. */
function single(name: string, work: () => Promise<void>): Promise<Counts> {
  return step(name, async () => {
    await work();
    return once;
  });
}

/** Runs one step and says how long it took. */
async function step(name: string, work: () => Promise<Counts>): Promise<Counts> {
  if (isAborted) return failedOnce;
  const start = performance.now();
  const say = (counts: Counts) => {
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${counts.failed > 0 ? "✗" : "✓"} ${name.padEnd(34)} ${seconds.padStart(6)} s`);
    return counts;
  };
  try {
    return say(await work());
  } catch (error) {
    console.log(error instanceof PlainError ? error.message : error);
    return say(failedOnce);
  }
}

async function prepareTypes(): Promise<void> {
  await ensureClient();
  // Route types of an earlier build or development server may speak of pages that are gone.
  for (const folder of [".next/types", ".next/dev/types", `${testBuildFolder}/types`]) {
    rmSync(inProject(folder), { recursive: true, force: true });
  }
  await check(next, ["typegen"]);
}

async function provideChromium(): Promise<void> {
  process.env.CHROMIUM_PATH = await provideBrowser();
}

async function serveApp(): Promise<void> {
  served = await serveTestApp();
}

/** Silent when it succeeds. */
async function check(script: string, args: string[]): Promise<void> {
  current = startProgram(script, args, { output: "keep" });
  const code = await within(20 * minutes, current);
  if (code !== 0) throw new PlainError(current.output().trim());
}

async function show(script: string, args: string[], env: Record<string, string>): Promise<number> {
  current = startProgram(script, args, { env });
  return within(20 * minutes, current);
}

async function within(limit: number, program: Program): Promise<number> {
  const timer = setTimeout(() => {
    console.log(`Stopped: still running after ${limit / minutes} minutes.`);
    void stopProgram(program);
  }, limit);
  const code = await program.exit;
  clearTimeout(timer);
  return code;
}
