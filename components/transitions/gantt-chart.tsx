import clsx from "clsx";
import { formatDate, formatMonth, type Reader } from "@/lib/shared/format";
import { WORKSTREAM, type Workstream } from "@/lib/transitions/labels";
import type { TaskRecord } from "@/lib/transitions/queries";
import type { Gantt, GanttArrow, GanttBar } from "@/lib/transitions/rules/gantt";

const ROW = 32;
const HEAD = 36;

type Props = {
  gantt: Gantt;
  tasks: readonly TaskRecord[];
  base: string;
  today: string;
  goLive: string;
  reader: Reader;
};

/** Planned against actual with dependencies and the critical path. Every bar is a link; the table below says the same. */
export function GanttChart({ gantt, tasks, base, today, goLive, reader }: Props) {
  const taskOf = new Map(tasks.map((task) => [task.id, task]));
  const height = HEAD + gantt.rows.length * ROW + 8;
  return (
    <section
      aria-label="Gantt chart"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="-outline-offset-2 relative flex overflow-x-auto"
    >
      <ol className="sticky left-0 z-2 w-36 shrink-0 border-line border-r bg-surface pt-9 text-xs sm:w-64 sm:text-sm">
        {gantt.rows.map((row) => {
          if (row.kind === "group") {
            return (
              <li
                key={row.workstream}
                className="flex h-8 items-center truncate bg-sunken px-3 font-medium text-ink-2 text-xs"
              >
                <span className="truncate">{WORKSTREAM[row.workstream as Workstream]}</span>
              </li>
            );
          }
          const task = taskOf.get(row.id);
          return (
            <li key={row.id} className="flex h-8 items-center px-3">
              <span className="truncate" title={task?.name}>
                {task?.name}
              </span>
            </li>
          );
        })}
      </ol>
      <svg width={gantt.width} height={height} className="block shrink-0">
        <title>Tasks on a time axis; the table below says the same</title>
        <Axis gantt={gantt} height={height} reader={reader} />
        <DayLine x={gantt.xOf(goLive)} height={height} label="Go-live" tone="good" />
        <DayLine x={gantt.xOf(today)} height={height} label="Today" tone="accent" />
        {gantt.arrows.map((arrow) => (
          <Arrow key={arrow.key} arrow={arrow} />
        ))}
        {gantt.bars.map((bar) => {
          const task = taskOf.get(bar.id);
          return task ? (
            <Bar key={bar.id} bar={bar} task={task} href={`${base}/tasks/${bar.id}`} reader={reader} />
          ) : null;
        })}
      </svg>
    </section>
  );
}

function Axis({ gantt, height, reader }: { gantt: Gantt; height: number; reader: Reader }) {
  return (
    <g aria-hidden>
      {gantt.rows.map((row, index) =>
        row.kind === "group" ? (
          <rect
            key={row.workstream}
            x={0}
            y={HEAD + index * ROW}
            width={gantt.width}
            height={ROW}
            className="fill-sunken"
          />
        ) : null,
      )}
      {gantt.months.map(({ x, month }) => (
        <g key={month}>
          <line x1={x} x2={x} y1={22} y2={height} className="stroke-line" />
          <text x={x + 4} y={32} className="fill-ink-3 text-[11px]">
            {formatMonth(month, reader, "short")}
          </text>
        </g>
      ))}
    </g>
  );
}

function DayLine({ x, height, label, tone }: { x: number; height: number; label: string; tone: "good" | "accent" }) {
  return (
    <g aria-hidden>
      <line
        x1={x}
        x2={x}
        y1={16}
        y2={height}
        strokeWidth={1.5}
        strokeDasharray={tone === "good" ? "5 4" : undefined}
        className={tone === "good" ? "stroke-good" : "stroke-accent"}
      />
      <text x={x + 3} y={12} className={clsx("font-medium text-[11px]", tone === "good" ? "fill-good" : "fill-accent")}>
        {label}
      </text>
    </g>
  );
}

function Arrow({ arrow: { from, to, isCritical } }: { arrow: GanttArrow }) {
  const [y1, y2] = [HEAD + from.row * ROW + 18, HEAD + to.row * ROW + 18];
  const side = Math.max(from.x + 5, Math.min(to.x - 5, from.x + 8));
  const tip = to.x - 1;
  const path =
    tip > from.x + 8
      ? `M${from.x} ${y1} H${side} V${y2} H${tip}`
      : `M${from.x} ${y1} h5 V${y1 + (y2 > y1 ? 14 : -14)} H${to.x - 8} V${y2} H${tip}`;
  return (
    <g aria-hidden className={isCritical ? "stroke-bad" : "stroke-ink-3"}>
      <path d={path} fill="none" strokeWidth={isCritical ? 1.5 : 1} />
      <path d={`M${tip - 4} ${y2 - 3} L${tip} ${y2} L${tip - 4} ${y2 + 3}`} fill="none" strokeWidth={1.25} />
    </g>
  );
}

type BarProps = { bar: GanttBar; task: TaskRecord; href: string; reader: Reader };

function Bar({ bar, task, href, reader }: BarProps) {
  const y = HEAD + bar.row * ROW;
  const words = [
    `${task.code} ${task.name}`,
    `planned ${formatDate(task.plannedStart, reader)} to ${formatDate(task.plannedEnd, reader)}`,
    task.state === "done" ? "done" : `${task.progress} %`,
    ...(bar.isCritical ? ["on the critical path"] : []),
  ].join(", ");
  const fill = task.state === "done" ? "fill-good" : bar.isCritical ? "fill-bad" : "fill-accent";
  if (bar.isMilestone) {
    const x = bar.now.x + bar.now.width;
    return (
      <a href={href} aria-label={words}>
        <title>{words}</title>
        <path d={`M${x} ${y + 10} l8 8 l-8 8 l-8 -8 z`} className={fill} />
      </a>
    );
  }
  const doneWidth = (bar.now.width * task.progress) / 100;
  return (
    <a href={href} aria-label={words}>
      <title>{words}</title>
      <rect x={bar.planned.x} y={y + 6} width={bar.planned.width} height={4} rx={2} className="fill-line-strong" />
      <rect
        x={bar.now.x}
        y={y + 13}
        width={bar.now.width}
        height={11}
        rx={3}
        className={clsx(fill, task.state === "done" ? "" : "opacity-45")}
      />
      {task.state === "done" ? null : (
        <rect x={bar.now.x} y={y + 13} width={doneWidth} height={11} rx={3} className={fill} />
      )}
    </a>
  );
}

/** What the colours and lines say, in words. */
export function GanttLegend() {
  const items: [string, string][] = [
    ["bg-line-strong", "Planned"],
    ["bg-accent", "Now: progress solid, the rest lighter"],
    ["bg-bad", "On the critical path"],
    ["bg-good", "Done"],
  ];
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-ink-2 text-xs">
      {items.map(([colour, label]) => (
        <li key={label} className="flex items-center gap-1.5">
          <span aria-hidden className={clsx("h-2 w-4 rounded-sm", colour)} />
          {label}
        </li>
      ))}
    </ul>
  );
}
