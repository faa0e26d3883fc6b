import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addUser, listUsers, releaseClaim, takeClaim } from "@/scripts/database/claims";
import { acquireEmbeddedDatabase, type EmbeddedDatabase, withClient } from "@/scripts/database/embedded";
import { isProcessAlive, waitForExit } from "@/scripts/database/processes";

let home: string;
let folder: string;
let open: EmbeddedDatabase[] = [];

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), "steward-embedded-")));
  // Open to pass through, so that as root, too, everything lies in here and goes with it.
  chmodSync(home, 0o711);
  folder = join(home, "data");
});

afterEach(async () => {
  for (const database of open) await database.release();
  open = [];
  rmSync(home, { recursive: true, force: true });
});

async function acquire(): Promise<EmbeddedDatabase> {
  const database = await acquireEmbeddedDatabase(folder, { isThrowaway: false, note: "a test" });
  open.push(database);
  return database;
}

const ask = (database: EmbeddedDatabase, question: string, name = "postgres") =>
  withClient(database.url(name), async (client) => (await client.query(question)).rows);

/** Asked of the server itself, so that it holds wherever its files are. */
function findServerProcess(database: EmbeddedDatabase): Promise<number> {
  return withClient(database.url("postgres"), async (client) => {
    const { rows } = await client.query("select pg_backend_pid() as pid");
    const status = readFileSync(`/proc/${rows[0]?.pid}/status`, "utf8");
    return Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1]);
  });
}

test("the role of the app has no power over the server, and the secrets are ours alone", async () => {
  const database = await acquire();
  const rows = await ask(
    database,
    "select rolsuper, rolcreaterole, rolbypassrls from pg_roles where rolname = current_user",
  );
  expect(rows).toEqual([{ rolsuper: false, rolcreaterole: false, rolbypassrls: false }]);
  expect(statSync(join(folder, "database.json")).mode & 0o077).toBe(0);
  const wrong = database.url("postgres").replace(/:[^:@]+@/, ":guessed@");
  await expect(withClient(wrong, async () => undefined)).rejects.toThrow(/password authentication failed/);
});

test("what was acknowledged is there after the server was killed, and it comes back on the same address", async () => {
  const database = await acquire();
  const address = database.url("postgres");
  await ask(database, "create database kept");
  await ask(database, "create table kept (id int primary key); insert into kept values (1)", "kept");
  const server = await findServerProcess(database);
  process.kill(server, "SIGKILL");
  await waitForExit(server, 5000);
  expect(await database.ensureRunning()).toBe(true);
  expect(await database.ensureRunning()).toBe(false);
  expect(database.url("postgres")).toBe(address);
  expect(await ask(database, "select id from kept", "kept")).toEqual([{ id: 1 }]);
});

test("the last one to leave stops the server; the next start uses the same port", async () => {
  const database = await acquire();
  const server = await findServerProcess(database);
  const address = database.url("postgres");
  await database.release();
  expect(isProcessAlive(server)).toBe(false);
  const again = await acquire();
  expect(again.url("postgres")).toBe(address);
});

test("a server whose starter was killed is taken over, not started twice", async () => {
  const first = await acquire();
  const server = await findServerProcess(first);
  // As after kill -9: the user's mark is there, its process is not.
  const users = join(folder, "database.users");
  rmSync(join(users, String(process.pid)));
  writeFileSync(join(users, "999999"), JSON.stringify({ pid: 999999, start: "1", note: "gone" }));
  const second = await acquire();
  expect(await findServerProcess(second)).toBe(server);
  expect(existsSync(join(users, "999999"))).toBe(true);
  expect(listUsers(users).map((user) => user.pid)).toEqual([process.pid]);
});

test("a claim is held once, by the living", () => {
  const claim = `${folder}.lock`;
  expect(takeClaim(claim, "first")).toEqual({ taken: true });
  expect(takeClaim(claim, "second")).toMatchObject({ taken: false, holder: { pid: process.pid, note: "first" } });
  releaseClaim(claim);
  expect(existsSync(claim)).toBe(false);
  writeFileSync(claim, JSON.stringify({ pid: process.pid, start: "of a process long gone", note: "stale" }));
  expect(takeClaim(claim, "third")).toEqual({ taken: true });
  releaseClaim(claim);
});

test("a mark of a number that another process has now does not count", () => {
  const users = `${folder}.users`;
  addUser(users, "here");
  writeFileSync(join(users, "1"), JSON.stringify({ pid: 1, start: "another time", note: "gone" }));
  expect(listUsers(users).map((user) => user.note)).toEqual(["here"]);
  rmSync(users, { recursive: true });
});
