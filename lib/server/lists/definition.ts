import type { Right } from "@/lib/access/rights";

export type ColumnKind = "text" | "decimal" | "count" | "date" | "instant" | "boolean";

/**
 * A column of a list. `sql` and `from` are constants of our code, never input. A sortable column that can be null says
 * so: paging past nulls needs another condition than the row comparison that an index answers directly.
 */
export type ListColumn = {
  label: string;
  sql: string;
  kind: ColumnKind;
  sortable?: boolean;
  /** The SQL type of the expression where it is not the kind's own: the name of an enum. */
  cast?: string;
  nullable?: boolean;
  /** What an index sorts by where that is not `sql` itself: `coalesce(p.cost, -1)` puts missing figures at one end. */
  order?: string;
  /** Selected for the page, left out of the export. */
  internal?: boolean;
};

export type ListFilter = {
  label: string;
  /** A condition with one `?` for the value: `p.state = ?::process_state`. */
  where: string;
  /** The only values accepted; left out: any text up to 200 characters (an id, a month). */
  values?: readonly { value: string; label: string }[];
  shape?: "uuid" | "text";
};

export type ListDefinition<Columns extends Record<string, ListColumn> = Record<string, ListColumn>> = {
  /** Also the file name of the export and the path segment of /export/<name>. */
  name: string;
  right: Right;
  from: string;
  /** The column that holds the organization's id: every query is bound to it. */
  organization: string;
  /** Unique, breaks ties of every sort. */
  id: string;
  columns: Columns;
  filters: Record<string, ListFilter>;
  /** Text to look in: must be the expression of a trigram index where the list can be long. */
  search?: string;
  /** A condition that always holds, without input. */
  where?: string;
  /** Column key, with `-` in front for descending. */
  defaultSort: string;
};

type ValueOf<Column extends ListColumn> = Column["kind"] extends "count"
  ? number | null
  : Column["kind"] extends "boolean"
    ? boolean | null
    : string | null;

export type ListRow<Columns extends Record<string, ListColumn>> = { id: string } & {
  [Key in keyof Columns]: ValueOf<Columns[Key]>;
};

export function defineList<const Columns extends Record<string, ListColumn>>(
  list: ListDefinition<Columns>,
): ListDefinition<Columns> {
  return list;
}
