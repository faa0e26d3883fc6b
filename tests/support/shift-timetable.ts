import { Client } from "pg";

/** `npm test` says which database the served app works on; for a server of one's own it is said by hand. */
const databaseUrl = process.env.STEWARD_E2E_DATABASE_URL ?? process.env.DATABASE_URL;

/**
 * Ends the time for bids of a published RFP: a test cannot wait for a deadline, and the app (rightly) never shortens a
 * published one. What was submitted before stays before it.
 */
export async function endTimeForBids(rfpId: string): Promise<void> {
  if (!databaseUrl) throw new Error("Set STEWARD_E2E_DATABASE_URL to the database of the served app.");
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `UPDATE rfp SET questions_until = clock_timestamp() - interval '3 milliseconds',
                      answers_until = clock_timestamp() - interval '2 milliseconds',
                      bids_until = clock_timestamp() - interval '1 millisecond',
                      opening_at = clock_timestamp()
       WHERE id = $1 AND state = 'published'`,
      [rfpId],
    );
    if (rowCount !== 1) throw new Error("There is no such published RFP in this database.");
  } finally {
    await client.end();
  }
}
