import "server-only";
import type { ListColumn, ListDefinition } from "@/lib/server/lists/definition";

type AnyList = ListDefinition<Record<string, ListColumn>>;

/** Every list that can be taken away as CSV, by its name in /export/<name>. */
const lists: readonly ListDefinition<never>[] = [];

export function findExport(name: string): AnyList | null {
  const found = lists.find((list) => list.name === name);
  return found ? (found as unknown as AnyList) : null;
}

export const exportNames: readonly string[] = lists.map((list) => list.name);
