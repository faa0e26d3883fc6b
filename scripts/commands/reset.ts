import { ensureClient } from "../build.ts";
import { PlainError } from "../database/plain-error.ts";
import { databaseName, openEmbedded, prepareEnvironment, usesOwnDatabase } from "../environment.ts";
import { createDatabaseWithSample } from "../sample.ts";

/** Throws the embedded database's content away and begins again, with the sample organization. */
export async function run(): Promise<number> {
  prepareEnvironment("development");
  if (usesOwnDatabase()) throw new PlainError("Only the embedded database can be reset: DATABASE_URL is set.");
  const embedded = await openEmbedded("npm run db:reset");
  try {
    await ensureClient();
    await createDatabaseWithSample(embedded.url, databaseName, true);
    console.log("The database is as new.");
  } finally {
    await embedded.release();
  }
  return 0;
}
