"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { NAVIGATION_ID } from "./navigation-id";
import type { NavigationItem } from "./types";

/** The longest address that leads to here wins, so that "/" does not light up everywhere. */
function isCurrentOf(pathname: string, href: string, hrefs: readonly string[]): boolean {
  const leads = (to: string) => pathname === to || (to !== "/" && pathname.startsWith(`${to}/`));
  return leads(href) && !hrefs.some((other) => other.length > href.length && leads(other));
}

type NavLinkProps = { item: NavigationItem; hrefs: readonly string[]; layout?: "side" | "top" };

export function NavLink({ item, hrefs, layout = "side" }: NavLinkProps) {
  const isCurrent = isCurrentOf(usePathname(), item.href, hrefs);
  return (
    <Link
      href={item.href}
      aria-current={isCurrent ? "page" : undefined}
      onClick={() => document.getElementById(NAVIGATION_ID)?.hidePopover()}
      className={clsx(
        "flex h-8 items-center gap-2.5 rounded-md border px-2.5",
        layout === "top" && "whitespace-nowrap",
        isCurrent
          ? "border-line bg-surface font-medium text-ink shadow-card"
          : "border-transparent text-ink-2 hover:bg-line/60 hover:text-ink",
      )}
    >
      {item.icon}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {item.count === undefined ? null : (
        <span
          className={clsx(
            "tabular text-sm",
            item.tone === "bad" && item.count > 0 ? "font-semibold text-bad" : "text-ink-2",
          )}
        >
          {item.count}
        </span>
      )}
    </Link>
  );
}
