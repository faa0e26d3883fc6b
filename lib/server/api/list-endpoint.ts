import { z } from "zod";
import { done, refuseFields } from "@/lib/shared/outcome";
import type { ListColumn, ListDefinition } from "../lists/definition";
import { readList } from "../lists/read";
import { parseListRequest } from "../lists/request";
import { type Endpoint, memberEndpoint } from "./endpoint";

/** GET of a list, from the same definition as the page and its export. */
export function listEndpoint<Columns extends Record<string, ListColumn>>(
  list: ListDefinition<Columns>,
  names: { path: string; tag: string; summary: string },
): Endpoint {
  const generic = list as unknown as ListDefinition<Record<string, ListColumn>>;
  return memberEndpoint(list.right, {
    ...names,
    method: "GET",
    query: querySchema(generic),
    response: responseSchema(generic),
    handle: async ({ actor, request }) => {
      const parsed = parseListRequest(generic, new URL(request.url).searchParams);
      if (parsed.problems.length > 0) {
        return refuseFields(Object.fromEntries(parsed.problems.map((each) => [each.parameter, each.message])));
      }
      const page = await readList(generic, actor.organizationId, parsed.request, { count: false });
      return done({ data: page.rows, nextCursor: page.next });
    },
  });
}

function querySchema(list: ListDefinition<Record<string, ListColumn>>) {
  const sortable = Object.keys(list.columns).filter((key) => list.columns[key]?.sortable);
  const filters = Object.entries(list.filters).map(([name, filter]) => {
    const [first, ...others] = (filter.values ?? []).map((each) => each.value);
    const schema: z.ZodType = first === undefined ? z.string() : z.enum([first, ...others]);
    return [name, schema.optional().meta({ description: filter.label })] as const;
  });
  return z.object({
    q: z.string().max(200).optional().meta({ description: "Words to look for" }),
    sort: z
      .string()
      .optional()
      .meta({ description: `One of ${sortable.join(", ")}; "-" in front for descending` }),
    limit: z.coerce.number().int().min(1).max(200).optional(),
    cursor: z.string().optional().meta({ description: "nextCursor of the page before" }),
    ...Object.fromEntries(filters),
  });
}

function responseSchema(list: ListDefinition<Record<string, ListColumn>>) {
  const fields = Object.entries(list.columns).map(([key, column]) => {
    const schema: z.ZodType =
      column.kind === "count" ? z.number() : column.kind === "boolean" ? z.boolean() : z.string();
    return [key, schema.nullable().meta({ description: column.label })] as const;
  });
  return z.object({
    data: z.array(z.object({ id: z.uuid(), ...Object.fromEntries(fields) })),
    nextCursor: z.string().nullable(),
  });
}
