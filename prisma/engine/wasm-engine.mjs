import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

// PostgreSQL's internal "char" type, which the catalogue uses and the adapter does not know; as text it reads the same.
const internalChar = 18;
const text = 25;

let loading;

async function loadBindings() {
  const file = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(file), { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings.SchemaEngine;
}

function readAsText(result) {
  for (const field of result?.fields ?? []) if (field.dataTypeID === internalChar) field.dataTypeID = text;
  return result;
}

/** The adapter with two repairs: it reads the catalogue's "char", and runs a script whole. */
class SchemaAdapter extends PrismaPg {
  async connect() {
    return repair(await super.connect());
  }
  async connectToShadowDb() {
    return repair(await super.connectToShadowDb());
  }
}

function repair(connection) {
  const pool = connection.underlyingDriver();
  const query = pool.query.bind(pool);
  pool.query = async (...given) => readAsText(await query(...given));
  // The adapter's own cuts a script at every semicolon, also inside the body of a function.
  connection.executeScript = async (script) => {
    await query(script);
  };
  return connection;
}

/** Prisma's schema engine, in this process. */
export async function openSchemaEngine({ url, datamodels }) {
  loading ??= loadBindings();
  const SchemaEngine = await loading;
  const pool = new pg.Pool({ connectionString: url ?? "postgresql://none@127.0.0.1:1/none", max: 2 });
  const factory = bindMigrationAwareSqlAdapterFactory(new SchemaAdapter(pool));
  const engine = await SchemaEngine.new({ datamodels }, () => {}, factory);
  return { engine, close: () => pool.end() };
}
