/** Who stands above whom once the file is in: by code. `line` is null for processes that are not in the file. */
export type TreeEntry = { line: number | null; parentCode: string | null };

/**
 * Lines whose process would stand above itself. Each code is walked once; the lines named are those on the circle, not
 * those that only lead into one.
 */
export function findCircles(entries: ReadonlyMap<string, TreeEntry>): { code: string; line: number }[] {
  const finished = new Set<string>();
  const found: { code: string; line: number }[] = [];
  for (const start of entries.keys()) {
    const path: string[] = [];
    const place = new Map<string, number>();
    let code: string | null = start;
    while (code !== null && !finished.has(code) && !place.has(code)) {
      place.set(code, path.length);
      path.push(code);
      code = entries.get(code)?.parentCode ?? null;
    }
    const first = code === null ? undefined : place.get(code);
    if (first !== undefined) {
      for (const on of path.slice(first)) {
        const line = entries.get(on)?.line;
        if (line != null) found.push({ code: on, line });
      }
    }
    for (const passed of path) finished.add(passed);
  }
  return found.sort((a, b) => a.line - b.line);
}
