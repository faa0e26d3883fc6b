import { expect, type Locator, type Page } from "@playwright/test";

type Scope = Page | Locator;

const escapeText = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The control with this label, whether it is marked as optional or not. */
export function field(scope: Scope, label: string): Locator {
  return scope.getByLabel(new RegExp(`^${escapeText(label)}( \\(optional\\))?$`));
}

/** Types into fields by their labels. */
export async function fillIn(scope: Scope, values: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await field(scope, label).fill(value);
}

/** Chooses, in each select, the option with this text or with this text in it. */
export async function choose(scope: Scope, values: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(values)) {
    const select = field(scope, label);
    const option = select.locator("option").filter({ hasText: text }).first();
    await select.selectOption((await option.getAttribute("value")) ?? { label: text });
  }
}

export async function press(scope: Scope, name: string): Promise<void> {
  await scope.getByRole("button", { name, exact: true }).click();
}

/** Opens a dialog with a button, fills it in, and sends it. It closes when the app has done what was asked. */
export async function throughDialog(
  page: Page,
  opener: string | Locator,
  answer: string,
  fill?: (dialog: Locator) => Promise<void>,
): Promise<void> {
  const button = typeof opener === "string" ? page.getByRole("button", { name: opener, exact: true }) : opener;
  const dialog = page.getByRole("dialog");
  await button.click();
  await expect(dialog).toBeVisible();
  await fill?.(dialog);
  await press(dialog, answer);
  await expect(dialog).toBeHidden({ timeout: 20_000 });
}

/** Opens a page and waits until it answers to clicks: its buttons are drawn before the script behind them is there. */
export async function visit(page: Page, path: string): Promise<void> {
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(200);
  await page.waitForFunction(() =>
    [...document.querySelectorAll("main form, main button")].every((each) =>
      Object.keys(each).some((key) => key.startsWith("__reactProps")),
    ),
  );
}

const ID = "[0-9a-f]{8}-[0-9a-f-]{27}";

/** Waits until the app has led to a record of this kind, and says its id: `/contracts` for `/contracts/0193…`. */
export async function arriveAt(page: Page, area: string): Promise<string> {
  const shape = new RegExp(`${escapeText(area)}/(${ID})$`);
  await page.waitForURL((url) => shape.test(url.pathname), { timeout: 30_000 });
  return shape.exec(new URL(page.url()).pathname)?.[1] ?? "";
}

/** The row of a table that has this text. */
export function row(scope: Scope, text: string): Locator {
  return scope.getByRole("row").filter({ hasText: text });
}
