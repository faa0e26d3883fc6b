import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { databaseNow } from "@/lib/server/clock";
import { sql } from "@/lib/server/database";
import { logger } from "@/lib/server/log";
import type { PortfolioContent } from "../content";
import { computePortfolio } from "./compute";

/** Computed within this time, it is computed again for whoever looks; slower ones are renewed behind the view. */
const QUICK_MS = 150;
const OLDEST_MINUTES = 15;

type Stored = { content: PortfolioContent; milliseconds: number; computedAt: Date; isCurrent: boolean };
export type PortfolioView = { content: PortfolioContent; computedAt: Date; isBeingRenewed: boolean };

/**
 * The stored snapshot while nothing was changed since (the audit chain's position tells). When something was: computed
 * now if that is quick, else the stored one is shown with its "as of" and `renew` is given to run after the answer.
 */
export async function readPortfolio(
  organization: OrganizationId,
  currency: string,
): Promise<{ view: PortfolioView; renew: (() => Promise<void>) | null }> {
  const stored = await findSnapshot(organization);
  if (stored?.isCurrent) return { view: { ...stored, isBeingRenewed: false }, renew: null };
  if (!stored || stored.milliseconds < QUICK_MS) {
    const content = await storeSnapshot(organization, currency);
    return { view: { content, computedAt: await databaseNow(), isBeingRenewed: false }, renew: null };
  }
  return { view: { ...stored, isBeingRenewed: true }, renew: () => renewOnce(organization, currency) };
}

async function findSnapshot(organization: OrganizationId): Promise<Stored | null> {
  const rows = await sql.rows<Stored>(
    `SELECT s.content, s.milliseconds, s.computed_at AS "computedAt",
       s.sequence = coalesce((SELECT sequence FROM audit_head WHERE organization_id = $1), 0)
         AND s.computed_at > steward_now() - interval '${OLDEST_MINUTES} minutes' AS "isCurrent"
     FROM portfolio_snapshot s WHERE s.organization_id = $1`,
    [organization],
  );
  return rows[0] ?? null;
}

async function storeSnapshot(organization: OrganizationId, currency: string): Promise<PortfolioContent> {
  const [position] = await sql.rows<{ sequence: number; month: string }>(
    `SELECT coalesce((SELECT sequence FROM audit_head WHERE organization_id = $1), 0) AS sequence, to_char(organization_today($1), 'YYYY-MM') AS month`,
    [organization],
  );
  const start = performance.now();
  const content = await computePortfolio({ organization, currency, thisMonth: position?.month ?? "" });
  await sql.rows(
    `INSERT INTO portfolio_snapshot (organization_id, sequence, content, milliseconds) VALUES ($1, $2, $3, $4)
     ON CONFLICT (organization_id) DO UPDATE SET sequence = EXCLUDED.sequence, content = EXCLUDED.content,
       milliseconds = EXCLUDED.milliseconds, computed_at = steward_now() WHERE portfolio_snapshot.sequence <= EXCLUDED.sequence`,
    [organization, position?.sequence ?? 0, JSON.stringify(content), Math.round(performance.now() - start)],
  );
  return content;
}

/** Of many who look at the same moment one computes: the others find the lock taken and leave. */
async function renewOnce(organization: OrganizationId, currency: string): Promise<void> {
  const client = await sql.client();
  try {
    const key = `portfolio:${organization}`;
    const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_lock(hashtext($1)) AS taken", [
      key,
    ]);
    if (!rows[0]?.taken) return;
    try {
      await storeSnapshot(organization, currency);
    } finally {
      await client.query("SELECT pg_advisory_unlock(hashtext($1))", [key]);
    }
  } catch (error) {
    logger.error({ error }, "The portfolio could not be renewed");
  } finally {
    client.release();
  }
}
