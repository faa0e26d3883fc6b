import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "./breadcrumbs";

type PageHeaderProps = {
  crumbs?: readonly Crumb[];
  title: ReactNode;
  status?: ReactNode;
  /** Code, counterpart, owner, next date: in this order on every record. */
  subline?: ReactNode;
  /** Quiet buttons first, the one primary button last. */
  actions?: ReactNode;
};

export function PageHeader({ crumbs = [], title, status, subline, actions }: PageHeaderProps) {
  return (
    <header className="grid gap-1">
      {crumbs.length > 0 ? <Breadcrumbs crumbs={crumbs} /> : null}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <h1 className="text-balance font-semibold text-title tracking-tight">{title}</h1>
            {status}
          </div>
          {subline ? <p className="text-pretty text-ink-2">{subline}</p> : null}
        </div>
        {actions ? <div className="print-hidden flex flex-wrap items-start gap-2.5 self-center">{actions}</div> : null}
      </div>
    </header>
  );
}
