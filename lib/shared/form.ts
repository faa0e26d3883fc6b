type Tree = { [key: string]: Node };
type Node = string | File | null | Tree | Node[];

const UNSAFE = new Set(["__proto__", "constructor", "prototype"]);
const MAX_FIELDS = 20_000;

/**
 * A form's fields as the object that its schema describes: `lines.0.amount` nests, names ending in `[]` collect,
 * a name given twice keeps its last value (a checkbox after its hidden "false"). An empty field is null: not zero,
 * not an empty text. Names beginning with `$` belong to the framework.
 */
export function formToObject(form: FormData): Record<string, unknown> {
  const root: Tree = {};
  let count = 0;
  for (const [name, value] of form) {
    if (name.startsWith("$")) continue;
    count += 1;
    if (count > MAX_FIELDS) break;
    place(root, name, readValue(value));
  }
  return listsFrom(root) as Record<string, unknown>;
}

function readValue(value: FormDataEntryValue): string | File | null {
  if (typeof value === "string") return value === "" ? null : value.replaceAll("\r\n", "\n");
  return value.size === 0 && value.name === "" ? null : value;
}

function place(root: Tree, name: string, value: string | File | null): void {
  const isList = name.endsWith("[]");
  const path = (isList ? name.slice(0, -2) : name).split(".");
  if (path.length > 8 || path.some((key) => UNSAFE.has(key))) return;
  const last = path.pop() ?? "";
  let at = root;
  for (const key of path) {
    const next = at[key];
    const tree: Tree = isTree(next) ? next : {};
    at[key] = tree;
    at = tree;
  }
  if (!isList) {
    at[last] = value;
    return;
  }
  const list = Array.isArray(at[last]) ? at[last] : [];
  if (value !== null) list.push(value);
  at[last] = list;
}

function isTree(node: Node | undefined): node is Tree {
  return typeof node === "object" && node !== null && !Array.isArray(node) && !(node instanceof File);
}

/** Objects whose keys are all whole numbers are lists, in the order of the numbers. */
function listsFrom(node: Node): Node {
  if (Array.isArray(node)) return node.map(listsFrom);
  if (!isTree(node)) return node;
  const keys = Object.keys(node);
  if (keys.length > 0 && keys.every((key) => /^\d{1,5}$/.test(key))) {
    return keys.sort((a, b) => Number(a) - Number(b)).map((key) => listsFrom(node[key] ?? null));
  }
  return Object.fromEntries(keys.map((key) => [key, listsFrom(node[key] ?? null)]));
}
