import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Fragment } from "react";

export type Crumb = { label: string; href?: string };

export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs" className="print-hidden text-ink-2">
      <ol className="flex flex-wrap items-center gap-x-1.5">
        {crumbs.map((crumb, index) => (
          <Fragment key={`${crumb.href} ${crumb.label}`}>
            {index > 0 ? (
              <li aria-hidden>
                <ChevronRight className="text-ink-3" />
              </li>
            ) : null}
            <li className="min-h-6 min-w-0 py-0.5">
              {crumb.href ? (
                <Link href={crumb.href} className="rounded hover:text-ink hover:underline">
                  {crumb.label}
                </Link>
              ) : (
                <span aria-current="page">{crumb.label}</span>
              )}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
