type Node = { id: string; parentId: string | null };

/** Whether `id` could hang below `parentId` without a circle. */
export function canHangBelow(nodes: readonly Node[], id: string, parentId: string | null): boolean {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]));
  for (let at = parentId; at !== null; at = parents.get(at) ?? null) {
    if (at === id) return false;
  }
  return true;
}

/** Parents before their children, siblings in the order given: the order that a tree table needs. */
export function inTreeOrder<T extends Node>(nodes: readonly T[]): T[] {
  const children = new Map<string | null, T[]>();
  for (const node of nodes) children.set(node.parentId, [...(children.get(node.parentId) ?? []), node]);
  const ordered: T[] = [];
  const visit = (parent: string | null) => {
    for (const node of children.get(parent) ?? []) {
      ordered.push(node);
      visit(node.id);
    }
  };
  visit(null);
  return ordered;
}
