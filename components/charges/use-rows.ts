"use client";

import { useState } from "react";

/** Rows of a form that can be added and removed; each keeps its key, so that what was typed stays in its row. */
export function useRows<Row>(initial: readonly Row[], blank: Row) {
  const start = initial.length > 0 ? initial : [blank];
  const [rows, setRows] = useState(() => start.map((row, key) => ({ key, row })));
  const add = () => setRows((now) => [...now, { key: Math.max(-1, ...now.map(({ key }) => key)) + 1, row: blank }]);
  const remove = (key: number) => setRows((now) => now.filter((each) => each.key !== key));
  return { rows, add, remove };
}
