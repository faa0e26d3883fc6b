import { openDatabase, prepareEnvironment } from "../environment.ts";

/** Applies the migrations that the database does not have yet. */
export async function run(): Promise<number> {
  prepareEnvironment(process.env.NODE_ENV === "production" ? "production" : "development");
  const database = await openDatabase("npm run db:deploy");
  await database.close();
  console.log("The database is up to date.");
  return 0;
}
