import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool, type PoolClient, types } from "pg";
import { environment } from "./environment";
import { type Prisma, PrismaClient } from "./generated/prisma/client";

// Dates are days, not instants: they stay text. Counts fit a number by far.
const typeParsers = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (oid === types.builtins.DATE) return (text: string) => text;
    if (oid === types.builtins.INT8) return (text: string) => Number(text);
    return types.getTypeParser(oid, format === "binary" ? "binary" : "text");
  },
};

type Held = { pool: Pool; prisma: PrismaClient };
// One set of connections per process, also when the development server loads this module anew.
const holder = globalThis as typeof globalThis & { stewardDatabase?: Held };

function connect(): Held {
  const { DATABASE_URL, DATABASE_CONNECTIONS } = environment();
  const pool = new Pool({
    connectionString: DATABASE_URL,
    max: DATABASE_CONNECTIONS,
    types: typeParsers as never,
    application_name: "steward",
  });
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on("error", () => undefined);
  const adapter = new PrismaPg({
    connectionString: DATABASE_URL,
    max: DATABASE_CONNECTIONS,
    application_name: "steward",
  });
  return { pool, prisma: new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 30_000 } }) };
}

function held(): Held {
  holder.stewardDatabase ??= connect();
  return holder.stewardDatabase;
}

/** Plain SQL through `pg`: the hottest lists, aggregates and COPY. */
export const sql = {
  async rows<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await held().pool.query<Row>(text, values)).rows;
  },
  async client(): Promise<PoolClient> {
    return held().pool.connect();
  },
};

/** Prisma's client, connected at its first use so that a build can load this module. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, property) => Reflect.get(held().prisma, property),
});

export type Transaction = Prisma.TransactionClient;
export { Prisma } from "./generated/prisma/client";

/** Ends all connections: for scripts and tests. */
export async function disconnect(): Promise<void> {
  const open = holder.stewardDatabase;
  holder.stewardDatabase = undefined;
  await Promise.all([open?.pool.end(), open?.prisma.$disconnect()]);
}
