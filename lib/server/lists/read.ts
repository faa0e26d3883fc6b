import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { sql } from "../database";
import type { ListColumn, ListDefinition, ListRow } from "./definition";
import { type Cursor, encodeCursor, type ListRequest } from "./request";

/** Counting stops here: beyond it a person filters, and the count would cost more than the page. */
const COUNT_LIMIT = 1000;

export type ListPage<Columns extends Record<string, ListColumn>> = {
  rows: ListRow<Columns>[];
  /** Number of the first row. */
  from: number;
  /** Cursors for the next and the previous page; null at the ends. */
  next: string | null;
  previous: string | null;
  total: { count: number; isMore: boolean };
};

type Clause = { text: string; values: unknown[] };
const CAST: Record<ListColumn["kind"], string> = {
  text: "text",
  decimal: "numeric",
  count: "bigint",
  date: "date",
  instant: "timestamptz",
  boolean: "boolean",
};

/** One page by keyset: as fast on the last page as on the first. */
export async function readList<Columns extends Record<string, ListColumn>>(
  list: ListDefinition<Columns>,
  organization: OrganizationId,
  request: ListRequest,
  options: { count?: boolean } = {},
): Promise<ListPage<Columns>> {
  const matching = matchingClause(list, organization, request);
  const [rows, counted] = await Promise.all([
    readRows(list, matching, request),
    options.count === false ? 0 : countRows(list, matching),
  ]);
  const { page, hasMore } = trim(rows, request);
  const back = request.cursor?.back ?? false;
  const from = request.cursor?.from ?? 1;
  const cursorAt = (row: RawRow | undefined, place: Pick<Cursor, "back" | "from">, exists: boolean) =>
    row && exists ? encodeCursor(list, request.sort, { value: row.sort_value, id: row.id, ...place }) : null;
  return {
    from,
    rows: page.map(({ sort_value: _, ...row }) => row as unknown as ListRow<Columns>),
    next: cursorAt(page.at(-1), { back: false, from: from + page.length }, back ? true : hasMore),
    previous: cursorAt(
      page[0],
      { back: true, from: Math.max(1, from - request.limit) },
      back ? hasMore : request.cursor !== null,
    ),
    total: { count: Math.min(counted, COUNT_LIMIT), isMore: counted > COUNT_LIMIT },
  };
}

type RawRow = Record<string, unknown> & { id: string; sort_value: string | null };

function trim(rows: RawRow[], request: ListRequest): { page: RawRow[]; hasMore: boolean } {
  const hasMore = rows.length > request.limit;
  const page = hasMore ? rows.slice(0, request.limit) : rows;
  return { page: request.cursor?.back ? page.reverse() : page, hasMore };
}

function matchingClause(list: ListDefinition, organization: OrganizationId, request: ListRequest): Clause {
  const values: unknown[] = [organization];
  const conditions = [`${list.organization} = $1::uuid`];
  if (list.where) conditions.push(`(${list.where})`);
  if (request.search && list.search) {
    for (const word of request.search.split(/\s+/).slice(0, 8)) {
      values.push(`%${word.replace(/[\\%_]/g, "\\$&")}%`);
      conditions.push(`${list.search} ILIKE $${values.length}`);
    }
  }
  for (const [name, value] of Object.entries(request.filters)) {
    const filter = list.filters[name];
    if (!filter) continue;
    values.push(value);
    conditions.push(`(${filter.where.replaceAll("?", `$${values.length}`)})`);
  }
  return { text: conditions.join(" AND "), values };
}

function readRows(list: ListDefinition, matching: Clause, request: ListRequest): Promise<RawRow[]> {
  const column = list.columns[request.sort.by];
  if (!column) throw new Error(`${list.name} has no column ${request.sort.by}.`);
  const isDescending = request.sort.descending !== (request.cursor?.back ?? false);
  const values = [...matching.values];
  const past = request.cursor ? ` AND ${pastCursor(list, column, request, values)}` : "";
  values.push(request.limit + 1);
  const direction = isDescending ? "DESC" : "ASC";
  // Nulls come last in both directions of a list; a page read backwards meets them first.
  const nulls = column.nullable ? (request.cursor?.back ? " NULLS FIRST" : " NULLS LAST") : "";
  const selected = Object.entries(list.columns).map(
    ([key, { sql: text, kind }]) => `${selectedAs(text, kind)} AS "${key}"`,
  );
  return sql.rows<RawRow>(
    `SELECT ${list.id} AS id, (${orderOf(column)})::text AS sort_value, ${selected.join(", ")} FROM ${list.from}
     WHERE ${matching.text}${past} ORDER BY ${orderOf(column)} ${direction}${nulls}, ${list.id} ${direction} LIMIT $${values.length}`,
    values,
  );
}

function selectedAs(text: string, kind: ListColumn["kind"]): string {
  if (kind === "instant") return `to_char((${text}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return kind === "decimal" ? `trim_scale(${text})::text` : kind === "text" ? `(${text})::text` : text;
}

function orderOf(column: ListColumn): string {
  return column.order ?? column.sql;
}

function pastCursor(list: ListDefinition, column: ListColumn, request: ListRequest, values: unknown[]): string {
  const cursor = request.cursor as Cursor;
  const sign = request.sort.descending === cursor.back ? ">" : "<";
  values.push(cursor.value, cursor.id);
  const order = orderOf(column);
  const value = `$${values.length - 1}::${column.cast ?? CAST[column.kind]}`;
  const id = `$${values.length}::uuid`;
  if (!column.nullable) return `(${order}, ${list.id}) ${sign} (${value}, ${id})`;
  const tie = `${list.id} ${sign} ${id}`;
  if (cursor.value === null) {
    const beyond = cursor.back ? ` OR ${order} IS NOT NULL` : "";
    return `(${value} IS NULL AND ((${order} IS NULL AND ${tie})${beyond}))`;
  }
  const beyond = cursor.back ? "" : ` OR ${order} IS NULL`;
  return `(${order} ${sign} ${value} OR (${order} = ${value} AND ${tie})${beyond})`;
}

async function countRows(list: ListDefinition, matching: Clause): Promise<number> {
  const rows = await sql.rows<{ count: number }>(
    `SELECT count(*) FROM (SELECT 1 FROM ${list.from} WHERE ${matching.text} LIMIT ${COUNT_LIMIT + 1}) AS counted`,
    matching.values,
  );
  return rows[0]?.count ?? 0;
}
