import type { Tone } from "@/components/ui/tone";

/** One thing to look at or to do, in words, with the way there. */
export type HomeRow = { key: string; title: string; sub: string; href: string; tone: Tone; instant?: string };

export type HomeSection = { key: string; title: string; allHref: string; empty: string; rows: HomeRow[] };
