import "server-only";
import { memberList, tokenList } from "@/lib/access/lists";
import { auditList } from "@/lib/server/audit/list";
import { jobList } from "@/lib/server/job-list";
import type { ListColumn, ListDefinition } from "@/lib/server/lists/definition";
import { outboxList } from "@/lib/server/outbox-list";

type AnyList = ListDefinition<Record<string, ListColumn>>;

/** Every list that can be taken away as CSV, by its name in /export/<name>. */
const lists: readonly AnyList[] = [memberList, tokenList, outboxList, jobList, auditList];

export function findExport(name: string): AnyList | null {
  return lists.find((list) => list.name === name) ?? null;
}

export const exportNames: readonly string[] = lists.map((list) => list.name);
