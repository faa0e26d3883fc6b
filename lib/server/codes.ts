import "server-only";
import type { Transaction } from "./database";

/** `ENG-0007`: the next free code of a kind, without gaps to worry about and safe against races. */
export async function nextCode(tx: Transaction, organizationId: string, prefix: string): Promise<string> {
  return `${prefix}-${String(await nextNumber(tx, organizationId, prefix, 0)).padStart(4, "0")}`;
}

/** `RFP-2026-004`: numbered anew each year. */
export async function nextYearCode(
  tx: Transaction,
  organizationId: string,
  prefix: string,
  year: number,
): Promise<string> {
  return `${prefix}-${year}-${String(await nextNumber(tx, organizationId, prefix, year)).padStart(3, "0")}`;
}

async function nextNumber(tx: Transaction, organizationId: string, kind: string, year: number): Promise<number> {
  const rows = await tx.$queryRaw<{ value: number }[]>`
    INSERT INTO counter (organization_id, kind, year, value) VALUES (${organizationId}::uuid, ${kind}, ${year}, 1)
    ON CONFLICT (organization_id, kind, year) DO UPDATE SET value = counter.value + 1 RETURNING value`;
  const value = rows[0]?.value;
  if (value === undefined) throw new Error(`No number was given for ${kind}.`);
  return value;
}
