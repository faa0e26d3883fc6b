import { createHmac, timingSafeEqual } from "node:crypto";
import { environment } from "../environment";
import { isUnsafeText } from "../unsafe-text";
import type { ListColumn, ListDefinition } from "./definition";

export const PAGE_SIZE = 50;
const LARGEST = 200;

/** Where a page goes on: after (or, read backwards, before) this row; `from` is the number of its own first row. */
export type Cursor = { value: string | null; id: string; back: boolean; from: number };
export type ListRequest = {
  search: string;
  sort: { by: string; descending: boolean };
  filters: Record<string, string>;
  limit: number;
  cursor: Cursor | null;
};

export type Parameters = URLSearchParams | Record<string, string | string[] | undefined>;
export type RequestProblem = { parameter: string; message: string };

type AnyList = ListDefinition<Record<string, ListColumn>>;
const OWN = ["q", "sort", "limit", "cursor"];
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function entriesOf(parameters: Parameters): [string, string][] {
  if (parameters instanceof URLSearchParams) return [...parameters.entries()];
  return Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? (value[0] ?? "") : value] as [string, string]],
  );
}

/**
 * Reads search, filters, sort and cursor. A page passes over what it does not know (old links keep working); a program
 * gets every problem told.
 */
export function parseListRequest(
  list: AnyList,
  parameters: Parameters,
): { request: ListRequest; problems: RequestProblem[] } {
  const problems: RequestProblem[] = [];
  const request: ListRequest = {
    search: "",
    sort: parseSort(list.defaultSort),
    filters: {},
    limit: PAGE_SIZE,
    cursor: null,
  };
  // The cursor last: whether it was given out for this order is known when the order is.
  const entries = entriesOf(parameters).sort(([a], [b]) => Number(a === "cursor") - Number(b === "cursor"));
  for (const [name, value] of entries) {
    if (value === "") continue;
    if (isUnsafeText(value) || isUnsafeText(name)) {
      problems.push({ parameter: name, message: "This text holds a character that no record can hold." });
      continue;
    }
    const problem = OWN.includes(name) ? readOwn(list, request, name, value) : readFilter(list, request, name, value);
    if (problem) problems.push({ parameter: name, message: problem });
  }
  return { request, problems };
}

function parseSort(text: string): ListRequest["sort"] {
  return { by: text.replace(/^-/, ""), descending: text.startsWith("-") };
}

function readOwn(list: AnyList, request: ListRequest, name: string, value: string): string | null {
  if (name === "q") {
    request.search = value.trim().slice(0, 200);
    return null;
  }
  if (name === "sort") {
    const sort = parseSort(value);
    if (!Object.hasOwn(list.columns, sort.by) || !list.columns[sort.by]?.sortable)
      return `One of ${sortable(list).join(", ")}, with "-" in front for descending.`;
    request.sort = sort;
    return null;
  }
  if (name === "limit") {
    const limit = Number(value);
    if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST) return `A whole number from 1 to ${LARGEST}.`;
    request.limit = limit;
    return null;
  }
  request.cursor = decodeCursor(list, request.sort, value);
  return request.cursor ? null : "This cursor is not one that was given out.";
}

function sortable(list: AnyList): string[] {
  return Object.keys(list.columns).filter((key) => list.columns[key]?.sortable);
}

function readFilter(list: AnyList, request: ListRequest, name: string, value: string): string | null {
  const filter = Object.hasOwn(list.filters, name) ? list.filters[name] : undefined;
  if (!filter) return "This parameter is not known here.";
  if (filter.values && !filter.values.some((known) => known.value === value)) {
    return `One of ${filter.values.map((known) => known.value).join(", ")}.`;
  }
  if (filter.shape === "uuid" && !UUID.test(value)) return "An id is expected.";
  if (value.length > 200) return "At most 200 characters.";
  request.filters[name] = value;
  return null;
}

/**
 * Signed for its list and order, because its value goes into a comparison with that column: text made up by somebody,
 * or a place in another order, is refused here and never reaches the database.
 */
export function encodeCursor(list: AnyList, sort: ListRequest["sort"], cursor: Cursor): string {
  const place = JSON.stringify([cursor.value, cursor.id, cursor.back ? 1 : 0, cursor.from]);
  const text = Buffer.from(place).toString("base64url");
  return `${text}.${signCursor(list, sort, text).toString("base64url")}`;
}

function signCursor(list: AnyList, sort: ListRequest["sort"], text: string): Buffer {
  const order = `${sort.descending ? "-" : ""}${sort.by}`;
  const secret = environment().STEWARD_SECRET;
  return createHmac("sha256", secret).update(`cursor ${list.name} ${order} ${text}`).digest().subarray(0, 16);
}

function decodeCursor(list: AnyList, sort: ListRequest["sort"], given: string): Cursor | null {
  const [text = "", signature = ""] = given.split(".");
  const expected = signCursor(list, sort, text);
  const received = Buffer.from(signature, "base64url");
  if (received.length !== expected.length || !timingSafeEqual(received, expected)) return null;
  const [value, id, back, from] = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as [
    string | null,
    string,
    0 | 1,
    number,
  ];
  return { value, id, back: back === 1, from };
}
