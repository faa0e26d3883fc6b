import { expect, type Page } from "@playwright/test";
import { arriveAt, field, press, throughDialog, visit } from "@/tests/support/browser-forms";
import { type People, RIVAL, WINNER } from "./people";
import { type Journey, MONTHLY_FEE } from "./plan";
import { MANDATORY, SCORED } from "./scope";

const QUESTION = "Which hours count as night?";
const ANSWER = "From 20:00 to 06:00, every day of the week.";

/** Step 4, second part: the vendor finds the invitation, asks, and everybody who is invited reads the answer. */
export async function askAndAnswer({ vera, petra, aino }: People, { ids, service }: Journey): Promise<void> {
  await visit(vera, "/portal");
  await vera.getByRole("link", { name: service }).click();
  await arriveAt(vera, "/portal/rfps");
  await expect(vera.getByRole("heading", { level: 1, name: service })).toBeVisible();
  await press(vera, "We intend to bid");
  await expect(vera.getByRole("main").getByText("You have said that you intend to bid.")).toBeVisible();
  await visit(vera, `/portal/rfps/${ids.rfp}/questions`);
  await field(vera, "Your question").fill(QUESTION);
  await press(vera, "Send question");
  await expect(vera.getByRole("main").getByText("Asked by you")).toBeVisible();

  await visit(petra, `/rfps/${ids.rfp}/clarifications`);
  await throughDialog(petra, "Answer", "Send answer", (dialog) => field(dialog, "Answer").fill(ANSWER));
  await expect(petra.getByRole("main").getByText("Answered to all")).toBeVisible();

  await visit(vera, `/portal/rfps/${ids.rfp}/questions`);
  await expect(vera.getByRole("main").getByText(ANSWER)).toBeVisible();
  await visit(aino, `/portal/rfps/${ids.rfp}/questions`);
  await expect(aino.getByRole("main").getByText(QUESTION)).toBeVisible();
  await expect(aino.getByRole("main").getByText(ANSWER)).toBeVisible();
  await expect(aino.getByRole("main").getByText("Asked by you")).toHaveCount(0);
  await expect(aino.getByRole("main")).not.toContainText(WINNER);
}

export const RIVAL_FEE = 11_000;

/** Both bid; the client sees nothing of it. */
export async function bid({ vera, aino, petra }: People, { ids }: Journey): Promise<void> {
  await makeBid(vera, ids.rfp, { promise: "Two shifts in Gdańsk, awake all night", fee: MONTHLY_FEE });
  await makeBid(aino, ids.rfp, { promise: "One shift in Tampere, on call", fee: RIVAL_FEE });

  await visit(petra, `/evaluations/${ids.rfp}`);
  await expect(petra.getByRole("main").getByText("Sealed until the time of the opening, for everybody.")).toBeVisible();
  await expect(petra.getByRole("main").getByText("The bids are sealed")).toBeVisible();
  await expect(petra.getByRole("button", { name: "Begin the opening" })).toHaveCount(0);
  for (const secret of [WINNER, RIVAL, "Gdańsk", "12,000"])
    await expect(petra.getByRole("main")).not.toContainText(secret);
}

async function makeBid(page: Page, rfp: string, content: { promise: string; fee: number }): Promise<void> {
  await visit(page, `/portal/rfps/${rfp}/bids`);
  await press(page, "Begin the bid");
  await arriveAt(page, "/bids");
  await page.getByRole("radiogroup", { name: MANDATORY }).getByRole("radio", { name: "Yes" }).check();
  for (const requirement of Object.values(SCORED))
    await page.getByRole("textbox", { name: requirement }).fill(`${content.promise}. ${requirement}: yes.`);
  await page.getByLabel("Unit price of Night service").fill(String(content.fee));
  await expect(page.getByRole("main").getByText("All changes saved, sealed")).toBeVisible();
  const submit = page.getByRole("button", { name: "Submit the bid", exact: true });
  await expect(submit).toBeEnabled();
  await throughDialog(page, submit, "Submit the bid");
  await expect(page.getByRole("main").getByText("It stays sealed until the opening.")).toBeVisible();

  await page.locator('a[href*="/receipts/"]').first().click();
  await expect(page.getByRole("heading", { level: 1, name: /^Receipt / })).toBeVisible();
  await expect(page.getByRole("main").locator("code").first()).toHaveText(/^[0-9a-f]{64}$/);
}
