/** Axis and grid as quiet as the rest of the page. */
export const TICK = { fill: "var(--ink-3)", fontSize: 12 };

export const AXIS = { tick: TICK, tickLine: false, axisLine: { stroke: "var(--line-strong)" } } as const;

export const VALUE_AXIS = { tick: TICK, tickLine: false, axisLine: false, width: "auto" } as const;

export const GRID = { stroke: "var(--line)", vertical: false } as const;

export const MARGIN = { top: 8, right: 8, bottom: 0, left: 0 };
