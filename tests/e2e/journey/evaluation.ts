import { expect, type Page } from "@playwright/test";
import { arriveAt, choose, field, press, row, throughDialog, visit } from "@/tests/support/browser-forms";
import { endTimeForBids } from "@/tests/support/shift-timetable";
import { RIVAL_FEE } from "./bids";
import { type People, RIVAL, WINNER } from "./people";
import { type Journey, MONTHLY_FEE, TERM_MONTHS } from "./plan";
import { MANDATORY } from "./scope";

/** Step 4, third part: two people open the technical envelopes and examine what is mandatory. */
export async function openBids({ petra, oskar }: People, journey: Journey): Promise<void> {
  await endTimeForBids(journey.ids.rfp);
  await visit(petra, `/evaluations/${journey.ids.rfp}`);
  journey.ids.lot = await arriveAt(petra, "/evaluations");
  await press(petra, "Begin the opening");
  await expect(petra.getByRole("main").getByText("Begun by Petra Quillmann. Somebody else confirms.")).toBeVisible();
  await expect(petra.getByRole("button", { name: "Confirm and open" })).toHaveCount(0);
  await visit(oskar, `/evaluations/${journey.ids.lot}`);
  await throughDialog(oskar, "Confirm and open", "Open them");

  await visit(petra, `/evaluations/${journey.ids.lot}`);
  const bids = petra.getByRole("table", { name: "Bids" });
  for (const vendor of [WINNER, RIVAL]) {
    const examine = row(bids, vendor).getByRole("button", { name: "Examine", exact: true });
    await throughDialog(petra, examine, "Keep the findings", (dialog) =>
      dialog.getByRole("checkbox", { name: MANDATORY }).setChecked(true),
    );
    await expect(row(bids, vendor)).toContainText("Admitted");
  }
}

type Given = { Quality: string; Handover: string };

/** Each evaluator alone; one score differs, so that there is something to settle. */
export async function score({ oskar, petra }: People, { ids }: Journey): Promise<void> {
  await giveScores(oskar, ids.lot, {
    [WINNER]: { Quality: "4", Handover: "4" },
    [RIVAL]: { Quality: "3", Handover: "3" },
  });
  await giveScores(petra, ids.lot, {
    [WINNER]: { Quality: "4", Handover: "3" },
    [RIVAL]: { Quality: "3", Handover: "3" },
  });
}

async function giveScores(page: Page, lot: string, given: Record<string, Given>): Promise<void> {
  await visit(page, `/evaluations/${lot}/scores`);
  await press(page, "Declare");
  for (const criterion of ["Quality", "Handover"] as const) {
    const nav = page.getByRole("navigation", { name: "Criteria" });
    await nav.getByRole("link", { name: new RegExp(`^${criterion} `) }).click();
    await expect(page.getByRole("heading", { level: 2, name: criterion })).toBeVisible();
    for (const [vendor, scores] of Object.entries(given))
      await page.getByLabel(new RegExp(`^Score of ${vendor}`)).selectOption(scores[criterion]);
    await expect(page.getByRole("main").getByText("Saved", { exact: true })).toHaveCount(Object.keys(given).length);
  }
  await throughDialog(page, "Lock my scores", "Lock my scores");
  await expect(page.getByRole("main").getByText("Your scores are locked.")).toBeVisible();
}

/** Differences are settled with a reason, the technical scores are locked, then the prices are opened. */
export async function moderateAndOpenPrices({ petra, oskar }: People, { ids }: Journey): Promise<void> {
  await visit(petra, `/evaluations/${ids.lot}/moderation`);
  const settle = petra.getByRole("button", { name: new RegExp(`^Moderate Handover of ${WINNER}`) });
  await throughDialog(petra, settle, "Keep the agreed score", async (dialog) => {
    await choose(dialog, { "Agreed score": "4" });
    await field(dialog, "Reason").fill("The second shift answers the doubt.");
  });
  await expect(petra.getByRole("main").getByText("Nothing: the technical scores can be locked.")).toBeVisible();
  await throughDialog(petra, "Lock technical scores", "Lock the technical scores");
  await expect(petra.getByRole("main").getByText("The technical scores are locked.")).toBeVisible();

  await visit(petra, `/evaluations/${ids.lot}/prices`);
  await press(petra, "Begin the opening");
  await expect(petra.getByRole("main").getByText("Begun by Petra Quillmann. Somebody else confirms.")).toBeVisible();
  await visit(oskar, `/evaluations/${ids.lot}/prices`);
  await throughDialog(oskar, "Confirm and open", "Open them");
  await expect(row(oskar.getByRole("table", { name: "Prices by line" }), "Night service")).toContainText("12,000");
}

const technical = { [WINNER]: 80, [RIVAL]: 60 };
const price = { [WINNER]: MONTHLY_FEE * TERM_MONTHS, [RIVAL]: RIVAL_FEE * TERM_MONTHS };

/** 70 % quality and 30 % of lowest price ÷ price, computed here and not by the app. */
function total(vendor: typeof WINNER | typeof RIVAL): string {
  const lowest = Math.min(...Object.values(price));
  const priceScore = (100 * lowest) / (price[vendor] ?? 1);
  return (0.7 * (technical[vendor] ?? 0) + 0.3 * priceScore).toFixed(2);
}

/** The ranking, and an award that somebody else approves. */
export async function award({ petra, edgar, vera, aino }: People, { ids }: Journey): Promise<void> {
  await visit(petra, `/evaluations/${ids.lot}/ranking`);
  const ranking = petra.getByRole("table", { name: "Ranking" });
  for (const vendor of [WINNER, RIVAL] as const) await expect(row(ranking, vendor)).toContainText(total(vendor));
  await expect(ranking.getByRole("row").nth(1)).toContainText(WINNER);

  await visit(petra, `/evaluations/${ids.lot}/award`);
  await press(petra, "Propose the award");
  await expect(petra.getByRole("main").getByText("Proposed", { exact: true }).first()).toBeVisible();
  await expect(petra.getByRole("button", { name: "Approve", exact: true })).toHaveCount(0);
  await visit(edgar, `/evaluations/${ids.lot}/award`);
  await throughDialog(edgar, "Approve", "Approve the award");
  await visit(petra, `/evaluations/${ids.lot}/award`);
  await throughDialog(petra, "Send letters", "Send letters");
  await expect(petra.getByRole("main").getByText("Final", { exact: true }).first()).toBeVisible();

  await visit(vera, `/portal/rfps/${ids.rfp}/result`);
  await expect(vera.getByRole("main").getByText("Final", { exact: true })).toBeVisible();
  await visit(aino, "/portal");
  await expect(row(aino.getByRole("table", { name: "Invitations" }), "Result: not chosen").first()).toBeVisible();
}
