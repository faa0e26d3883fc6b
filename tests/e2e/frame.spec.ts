import { expect, test } from "@playwright/test";
import { signIns } from "@/prisma/seed/sign-ins";
import { signInAs } from "@/tests/support/browser-sign-in";

const somebody = signIns.find((each) => each.role === "operations") ?? signIns[0];

test.beforeEach(async ({ page }) => {
  if (!somebody) throw new Error("The sample has nobody to sign in as.");
  await signInAs(page, somebody);
});

test("the palette takes what is typed as soon as it opens", async ({ page }) => {
  const field = page.getByRole("dialog", { name: "Find or run" }).getByRole("combobox");
  // The page listens once it has come alive; nobody is faster than that but a test.
  await expect(async () => {
    if (!(await field.isVisible())) await page.keyboard.press("Control+k");
    await expect(field).toBeFocused({ timeout: 1000 });
  }).toPass();
  await page.keyboard.type("invoice");
  await expect(field).toHaveValue("invoice");
});

test("a message at a field goes when the field is written in again", async ({ page }) => {
  await page.goto("/risks/new");
  await page.getByRole("button", { name: /^(Add|Create|Save|Record)/ }).click();
  const summary = page.getByRole("alert").filter({ hasText: /\w/ }).first();
  await expect(summary).toBeVisible();
  const field = page.getByLabel("What may happen");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await field.fill("The only trained person leaves");
  await expect(field).not.toHaveAttribute("aria-invalid", "true");
});
