// Entry of every npm script that is more than a line. It must run under the Node that the machine has, without any
// package: it installs what is missing and goes on under the Node that the project pins.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const packages = join(root, "node_modules");
const stamp = join(packages, ".steward-installed");

function hashLockfile() {
  const hash = createHash("sha256");
  for (const name of ["package-lock.json", "package.json"]) hash.update(readFileSync(join(root, name)));
  return `${hash.digest("hex")} ${process.platform}-${process.arch}`;
}

function isInstalled(wanted) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
}

/** npm leaves its own copy of the lock file: what somebody installed by hand a moment ago counts. */
function isInstalledByHand() {
  const own = join(packages, ".package-lock.json");
  if (!existsSync(own)) return false;
  const installed = JSON.parse(readFileSync(own, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === "" ||
      installed[path]?.version === entry.version ||
      (installed[path] === undefined && (entry.optional || entry.devOptional || entry.peer)),
  );
}

function runNpm(args) {
  const npm = process.env.npm_execpath;
  const options = ["--no-audit", "--no-fund", "--loglevel=error", "--include=dev"];
  const [program, list] = npm?.endsWith(".js") ? [process.execPath, [npm, ...args]] : ["npm", args];
  return spawnSync(program, [...list, ...options], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
}

function install() {
  const wanted = hashLockfile();
  if (isInstalled(wanted)) return;
  if (!isInstalledByHand()) {
    console.log("Installing packages …");
    const clean = runNpm(["ci"]);
    // A lock file that was written where the packages of other platforms cannot be seen lacks them; "ci" insists on them.
    const isIncomplete = clean.status !== 0 && clean.stderr.includes("from lock file");
    const answer = isIncomplete ? runNpm(["install", "--no-save"]) : clean;
    if (answer.status !== 0) {
      console.error(`${answer.stderr}The packages could not be installed: is the package registry reachable?`);
      process.exit(1);
    }
  }
  mkdirSync(packages, { recursive: true });
  writeFileSync(stamp, wanted);
}

function findPinnedNode() {
  const local = join(packages, "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  return existsSync(local) ? local : process.execPath;
}

/** Goes on under the pinned Node; signals reach it, and its exit code becomes ours. */
function continueUnder(node) {
  const child = spawn(node, process.argv.slice(1), { stdio: "inherit", env: process.env });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 1));
}

install();
const node = findPinnedNode();
const pinned = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).dependencies.node.split(".")[0];
if (process.versions.node.split(".")[0] === pinned) {
  const { runCommand } = await import("./command.ts");
  process.exit(await runCommand(process.argv.slice(2)));
} else {
  continueUnder(node);
}
