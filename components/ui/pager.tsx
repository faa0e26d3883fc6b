import { ChevronLeft, ChevronRight } from "lucide-react";
import { LinkButton } from "./button";

type PagerProps = {
  /** Number of the first and last row shown; both 0 for an empty page. */
  from: number;
  to: number;
  /** Left out where counting would cost too much; `atLeast` then says "1,000+". */
  total?: number;
  atLeast?: number;
  previousHref?: string;
  nextHref?: string;
  locale?: string;
};

export function Pager({ from, to, total, atLeast, previousHref, nextHref, locale = "en-GB" }: PagerProps) {
  const number = new Intl.NumberFormat(locale);
  const all =
    total === undefined ? (atLeast === undefined ? null : `${number.format(atLeast)}+`) : number.format(total);
  return (
    <nav
      aria-label="Pages"
      className="print-hidden flex items-center justify-between gap-3 border-line border-t px-4 py-2 text-ink-2 text-sm"
    >
      <span className="tabular">
        {to === 0 ? "No rows" : `${number.format(from)}–${number.format(to)}`}
        {to > 0 && all ? ` of ${all}` : null}
      </span>
      <span className="flex gap-2">
        {previousHref ? (
          <LinkButton size="sm" href={previousHref} icon={<ChevronLeft aria-hidden />} rel="prev">
            Previous
          </LinkButton>
        ) : null}
        {nextHref ? (
          <LinkButton size="sm" href={nextHref} rel="next">
            Next
            <ChevronRight aria-hidden />
          </LinkButton>
        ) : null}
      </span>
    </nav>
  );
}
