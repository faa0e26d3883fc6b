import "server-only";
import { sql } from "./database";

// What nobody can use any more. Sessions stay ninety days, because where an account was used before counts at sign-in.
const STATEMENTS = [
  "DELETE FROM session WHERE expires_at < steward_now() - interval '90 days'",
  "DELETE FROM password_reset WHERE expires_at < steward_now() - interval '30 days'",
  "DELETE FROM idempotency_key WHERE created_at < steward_now() - interval '7 days'",
  "DELETE FROM rate_limit WHERE expire < (extract(epoch FROM steward_now()) - 3600) * 1000",
];

/** Run by every worker now and then; several at once do no harm. */
export async function cleanUp(): Promise<void> {
  for (const statement of STATEMENTS) await sql.rows(statement);
}
