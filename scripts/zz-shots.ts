import { chromium } from "@playwright/test";
import { signInAs } from "@/tests/support/browser-sign-in";
import { signIns } from "@/prisma/seed/sign-ins";
import pg from "pg";
const baseURL = process.env.STEWARD_E2E_URL ?? "";
const client = new pg.Client({ connectionString: process.env.STEWARD_E2E_DATABASE_URL });
await client.connect();
const { rows } = await client.query(
  `SELECT c.id, (SELECT a.id FROM contract_amendment a WHERE a.contract_id = c.id LIMIT 1) AS amendment, c.engagement_id FROM contract c WHERE EXISTS (SELECT 1 FROM contract_amendment a WHERE a.contract_id = c.id) LIMIT 1`,
);
const c = rows[0];
console.log(c, signIns);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const LOOKS = [
  ["light", "light", 1440, 900],
  ["dark", "dark", 1440, 900],
  ["390", "light", 390, 844],
] as const;
async function shoot(email: string, paths: [string, string][]) {
  const ctx = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
  const page = await ctx.newPage();
  await signInAs(page, { email, password: process.env.PW ?? "" } as never);
  for (const [name, path] of paths) {
    await page.goto(path);
    for (const [look, theme, width, height] of LOOKS) {
      await ctx.addCookies([{ name: "theme", value: theme, url: baseURL }]);
      await page.setViewportSize({ width, height });
      await page.reload({ waitUntil: "load" });
      await page.waitForTimeout(300);
      await page.screenshot({ path: `/tmp/shots/${name}-${look}.png`, fullPage: false });
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) console.log(name, "overflows at 390 by", wide);
  }
  await ctx.close();
}
const base = `/contracts/${c.id}`;
const list = JSON.parse(process.env.SHOTS ?? "[]") as [string, [string, string][]][];
for (const [email, paths] of list)
  await shoot(
    email,
    paths.map(([n, p]) => [n, p.replace("BASE", base).replace("AMD", c.amendment)]),
  );
await browser.close();
await client.end();
process.exit(0);
