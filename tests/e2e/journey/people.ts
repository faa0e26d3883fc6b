import type { Browser, Page } from "@playwright/test";
import { SAMPLE_PASSWORD } from "@/prisma/seed/sign-ins";
import { signInAs } from "@/tests/support/browser-sign-in";

const EMAILS = {
  oskar: "oskar@calder-finch.example",
  petra: "petra@calder-finch.example",
  edgar: "edgar@calder-finch.example",
  vera: "vera@orsted-vale.example",
  aino: "aino@tessellate.example",
} as const;

/** Operations, procurement, the executive, a vendor, and a rival of that vendor, each in a browser of their own. */
export type People = Record<keyof typeof EMAILS, Page>;

export const WINNER = "Orsted Vale";
export const RIVAL = "Tessellate";

export type Crew = { people: People; problems: string[]; leave: () => Promise<void> };

export async function gather(browser: Browser): Promise<Crew> {
  const problems: string[] = [];
  const arrive = async (name: keyof typeof EMAILS): Promise<Page> => {
    const context = await browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on("pageerror", (error) => problems.push(`${name} at ${page.url()}: ${error.message}`));
    await signInAs(page, { email: EMAILS[name], password: SAMPLE_PASSWORD });
    return page;
  };
  const people: People = {
    oskar: await arrive("oskar"),
    petra: await arrive("petra"),
    edgar: await arrive("edgar"),
    vera: await arrive("vera"),
    aino: await arrive("aino"),
  };
  const leave = async () => {
    for (const page of Object.values(people)) await page.context().close();
  };
  return { people, problems, leave };
}
