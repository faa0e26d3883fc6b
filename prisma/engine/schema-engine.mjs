#!/usr/bin/env node
// Prisma's command line talks to a "schema engine" program that it would download at first use, from a host that
// many firewalls block. This program speaks the same protocol (one JSON-RPC message a line on stdin and stdout)
// and answers with the official WebAssembly build of that engine, which comes from the package registry.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { openSchemaEngine, readLastWords } from "./wasm-engine.mjs";

function readOption(name) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

function readDatamodels() {
  const file = readOption("datamodels");
  if (!file) return undefined;
  const parsed = JSON.parse(readFileSync(file, "utf8"));
  const list = Array.isArray(parsed) ? parsed : (parsed.files ?? []);
  return list.map((entry) => (Array.isArray(entry) ? entry : [entry.path, entry.content]));
}

function readDatabaseUrl() {
  const source = readOption("datasource");
  if (!source) return process.env.DATABASE_URL;
  const parsed = JSON.parse(source);
  return parsed.url ?? process.env.DATABASE_URL;
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

let opened;
let nextId = 1;
const openEngine = () => {
  opened ??= openSchemaEngine({ url: readDatabaseUrl(), datamodels: readDatamodels() });
  return opened;
};

async function answer({ id, method, params }) {
  const { engine } = await openEngine();
  if (method === "getDatabaseVersion") return { id, result: await engine.version(params) };
  if (typeof engine[method] !== "function") {
    return { id, error: { code: -32601, message: `The schema engine has no method ${method}.` } };
  }
  const result = await engine[method](params);
  // The program prints a difference itself; the library hands it back.
  if (method === "diff" && result?.stdout) {
    send({ id: nextId++, method: "print", params: { content: result.stdout } });
    return { id, result: { ...result, stdout: null } };
  }
  return { id, result: result ?? {} };
}

function describeFailure(id, error) {
  const known = parseKnownError(error);
  const data = { is_panic: false, message: known.message, meta: known.meta ?? null, error_code: known.code ?? null };
  return { id, error: { code: 4466, message: "An error happened. Check the data field for details.", data } };
}

function parseKnownError(error) {
  const message = String(error?.message ?? error);
  const code = error?.code ?? error?.error_code;
  return { message, code, meta: error?.meta };
}

let answering = null;
// When the engine gives up, the promise of its answer stays open for ever: the caller hears it from here.
process.on("uncaughtException", (error) => {
  send(describeFailure(answering, new Error(readLastWords() || error.message)));
  process.exit(1);
});

let queue = Promise.resolve();
const input = createInterface({ input: process.stdin });
input.on("line", (line) => {
  if (line.trim() === "") return;
  const request = JSON.parse(line);
  if (!request.method) return; // an answer to a print of ours
  queue = queue.then(async () => {
    answering = request.id;
    try {
      send(await answer(request));
    } catch (error) {
      send(describeFailure(request.id, error));
    }
  });
});
input.on("close", async () => {
  await queue;
  const ready = await opened?.catch(() => undefined);
  await ready?.close();
  process.exit(0);
});
