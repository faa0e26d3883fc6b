import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";

export type Tab = { href: string; label: ReactNode; count?: ReactNode };

/** Each tab is a page of its own with an address. `current` is the `href` of the one that shows. */
export function Tabs({ tabs, current, label = "Sections" }: { tabs: readonly Tab[]; current: string; label?: string }) {
  return (
    <nav
      aria-label={label}
      className="print-hidden scroll-box -mb-px relative overflow-x-auto border-line border-b [scrollbar-width:none]"
    >
      <ul className="flex min-w-max gap-5">
        {tabs.map((tab) => {
          const isCurrent = tab.href === current;
          return (
            <li key={tab.href}>
              <Link
                href={tab.href}
                aria-current={isCurrent ? "page" : undefined}
                className={clsx(
                  "-outline-offset-2 flex h-10 items-center gap-1.5 border-b-2 font-medium",
                  isCurrent ? "border-accent text-ink" : "border-transparent text-ink-2 hover:text-ink",
                )}
              >
                {tab.label}
                {tab.count === undefined ? null : <span className="tabular font-normal text-ink-3">{tab.count}</span>}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
