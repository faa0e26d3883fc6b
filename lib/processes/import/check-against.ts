import "server-only";
import type { CsvProblems } from "@/lib/exchange/csv/problems";
import { findCircles, type TreeEntry } from "./check-tree";
import { type ImportKey, type ImportMapping, importColumns } from "./columns";
import type { FileRead, RowNote } from "./read-file";

/** What there is already, by code. */
export type KnownProcess = { code: string; parentCode: string | null; state: string; ownerId: string | null };
export type KnownMember = { id: string; email: string; isActive: boolean };

export type Querier = { query<Row extends object>(text: string, values: unknown[]): Promise<{ rows: Row[] }> };

export async function readInventory(client: Querier, organizationId: string) {
  const processes = await client.query<KnownProcess>(
    `SELECT p.code, above.code AS "parentCode", p.state, p.owner_id AS "ownerId"
     FROM process p LEFT JOIN process above ON above.id = p.parent_id WHERE p.organization_id = $1`,
    [organizationId],
  );
  const members = await client.query<KnownMember>(
    `SELECT m.id, o.email, m.state = 'active' AS "isActive" FROM member m JOIN person o ON o.id = m.person_id
     WHERE m.organization_id = $1 ORDER BY m.state DESC`,
    [organizationId],
  );
  return {
    processes: new Map(processes.rows.map((row) => [row.code, row])),
    members: new Map(members.rows.map((row) => [row.email, row])),
  };
}
export type Inventory = Awaited<ReturnType<typeof readInventory>>;

/** Adds what is wrong with the rows in view of the inventory: parents, circles, owners, states. */
export function checkAgainst(read: FileRead, inventory: Inventory): void {
  const { notes, mapping, problems } = read;
  const add = (line: number, key: ImportKey, reason: string) =>
    problems.add(line, mapping[key] ?? importColumns[key].label, reason);
  for (const [code, note] of notes) {
    const known = inventory.processes.get(code);
    if (mapping.parentCode) checkParent(note, code, read, inventory, (reason) => add(note.line, "parentCode", reason));
    if (note.ownerEmail) {
      const member = inventory.members.get(note.ownerEmail);
      if (!member || (!member.isActive && member.id !== known?.ownerId))
        add(note.line, "ownerEmail", `no member of your organization has the address ${note.ownerEmail}.`);
    }
    if (known && note.state && note.state !== known.state)
      add(note.line, "state", `${code} is ${known.state} here. Retire or restore it on its own page.`);
  }
  if (mapping.parentCode) checkCircles(read, mapping, inventory, problems);
}

function checkParent(
  note: RowNote,
  code: string,
  { notes }: FileRead,
  inventory: Inventory,
  refuse: (reason: string) => void,
): void {
  if (note.parentCode === null || note.parentCode === code) return;
  const known = inventory.processes.get(note.parentCode);
  const inFile = notes.get(note.parentCode);
  if (!known && !inFile) {
    refuse(`there is no process ${note.parentCode}, neither here nor in the file.`);
    return;
  }
  const state = known?.state ?? inFile?.state ?? "active";
  const own = inventory.processes.get(code)?.state ?? note.state ?? "active";
  if (state === "retired" && own === "active") refuse(`${note.parentCode} is retired and takes no activities.`);
}

function checkCircles({ notes }: FileRead, mapping: ImportMapping, inventory: Inventory, problems: CsvProblems): void {
  const tree = new Map<string, TreeEntry>();
  for (const [code, process] of inventory.processes) tree.set(code, { line: null, parentCode: process.parentCode });
  for (const [code, note] of notes) tree.set(code, { line: note.line, parentCode: note.parentCode });
  const header = mapping.parentCode ?? importColumns.parentCode.label;
  for (const { code, line } of findCircles(tree)) problems.add(line, header, `${code} would be a part of itself.`);
}
