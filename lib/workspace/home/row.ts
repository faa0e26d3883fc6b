import type { MemberActor } from "@/lib/access/actor";
import type { Reader } from "@/lib/shared/format";

/** The tones of the interface; here, so that a query need not know a component. */
type Tone = "good" | "warn" | "bad" | "neutral" | "accent";

/** One thing to look at or to do, in words, with the way there. */
export type HomeRow = { key: string; title: string; sub: string; href: string; tone: Tone; instant?: string };

export type HomeSection = {
  key: string;
  title: string;
  /** The list behind it, where there is one that shows just this. */
  allHref?: string;
  empty: string;
  rows: HomeRow[];
};

/** For whom Home is put together: dates and figures are written the way they read them. */
export type HomeReader = MemberActor & Reader;
