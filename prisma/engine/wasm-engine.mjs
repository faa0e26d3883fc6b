import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

// PostgreSQL's internal "char" type: the catalogue uses it, and the adapter does not know it.
const internalChar = 18;
const text = 25;

// Where the engine leaves its last words when it gives up.
let lastWords = "";
globalThis.PRISMA_WASM_PANIC_REGISTRY ??= {
  set_message(message) {
    lastWords = message;
  },
};
export const readLastWords = () => lastWords;

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
  const { queryRaw } = connection;
  connection.queryRaw = async (query) => {
    const characters = [];
    const reader = Object.create(connection);
    reader.performIO = async (given) => {
      const answer = await connection.performIO(given);
      for (const [at, field] of answer.fields.entries()) {
        if (field.dataTypeID !== internalChar) continue;
        field.dataTypeID = text;
        characters.push(at);
      }
      return answer;
    };
    const result = await queryRaw.call(reader, query);
    for (const at of characters) result.columnTypes[at] = ColumnTypeEnum.Character;
    return result;
  };
  // The adapter's own cuts a script at every semicolon, also inside the body of a function.
  connection.executeScript = async (script) => {
    await connection.underlyingDriver().query(script);
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
