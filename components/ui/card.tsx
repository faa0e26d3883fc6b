import clsx from "clsx";
import type { ReactNode } from "react";

type CardProps = { children: ReactNode; className?: string; id?: string; selected?: boolean; label?: string };

/** A white sheet with a hairline. `label` names it for a screen reader where it has no header. */
export function Card({ children, className, id, selected = false, label }: CardProps) {
  return (
    <section
      id={id}
      aria-label={label}
      className={clsx(
        "min-w-0 rounded-lg border bg-surface shadow-card",
        selected ? "border-accent" : "border-line",
        className,
      )}
    >
      {children}
    </section>
  );
}

type CardHeaderProps = { title: ReactNode; sub?: ReactNode; action?: ReactNode; level?: 2 | 3; id?: string };

/** `action` is a quiet link or button at the right. */
export function CardHeader({ title, sub, action, level = 2, id }: CardHeaderProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="flex min-h-10.5 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-b px-4 py-2">
      <div className="min-w-0">
        <Heading id={id} className="font-semibold">
          {title}
        </Heading>
        {sub ? <p className="text-ink-3 text-sm">{sub}</p> : null}
      </div>
      {action ? <div className="flex items-center gap-3 text-ink-2">{action}</div> : null}
    </div>
  );
}

export function CardBody({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={clsx("px-4 py-3.5", className)}>{children}</div>;
}

/** The quiet last line of a card: a figure at the left, another at the right. */
export function CardFooter({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div
      className={clsx(
        "flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-t px-4 py-2.5 text-ink-2 text-xs",
        className,
      )}
    >
      {children}
    </div>
  );
}

type CardRowProps = { icon?: ReactNode; children: ReactNode; sub?: ReactNode; action?: ReactNode; className?: string };

/** One sentence with an icon, a quiet second line and a button: "Why it is red", "Next". */
export function CardRow({ icon, children, sub, action, className }: CardRowProps) {
  return (
    <div className={clsx("card-row flex items-start gap-3 border-line px-4 py-2.5", className)}>
      {icon ? <span className="mt-0.5 text-ink-2">{icon}</span> : null}
      <div className="min-w-0 flex-1">
        <div className="text-pretty">{children}</div>
        {sub ? <div className="mt-0.5 text-ink-3 text-xs leading-5">{sub}</div> : null}
      </div>
      {action ? <div className="shrink-0">{action}</div> : null}
    </div>
  );
}
