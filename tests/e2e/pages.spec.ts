import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { signIns } from "@/prisma/seed/sign-ins";
import { type FoundPage, walkPages } from "@/tests/support/browser-pages";
import { signInAs } from "@/tests/support/browser-sign-in";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Looked at already by somebody before: a page is drawn by the same code for everybody who may see it. */
const checked = new Set<string>();

function listen(page: Page): string[] {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  return problems;
}

async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.target.join(" "))
        .slice(0, 3)
        .join(", ")}`,
  );
}

async function isWiderThanScreen(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
}

for (const person of signIns) {
  test(`every page that ${person.role} (${person.email}) can walk to works; the first to see a kind of page checks its accessibility and the phone`, async ({
    page,
  }) => {
    test.setTimeout(15 * 60_000);
    const problems = listen(page);
    await signInAs(page, person);
    const broken: string[] = [];
    const known = new Set(checked);
    const look = async ({ pattern, path, status }: FoundPage) => {
      const say = (what: string) => broken.push(`${path}: ${what}`);
      if (status >= 400) say(`answered ${status}`);
      for (const problem of problems.splice(0)) say(problem);
      if (checked.has(pattern)) return;
      checked.add(pattern);
      if ((await page.locator("h1").count()) !== 1) say("has not exactly one main heading");
      for (const violation of await findViolations(page)) say(violation);
      await page.setViewportSize({ width: 390, height: 844 });
      if (await isWiderThanScreen(page)) say("scrolls sideways at 390 px");
      await page.setViewportSize({ width: 1280, height: 800 });
    };
    const found = await walkPages(page, [new URL(page.url()).pathname], look, known);
    expect(broken).toEqual([]);
    expect(found.length).toBeGreaterThan(person.role === "vendor" ? 3 : 12);
  });
}

test("dark pages keep their contrast", async ({ page, context }) => {
  test.setTimeout(3 * 60_000);
  const executive = signIns.find((each) => each.role === "executive");
  if (!executive) throw new Error("The sample has no executive.");
  await context.addCookies([{ name: "theme", value: "dark", url: test.info().project.use.baseURL ?? "" }]);
  await signInAs(page, executive);
  for (const path of ["/home", "/portfolio", "/engagements", "/service-levels", "/risks", "/simulators"]) {
    await page.goto(path);
    expect(await findViolations(page), path).toEqual([]);
  }
});
