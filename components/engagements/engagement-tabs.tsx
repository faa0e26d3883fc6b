"use client";

import { usePathname } from "next/navigation";
import { type Tab, Tabs } from "@/components/ui/tabs";

/** The tabs of an engagement; the one whose address is the longest beginning of the page's own shows as current. */
export function EngagementTabs({ tabs }: { tabs: readonly Tab[] }) {
  const pathname = usePathname();
  const [current] = tabs
    .filter((tab) => pathname === tab.href || pathname.startsWith(`${tab.href}/`))
    .sort((a, b) => b.href.length - a.href.length);
  return <Tabs tabs={tabs} current={current?.href ?? ""} label="Parts of the engagement" />;
}
