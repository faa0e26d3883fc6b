/** The tones of the interface; here, so that a query need not know a component. */
type Tone = "good" | "warn" | "bad" | "neutral" | "accent";

/** One thing to look at or to do, in words, with the way there. */
export type HomeRow = { key: string; title: string; sub: string; href: string; tone: Tone; instant?: string };

export type HomeSection = { key: string; title: string; allHref: string; empty: string; rows: HomeRow[] };
