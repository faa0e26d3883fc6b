import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { ActionButton } from "@/components/ui/action-button";
import type { FormAction } from "@/lib/shared/action-state";

type MoveProps = { part: { id: string; version: number }; name: string; move: FormAction };

/** Up and down, beside edit and remove. */
export function MoveButtons({ part, name, move }: MoveProps) {
  const button = (way: "up" | "down", icon: ReactNode) => (
    <ActionButton
      action={move}
      fields={{ id: part.id, version: part.version, way }}
      variant="quiet"
      size="icon"
      icon={icon}
      aria-label={`Move ${way} ${name}`}
    >
      {null}
    </ActionButton>
  );
  return (
    <>
      {button("up", <ArrowUp aria-hidden />)}
      {button("down", <ArrowDown aria-hidden />)}
    </>
  );
}

type OutlineRowProps = { code: string; title: ReactNode; sub?: ReactNode; tags: ReactNode; actions?: ReactNode };

/** One line of an outline: code, text, what it is, and the buttons at the end. */
export function OutlineRow({ code, title, sub, tags, actions }: OutlineRowProps) {
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-1 px-4 py-2.5">
      <span className="tabular w-12 shrink-0 pt-0.5 text-ink-3 text-sm">{code}</span>
      <div className="min-w-48 flex-1">
        <p className="text-pretty">{title}</p>
        {sub ? <p className="text-pretty text-ink-3 text-sm">{sub}</p> : null}
      </div>
      <div className="flex flex-wrap items-center gap-2">{tags}</div>
      {actions ? <div className="print-hidden -my-0.5 flex shrink-0 items-start">{actions}</div> : null}
    </div>
  );
}

/** Rows in their order, cut at each new section. */
export function bySection<T extends { section: string }>(rows: readonly T[]): { title: string; rows: T[] }[] {
  const sections: { title: string; rows: T[] }[] = [];
  for (const row of rows) {
    const last = sections.at(-1);
    if (last?.title === row.section) last.rows.push(row);
    else sections.push({ title: row.section, rows: [row] });
  }
  return sections;
}
