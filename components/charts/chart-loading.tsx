import clsx from "clsx";
import { Skeleton } from "@/components/ui/skeleton";

export type ChartHeight = "sm" | "md" | "lg";

const HEIGHTS: Record<ChartHeight, string> = { sm: "h-40", md: "h-60", lg: "h-80" };

export function heightClass(height: ChartHeight): string {
  return HEIGHTS[height];
}

/** Keeps the room of the chart, so that nothing jumps when it comes. */
export function ChartLoading() {
  return <Skeleton className={clsx("h-full w-full rounded-md")} />;
}
