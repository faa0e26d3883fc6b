// A process of its own, on the fixture: 16 writers at once, first through the app's own functions (transaction, version,
// audit chain), then the same number of plain inserts of such an audit row. Prints both rates as JSON.
import { asOrganizationId, type MemberActor } from "@/lib/access/actor";
import { assemble } from "@/lib/assemble";
import { updateProcess } from "@/lib/processes/mutations";
import { disconnect, sql } from "@/lib/server/database";
import { keyOf } from "./fixture/keys";

const writers = 16;
const seconds = 4;

assemble();

const actor: MemberActor = {
  kind: "member",
  organizationId: asOrganizationId(keyOf(0, "organization", 1)),
  memberId: keyOf(0, "member", 1),
  personId: keyOf(0, "person", 1),
  name: "The bench",
  roles: ["operations"],
  scopes: null,
  requestId: null,
  ipAddress: null,
};

/** Lets all writers work for some seconds; writes per second. */
async function rate(write: (writer: number, turn: number) => Promise<void>): Promise<number> {
  let count = 0;
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let turn = 0; performance.now() < end; turn++) {
        await write(writer, turn);
        count += 1;
      }
    }),
  );
  return count / ((performance.now() - start) / 1000);
}

const versions = new Map<number, number>();
for (let writer = 0; writer < writers; writer++) {
  const rows = await sql.rows<{ version: number }>("SELECT version FROM process WHERE id = $1", [processOf(writer)]);
  versions.set(writer, rows[0]?.version ?? 1);
}

function processOf(writer: number): string {
  return keyOf(0, "process", 1000 + writer);
}

const audited = await rate(async (writer, turn) => {
  const version = versions.get(writer) ?? 1;
  const outcome = await updateProcess(actor, processOf(writer), version, { description: `Written ${version}.${turn}` });
  if (!outcome.ok) throw new Error(outcome.message);
  versions.set(writer, version + 1);
});

await sql.rows("DROP TABLE IF EXISTS bench_write");
await sql.rows("CREATE TABLE bench_write (LIKE audit_event INCLUDING ALL)");
const plain = await rate(async (writer, turn) => {
  await sql.rows(
    `INSERT INTO bench_write (organization_id, sequence, at, actor_kind, actor_name, action, subject_type, subject_id,
       subject_label, before, after, previous_hash, hash)
     VALUES ($1, $2, now(), 'member', 'The bench', 'process.update', 'process', $3, 'PRC-001000 Something', $4, $4, $5, $5)`,
    [
      actor.organizationId,
      writer * 1_000_000 + turn,
      processOf(writer),
      '{"description":"Written"}',
      "0123456789abcdef".repeat(4),
    ],
  );
});
await sql.rows("DROP TABLE bench_write");
await disconnect();
console.log(JSON.stringify({ audited, plain }));
process.exit(0);
