import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { csvCell, csvLine } from "@/lib/shared/csv-cell";
import type { ListColumn, ListDefinition } from "./definition";
import { readList } from "./read";
import { type ListRequest, parseListRequest } from "./request";

const BATCH = 1000;

/** The whole list, in the page's order and with its filters, batch by batch: constant memory at any length. */
export async function* listAsCsv(
  list: ListDefinition<Record<string, ListColumn>>,
  organization: OrganizationId,
  request: ListRequest,
): AsyncGenerator<string> {
  const columns = Object.entries(list.columns).filter(([, column]) => !column.internal);
  yield `\uFEFF${csvLine(columns.map(([, column]) => csvCell(column.label)))}`;
  let next: ListRequest | null = { ...request, limit: BATCH, cursor: null };
  const sort = `${request.sort.descending ? "-" : ""}${request.sort.by}`;
  while (next) {
    const page: Awaited<ReturnType<typeof readList>> = await readList(list, organization, next, { count: false });
    yield page.rows
      .map((row) =>
        csvLine(
          columns.map(([key, column]) => csvCell(row[key], column.kind === "decimal" || column.kind === "count")),
        ),
      )
      .join("");
    const cursor = page.next ? parseListRequest(list, { sort, cursor: page.next }).request.cursor : null;
    next = cursor ? { ...next, cursor } : null;
  }
}
