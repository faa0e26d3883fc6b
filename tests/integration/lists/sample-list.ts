import { asOrganizationId, type OrganizationId } from "@/lib/access/actor";
import { sql } from "@/lib/server/database";
import { defineList } from "@/lib/server/lists/definition";

/** A list of every kind of column, with nulls and ties in each that may have them. */
export const sampleList = defineList({
  name: "samples",
  right: "process:read",
  from: "list_sample s",
  organization: "s.organization_id",
  id: "s.id",
  columns: {
    name: { label: "Name", sql: "s.name", kind: "text", sortable: true },
    state: { label: "State", sql: "s.state", kind: "text", sortable: true, cast: "process_state" },
    amount: { label: "Amount", sql: "s.amount", kind: "decimal", sortable: true, nullable: true },
    lifted: {
      label: "Amount, none first",
      sql: "s.amount",
      order: "coalesce(s.amount, -1)",
      kind: "decimal",
      sortable: true,
    },
    grade: { label: "Grade", sql: "s.grade", kind: "count", sortable: true, nullable: true },
    day: { label: "Day", sql: "s.day", kind: "date", sortable: true, nullable: true },
    happened: { label: "Happened", sql: "s.happened_at", kind: "instant", sortable: true, nullable: true },
    isFlagged: { label: "Flagged", sql: "s.is_flagged", kind: "boolean", sortable: true },
    secret: { label: "Secret", sql: "s.name", kind: "text", internal: true },
  },
  filters: {
    state: {
      label: "Any state",
      where: "s.state = ?::process_state",
      values: [
        { value: "active", label: "Active" },
        { value: "retired", label: "Retired" },
      ],
    },
    either: { label: "Name or grade", where: "s.name = ? OR s.grade::text = ?" },
    parent: { label: "Part of", where: "s.id = ?::uuid", shape: "uuid" },
  },
  search: "s.name",
  defaultSort: "name",
});

export const own = asOrganizationId("019a0000-0000-7000-8000-000000000001");
export const foreign = asOrganizationId("019a0000-0000-7000-8000-000000000002");

export async function makeSampleTable(): Promise<void> {
  await sql.rows(`CREATE TABLE list_sample (id uuid PRIMARY KEY, organization_id uuid NOT NULL, name text NOT NULL,
    state process_state NOT NULL, amount numeric(20, 4), grade int, day date, happened_at timestamptz, is_flagged boolean NOT NULL)`);
}

/** Sixty rows and a few: each third value is missing, each value comes several times. */
export async function addSamples(organization: OrganizationId, names: readonly string[]): Promise<void> {
  await sql.rows(
    `INSERT INTO list_sample
     SELECT gen_random_uuid(), $1, name, (ARRAY['active', 'active', 'retired'])[1 + i % 3]::process_state,
       CASE WHEN i % 3 > 0 THEN (i % 5) * 1.25 END, CASE WHEN i % 4 > 0 THEN i % 6 END,
       CASE WHEN i % 5 > 0 THEN date '2026-01-28' + (i % 7)::int END,
       CASE WHEN i % 6 > 0 THEN timestamptz '2026-03-29 00:59:59.123456+00' + make_interval(secs => (i % 9) / 1000.0) END, i % 2 = 0
     FROM unnest($2::text[]) WITH ORDINALITY AS given(name, i)`,
    [organization, names],
  );
}
