import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { ListToolbar } from "@/components/ui/list-toolbar";
import { Pager } from "@/components/ui/pager";
import type { ListColumn, ListDefinition, ListRow } from "@/lib/server/lists/definition";
import type { ListPage } from "@/lib/server/lists/read";
import type { ListRequest } from "@/lib/server/lists/request";

type ListViewProps<Columns extends Record<string, ListColumn>> = {
  list: ListDefinition<Columns>;
  page: ListPage<Columns>;
  request: ListRequest;
  /** The page's own address, without parameters. */
  basePath: string;
  caption: string;
  searchPlaceholder?: string;
  /** Key is the column's name in the list; what can be sorted there can be sorted here. */
  columns: readonly (Omit<Column<ListRow<Columns>>, "sort"> & { key: Extract<keyof Columns, string> | `$${string}` })[];
  rowHref?: (row: ListRow<Columns>) => string | undefined;
  /** For a list without any record at all. */
  empty: ReactNode;
  locale: string;
  /** Filters offered above the table; all with known values unless named. */
  filters?: readonly string[];
  toolbar?: ReactNode;
};

/** A list page's body: toolbar, table and pager, all from one definition; every state is an address. */
export function ListView<Columns extends Record<string, ListColumn>>(props: ListViewProps<Columns>) {
  const { list, page, request, basePath, caption, columns, rowHref, empty, locale } = props;
  const isFiltered = request.search !== "" || Object.keys(request.filters).length > 0;
  const sort = request.sort.descending ? `-${request.sort.by}` : request.sort.by;
  const isOwnSort = sort !== list.defaultSort;
  const keep: Record<string, string> = isOwnSort ? { sort } : {};
  const shown = props.filters ?? Object.keys(list.filters);
  const filters = shown.flatMap((name) => {
    const filter = list.filters[name];
    if (!filter?.values) return [];
    const value = request.filters[name];
    return [{ name, label: filter.label, options: filter.values, ...(value ? { value } : {}) }];
  });
  const hrefWith = (changes: Record<string, string>) =>
    addressOf(basePath, { ...parametersOf(request), ...keep, ...changes });
  const exported = addressOf(`/export/${list.name}`, { ...parametersOf(request), ...keep });
  if (page.rows.length === 0 && !isFiltered && !request.cursor) return <>{empty}</>;
  return (
    <>
      <ListToolbar
        {...(list.search
          ? { search: { value: request.search, placeholder: props.searchPlaceholder ?? "Search" } }
          : {})}
        filters={filters}
        keep={keep}
        exports={[{ href: exported, label: "CSV" }]}
      >
        {props.toolbar}
      </ListToolbar>
      <Card>
        <DataTable
          caption={caption}
          columns={columns.map((column) =>
            list.columns[column.key]?.sortable ? { ...column, sort: column.key } : column,
          )}
          rows={page.rows}
          rowKey={(row) => row.id}
          {...(rowHref ? { rowHref } : {})}
          sort={{
            by: request.sort.by,
            direction: request.sort.descending ? "desc" : "asc",
            hrefFor: (by, direction) => hrefWith({ sort: direction === "desc" ? `-${by}` : by }),
          }}
          empty={<p className="px-4 py-8 text-center text-ink-2">Nothing matches. Change or clear the filters.</p>}
        />
        <Pager
          from={page.rows.length === 0 ? 0 : page.from}
          to={page.rows.length === 0 ? 0 : page.from + page.rows.length - 1}
          {...(page.total.isMore ? { atLeast: page.total.count } : { total: page.total.count })}
          {...(page.previous ? { previousHref: hrefWith({ cursor: page.previous }) } : {})}
          {...(page.next ? { nextHref: hrefWith({ cursor: page.next }) } : {})}
          locale={locale}
        />
      </Card>
    </>
  );
}

function parametersOf(request: ListRequest): Record<string, string> {
  return { ...(request.search ? { q: request.search } : {}), ...request.filters };
}

function addressOf(path: string, parameters: Record<string, string>): string {
  const text = new URLSearchParams(parameters).toString();
  return text ? `${path}?${text}` : path;
}
