import { chromium, type Page } from "@playwright/test";
import { provideBrowser } from "@/scripts/test/browser";
import type { Context } from "./context";
import { compare, type Line, missing } from "./report";

const counted = ["Document", "Stylesheet", "Script"];

/** What a browser with an empty cache loads for the first view, compressed as it is sent. */
export async function measureWeight({ app, floor, cookie }: Context): Promise<Line[]> {
  const browser = await chromium.launch({
    executablePath: await provideBrowser(),
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  try {
    const weigh = async (url: string, withCookie: boolean) => {
      const context = await browser.newContext();
      const [name = "", value = ""] = cookie.split(/=(.*)/s);
      if (withCookie) await context.addCookies([{ name, value, url: app.url }]);
      const weight = await weighPage(await context.newPage(), url);
      await context.close();
      return weight;
    };
    const bare = (await weigh(floor.url, false)).kilobytes;
    const lines: Line[] = [];
    for (const path of ["/sign-in", "/home", "/processes", "/portfolio"]) {
      const { status, kilobytes } = await weigh(`${app.url}${path}`, path !== "/sign-in");
      const what = `first view of ${path}: HTML + CSS + JS, compressed`;
      lines.push(
        status === 200
          ? compare({ what, floor: bare, measured: kilobytes, unit: "kB", target: 1.45, stretch: 1.2 })
          : missing(what, `answers ${status}`),
      );
    }
    return lines;
  } finally {
    await browser.close();
  }
}

async function weighPage(page: Page, url: string): Promise<{ status: number; kilobytes: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const kinds = new Map<string, string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (counted.includes(kinds.get(requestId) ?? "")) bytes += encodedDataLength;
  });
  const response = await page.goto(url, { waitUntil: "load", timeout: 60_000 });
  // What the page fetches ahead after it is shown may go on; scripts of the first view are there by then.
  await page.waitForLoadState("networkidle", { timeout: 10_000 }).catch(() => undefined);
  return { status: response?.status() ?? 0, kilobytes: bytes / 1000 };
}
