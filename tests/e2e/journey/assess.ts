import { expect } from "@playwright/test";
import { DEFAULT_CRITERIA } from "@/lib/processes/rules/suitability-criteria";
import { arriveAt, choose, field, fillIn, press, row, throughDialog, visit } from "@/tests/support/browser-forms";
import { expectStage } from "./gates";
import type { People } from "./people";
import type { Journey } from "./plan";

/** Step 1: a new process, and whether it can be given away. */
export async function assessProcess({ oskar }: People, journey: Journey): Promise<void> {
  await visit(oskar, "/processes/new");
  await fillIn(oskar, {
    Name: journey.service,
    "Volume per month": "900",
    "Unit of the volume": "incidents",
    "Cost per year": "300000",
  });
  await choose(oskar, { Function: "Back office", Category: "IT services" });
  await oskar.getByRole("checkbox", { name: "Critical" }).check();
  await press(oskar, "Create process");
  journey.ids.process = await arriveAt(oskar, "/processes");

  await press(oskar, "Assess process");
  await arriveAt(oskar, "/assessments");
  for (const { name, isReversed } of DEFAULT_CRITERIA) {
    const scale = oskar.getByRole("radiogroup", { name, exact: true });
    await scale.getByText(isReversed ? "1" : "5", { exact: true }).click();
  }
  const result = oskar.getByRole("region", { name: "Result" });
  await expect(result).toContainText(`${DEFAULT_CRITERIA.length} of ${DEFAULT_CRITERIA.length} questions answered`);
  await expect(result).toContainText("100.0");
  await press(oskar, "Complete assessment");
  await arriveAt(oskar, "/processes");
  const figures = oskar.getByRole("region", { name: "Key figures" });
  await expect(figures).toContainText("of 100");
  await expect(figures).toContainText("Outsource");
}

/** Step 2, first half: the engagement with what it is for. */
export async function openEngagement({ oskar }: People, journey: Journey): Promise<void> {
  await visit(oskar, "/engagements/new");
  await fillIn(oskar, {
    Name: journey.service,
    Summary: "Incidents at night go to a provider who is awake.",
    "Estimated charges a year": "144000",
  });
  await oskar.getByPlaceholder("Name or code of a process").fill(journey.service);
  await oskar.getByRole("list", { name: "Found processes" }).getByText(journey.service).click();
  await expect(oskar.getByRole("list", { name: "Chosen processes" })).toContainText(journey.service);
  await press(oskar, "Add an objective");
  await choose(oskar, { Objective: "Better service quality" });
  await fillIn(oskar, { "What is measured": "Incidents solved in time", Unit: "%", Today: "88", Target: "95" });
  await press(oskar, "Create engagement");
  journey.ids.engagement = await arriveAt(oskar, "/engagements");
  await expectStage(oskar, "Assess");
  await expect(oskar.getByRole("main").getByText("There is no business case")).toBeVisible();
}

const CHARGES = [144_000, 144_000, 144_000];
const RETAINED = [30_000, 30_000, 30_000];
const ONE_OFF = [60_000, 0, 0];
const TODAY = 300_000;

/** Present value with the first year not discounted, computed here and not by the app. */
function presentValue(rate: number): number {
  return CHARGES.reduce((total, charges, year) => {
    const saved = TODAY - charges - (RETAINED[year] ?? 0) - (ONE_OFF[year] ?? 0);
    return total + saved / (1 + rate) ** year;
  }, 0);
}

/** Step 2, second half: figures typed into the grid, an option chosen, and the executive's word. */
export async function justifyIt({ oskar, edgar }: People, { ids, today }: Journey): Promise<void> {
  const page = `/engagements/${ids.engagement}/business-case`;
  await visit(oskar, page);
  await fillIn(oskar, { Years: "3", "Discount rate a year": "8" });
  await press(oskar, "Make the business case");
  await oskar.waitForURL("**/business-case/figures");

  const year = Number(today.slice(0, 4));
  const lines = { "Vendor charges": CHARGES, "Retained organization": RETAINED, "Transition, one-off": ONE_OFF };
  for (const [line, amounts] of Object.entries(lines)) {
    for (const [index, amount] of amounts.entries())
      await oskar
        .getByLabel(`${line}, Outsource nearshore, ${year + index}`)
        .first()
        .fill(String(amount));
  }
  for (const index of [0, 1, 2])
    await oskar
      .getByLabel(`Cost today, Keep as it is, ${year + index}`)
      .first()
      .fill(String(TODAY));
  await press(oskar, "Save figures");
  await oskar.waitForURL(`**${page}`);

  const option = row(oskar.getByRole("table", { name: "Options with their figures" }), "Outsource nearshore").first();
  await expect(option).toContainText(Math.round(presentValue(0.08)).toLocaleString("en-GB"));
  await oskar.getByRole("radio", { name: "Outsource nearshore" }).check();
  await field(oskar, "Reason").fill("It costs less from the first year on.");
  await press(oskar, "Choose this option");
  await throughDialog(oskar, "Submit for approval", "Ask for the approval");
  await expect(oskar.getByRole("main").getByText("Waiting for approval").first()).toBeVisible();
  await expect(oskar.getByRole("button", { name: "Approve", exact: true })).toHaveCount(0);

  await visit(edgar, page);
  await throughDialog(edgar, "Approve", "Approve the business case");
  await expect(edgar.getByRole("main").getByText("Approved", { exact: true }).first()).toBeVisible();
}
