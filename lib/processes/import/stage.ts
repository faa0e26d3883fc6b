import "server-only";
import type { PoolClient } from "pg";
import { type ImportKey, type ImportMapping, importColumns, importKeys } from "./columns";
import type { NumberedRow } from "./read-file";

// Names of columns are constants of ours; whatever a file says goes through parameters.
const TYPED = importKeys.map((key) => `"${key}" ${key === "parentCode" ? "text" : importColumns[key].type}`).join(", ");
const NAMES = importKeys.map((key) => `"${key}"`).join(", ");

export async function openStage(client: PoolClient): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE process_stage (line integer, ${TYPED}, id uuid, parent_id uuid, owner_id uuid, is_new boolean) ON COMMIT DROP`,
  );
}

const BATCH = 5000;

export async function stageRows(client: PoolClient, rows: NumberedRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    await client.query(
      `INSERT INTO process_stage (line, ${NAMES}) SELECT line, ${NAMES} FROM jsonb_to_recordset($1::jsonb) AS row (line integer, ${TYPED})`,
      [JSON.stringify(rows.slice(start, start + BATCH))],
    );
  }
}

/** Finds out which rows are new and turns codes and addresses into ids. */
export async function resolveStage(client: PoolClient, organizationId: string): Promise<void> {
  await client.query("ANALYZE process_stage");
  await client.query(
    `UPDATE process_stage s SET id = coalesce(p.id, gen_random_uuid()), is_new = p.id IS NULL
     FROM process_stage me LEFT JOIN process p ON p.organization_id = $1 AND p.code = me.code WHERE me.line = s.line`,
    [organizationId],
  );
  await client.query(
    `UPDATE process_stage s SET parent_id = coalesce(above.id, p.id)
     FROM process_stage me LEFT JOIN process_stage above ON above.code = me."parentCode"
       LEFT JOIN process p ON p.organization_id = $1 AND p.code = me."parentCode"
     WHERE me.line = s.line AND me."parentCode" IS NOT NULL`,
    [organizationId],
  );
  await client.query(
    `UPDATE process_stage s SET owner_id = m.id FROM member m JOIN person o ON o.id = m.person_id
     WHERE m.organization_id = $1 AND o.email = s."ownerEmail"`,
    [organizationId],
  );
}

/** Where the value of a field stands in the stage; a new process gets a value for each, mapped or not. */
function staged(key: ImportKey): string {
  if (key === "parentCode") return "s.parent_id";
  if (key === "ownerEmail") return "s.owner_id";
  const { type } = importColumns[key];
  if (type.endsWith("[]")) return `coalesce(s."${key}", '{}')`;
  if (type === "boolean") return `coalesce(s."${key}", false)`;
  if (type === "jsonb") return `coalesce(s."${key}", '[]')`;
  if (key === "state") return `coalesce(s."state", 'active')`;
  return type === "text" && key !== "code" && key !== "name" ? `coalesce(s."${key}", '')` : `s."${key}"`;
}

function present(key: ImportKey): string {
  const column = `p.${importColumns[key].column}`;
  return importColumns[key].type.endsWith("[]") ? `coalesce(${column}, '{}')` : column;
}

export async function insertNew(client: PoolClient, organizationId: string): Promise<number> {
  const columns = importKeys.map((key) => importColumns[key].column).join(", ");
  const inserted = await client.query(
    `INSERT INTO process (id, organization_id, ${columns})
     SELECT s.id, $1::uuid, ${importKeys.map(staged).join(", ")} FROM process_stage s WHERE s.is_new`,
    [organizationId],
  );
  return inserted.rowCount ?? 0;
}

/** Only rows that differ, so that a file brought in again changes nothing. What is not mapped stays as it is. */
export async function updateKnown(client: PoolClient, organizationId: string, mapping: ImportMapping): Promise<number> {
  const keys = importKeys.filter((key) => mapping[key] && key !== "code" && key !== "state");
  const updated = await client.query(
    `UPDATE process p SET version = p.version + 1, updated_at = steward_now(),
       ${keys.map((key) => `${importColumns[key].column} = ${staged(key)}`).join(", ")}
     FROM process_stage s WHERE p.id = s.id AND p.organization_id = $1 AND NOT s.is_new
       AND (${keys.map(present).join(", ")}) IS DISTINCT FROM (${keys.map(staged).join(", ")})`,
    [organizationId],
  );
  return updated.rowCount ?? 0;
}

/** The sequence of codes goes on behind the highest that came in. */
export async function raiseCounter(client: PoolClient, organizationId: string): Promise<void> {
  await client.query(
    `INSERT INTO counter (organization_id, kind, year, value)
     SELECT $1, 'PRC', 0, max(substring(code FROM '^PRC-(\\d{1,8})$')::integer) FROM process_stage
     WHERE code ~ '^PRC-\\d{1,8}$' HAVING count(*) > 0
     ON CONFLICT (organization_id, kind, year) DO UPDATE SET value = greatest(counter.value, excluded.value)`,
    [organizationId],
  );
}
