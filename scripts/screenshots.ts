// `npm run screenshots` writes a picture of every page in light, dark and at 390 px, and one contact sheet of them all.
// It looks at the app that runs at STEWARD_URL (start it with `npm run up`), as each person of the sample organization.
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { signIns } from "@/prisma/seed/sign-ins";
import { type FoundPage, patternOf, walkPages } from "@/tests/support/browser-pages";
import { signInAs } from "@/tests/support/browser-sign-in";

const folder = join(process.cwd(), ".screenshots");
const baseURL = process.env.STEWARD_URL ?? `http://localhost:${process.env.PORT ?? 3000}`;
const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = process.env.CHROMIUM_PATH ?? installed.find((path) => existsSync(path));

const LOOKS = [
  { name: "light", theme: "light", width: 1440, height: 900 },
  { name: "dark", theme: "dark", width: 1440, height: 900 },
  { name: "390", theme: "light", width: 390, height: 844 },
] as const;

type Shot = { who: string; pattern: string; files: string[] };

function fileName(who: string, pattern: string, look: string): string {
  const page = pattern.replaceAll(/[^a-z0-9]+/gi, "-").replaceAll(/^-|-$/g, "") || "start";
  return `${who}-${page}-${look}.png`;
}

async function shoot(page: Page, who: string, pattern: string): Promise<string[]> {
  const files: string[] = [];
  for (const look of LOOKS) {
    await page.context().addCookies([{ name: "theme", value: look.theme, url: baseURL }]);
    await page.setViewportSize({ width: look.width, height: look.height });
    await page.reload({ waitUntil: "load" });
    await page.waitForTimeout(400);
    const file = fileName(who, pattern, look.name);
    await page.screenshot({ path: join(folder, file), fullPage: true });
    files.push(file);
  }
  await page.setViewportSize({ width: LOOKS[0].width, height: LOOKS[0].height });
  return files;
}

async function shootAs(browser: Browser, who: (typeof signIns)[number], known: Set<string>): Promise<Shot[]> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await signInAs(page, who);
  const shots: Shot[] = [];
  const before = new Set(known);
  const look = async ({ pattern }: FoundPage) => {
    // A page looks alike for everybody who may see it, but for Home.
    if (known.has(pattern) && pattern !== "/home") return;
    known.add(pattern);
    shots.push({ who: who.role, pattern, files: await shoot(page, who.role, pattern) });
    console.log(`${who.role} ${pattern}`);
  };
  await walkPages(page, [new URL(page.url()).pathname], look, before);
  await context.close();
  return shots;
}

async function shootSignedOut(browser: Browser): Promise<Shot[]> {
  const page = await browser.newPage({ baseURL });
  const shots: Shot[] = [];
  for (const path of ["/sign-in", "/forgot-password"]) {
    await page.goto(path);
    shots.push({ who: "nobody", pattern: patternOf(path), files: await shoot(page, "nobody", path) });
  }
  return shots;
}

function sheetOf(shots: readonly Shot[]): string {
  const figures = shots.flatMap((shot) =>
    shot.files.map(
      (file) => `<figure><img src="${file}" alt=""><figcaption>${shot.who} ${shot.pattern}</figcaption></figure>`,
    ),
  );
  return `<!doctype html><meta charset="utf-8"><title>Steward, every page</title><style>
    body{font:12px sans-serif;margin:16px;background:#ddd;display:grid;grid-template-columns:repeat(6,1fr);gap:12px}
    figure{margin:0}img{width:100%;height:220px;object-fit:cover;object-position:top;background:#fff}</style>${figures.join("")}`;
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ["--no-sandbox", "--disable-background-networking"],
});
const known = new Set<string>();
const shots = await shootSignedOut(browser);
for (const who of signIns) shots.push(...(await shootAs(browser, who, known)));
writeFileSync(join(folder, "index.html"), sheetOf(shots));
const sheet = await browser.newPage({ viewport: { width: 1800, height: 1000 } });
await sheet.goto(`file://${join(folder, "index.html")}`);
await sheet.screenshot({ path: join(folder, "contact-sheet.png"), fullPage: true });
await browser.close();
console.log(
  `${shots.length} pages, ${shots.length * LOOKS.length} pictures in .screenshots (open index.html or contact-sheet.png)`,
);
process.exit(0);
