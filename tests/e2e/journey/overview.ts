import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { row, visit } from "@/tests/support/browser-forms";
import { expectStage } from "./gates";
import { type People, WINNER } from "./people";
import type { Journey } from "./plan";
import { LEVEL } from "./scope";

/** How many engagements the portfolio counts in operation; its figures are renewed in the background. */
export async function countInOperation(page: Page): Promise<number> {
  await visit(page, "/portfolio");
  await page.getByRole("button", { name: "Table of Engagements by stage" }).click();
  const operate = row(page.getByRole("table", { name: "Engagements by stage" }), "Operate");
  return Number(await operate.getByRole("cell").last().textContent());
}

/** Step 8: Home, the engagement, the portfolio and the list as a file all tell of it. */
export async function lookAround({ oskar, edgar }: People, journey: Journey, before: number): Promise<void> {
  const { ids, service } = journey;
  await visit(oskar, `/engagements/${ids.engagement}`);
  await expectStage(oskar, "Operate");
  const rail = oskar.getByRole("navigation", { name: "Stages of the engagement" });
  await expect(rail).toContainText("signed");
  await expect(oskar.getByRole("main")).toContainText(WINNER);
  await expect(oskar.getByRole("main")).toContainText(LEVEL);

  // A missed level is what operations has to look at: Home says so and leads there.
  await visit(oskar, "/home");
  await expect(oskar.getByRole("heading", { level: 1 })).toContainText("Oskar");
  const missed = oskar.getByRole("link", { name: LEVEL }).and(oskar.locator(`[href^="/contracts/${ids.contract}/"]`));
  await missed.click();
  await oskar.waitForURL(`**/contracts/${ids.contract}/service-levels?month=${journey.months.last}`);

  await expect.poll(() => countInOperation(edgar), { timeout: 60_000 }).toBe(before + 1);
  await row(edgar.getByRole("table", { name: "Engagements by stage" }), "Operate")
    .getByRole("link")
    .click();
  await edgar.waitForURL("**/engagements?stage=operate");
  await edgar.getByPlaceholder("Name or code").fill(service);
  await expect(row(edgar.getByRole("table", { name: "Engagements" }), service)).toContainText("Operate");

  const downloading = edgar.waitForEvent("download");
  await edgar.getByRole("link", { name: "CSV" }).click();
  const text = await readFile(await (await downloading).path(), "utf8");
  const lines = text.trim().split("\n");
  expect(lines.filter((line) => line.includes(service))).toHaveLength(1);
  expect(lines.length).toBeGreaterThan(1);
}
