import type { Page, Response } from "@playwright/test";

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Answers that are not pages: files, calls, signing out. */
const NOT_PAGES = /^\/(api|export|healthz|readyz)(\/|$)|\/(download|csv|file)(\/|$)|\.(csv|xlsx|pdf|json)$/;

const MOST = 200;

export type FoundPage = { pattern: string; path: string; status: number };

/** `/contracts/0193…/service-levels` and its sisters are one page: `/contracts/[id]/service-levels`. */
export function patternOf(path: string): string {
  const { pathname } = new URL(path, "http://steward.invalid");
  return pathname
    .replace(ID, "[id]")
    .replace(/\/\d{4}-\d{2}(?=\/|$)/g, "/[month]")
    .replace(/\/\d+(?=\/|$)/g, "/[number]");
}

async function linksOf(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator("a[href]")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return hrefs.filter((href) => href.startsWith("/") && !href.startsWith("//") && !NOT_PAGES.test(href));
}

/** A link that turns out to be a file is no page. */
async function openPage(page: Page, path: string): Promise<Response | null | "download"> {
  try {
    return await page.goto(path, { waitUntil: "load" });
  } catch (error) {
    if (error instanceof Error && error.message.includes("Download is starting")) return "download";
    throw error;
  }
}

/**
 * Every page that can be reached by links from the start, one of each kind, breadth first. `visit` looks at the page
 * while it is open. Signed in as somebody, this is all of the app that this person can walk to.
 */
export async function walkPages(
  page: Page,
  start: readonly string[],
  visit: (found: FoundPage) => Promise<void>,
  /** Kinds of pages that somebody else has been to: only looked at again one step from the start. */
  known: ReadonlySet<string> = new Set(),
): Promise<FoundPage[]> {
  const seen = new Set<string>();
  const queue = start.map((path) => ({ path, depth: 0 }));
  const found: FoundPage[] = [];
  for (let next = queue.shift(); next !== undefined && found.length < MOST; next = queue.shift()) {
    const { path, depth } = next;
    const pattern = patternOf(path);
    if (seen.has(pattern) || (depth > 1 && known.has(pattern))) continue;
    seen.add(pattern);
    const response = await openPage(page, path);
    if (response === "download") continue;
    const each = { pattern, path, status: response?.status() ?? 0 };
    found.push(each);
    await visit(each);
    for (const link of await linksOf(page)) queue.push({ path: link, depth: depth + 1 });
  }
  return found;
}
