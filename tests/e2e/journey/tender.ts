import { expect, type Page } from "@playwright/test";
import { arriveAt, choose, field, fillIn, press, row, throughDialog, visit } from "@/tests/support/browser-forms";
import { type People, RIVAL, WINNER } from "./people";
import { daysAfter, type Journey, TERM_MONTHS } from "./plan";
import { SCORED } from "./scope";

/** Step 4, first part: an RFP from the scope, complete and published. */
export async function publishRfp({ petra }: People, journey: Journey): Promise<void> {
  await visit(petra, `/engagements/${journey.ids.engagement}/scope`);
  await petra.getByRole("link", { name: "Create RFP" }).click();
  await expect(field(petra, "Title")).toHaveValue(journey.service);
  await fillIn(petra, { "Term of the contract": String(TERM_MONTHS) });
  await press(petra, "Create RFP");
  journey.ids.rfp = await arriveAt(petra, "/rfps");
  const rfp = `/rfps/${journey.ids.rfp}`;

  await expect(petra.getByRole("main").getByText("Before it can be published")).toBeVisible();
  await setTimetable(petra, journey.today);
  await visit(petra, `${rfp}/criteria`);
  await setCriteria(petra);
  await setPriceItem(petra, journey.service);

  await visit(petra, `${rfp}/questions`);
  await press(petra, "Make from requirements");
  await expect(petra.getByRole("region", { name: "Questions: Data" })).toContainText("Mandatory");
  await expect(petra.getByRole("region", { name: "Questions: Handover" })).toContainText(SCORED.Handover);

  await visit(petra, `${rfp}/vendors`);
  for (const vendor of [WINNER, RIVAL]) {
    await throughDialog(petra, "Invite vendor", "Invite vendor", (dialog) => choose(dialog, { Vendor: vendor }));
    await expect(row(petra.getByRole("table", { name: "Invited vendors" }), vendor)).toContainText("Not told yet");
  }
  for (const person of ["Oskar Lindqvale", "Petra Quillmann"]) {
    await throughDialog(petra, "Name evaluator", "Name evaluator", (dialog) => choose(dialog, { Member: person }));
    await expect(row(petra.getByRole("table", { name: "Evaluators" }), person)).toBeVisible();
  }

  await visit(petra, rfp);
  await expect(petra.getByRole("main").getByText("Ready to publish")).toBeVisible();
  // Five days are very few: it is said, and has to be meant.
  await throughDialog(petra, "Publish RFP", "Publish RFP", async (dialog) => {
    await expect(dialog.getByText("less than 10 days")).toBeVisible();
    await dialog.getByLabel("It is meant: publish with so little time").check();
  });
  await expect(petra.getByRole("main").getByText("Published", { exact: true }).first()).toBeVisible();
}

async function setTimetable(page: Page, today: string): Promise<void> {
  await throughDialog(
    page,
    page.locator("#timetable").getByRole("button", { name: "Edit" }),
    "Save timetable",
    (dialog) =>
      fillIn(dialog, {
        "Questions until": `${daysAfter(today, 2)}T12:00`,
        "Answers until": `${daysAfter(today, 3)}T12:00`,
        "Bids until": `${daysAfter(today, 5)}T12:00`,
        Opening: `${daysAfter(today, 5)}T13:00`,
      }),
  );
  // No standstill: a test cannot wait for days, and zero is allowed.
  const general = page.getByRole("button", { name: "Edit", exact: true }).last();
  await throughDialog(page, general, "Save RFP", (dialog) => fillIn(dialog, { Standstill: "0" }));
  await expect(page.locator("#timetable")).toContainText("0 days");
}

async function setCriteria(page: Page): Promise<void> {
  const criteria = page.getByRole("form", { name: "Criteria", exact: true });
  const wanted = [
    ["Quality", "60"],
    ["Handover", "40"],
  ] as const;
  const names = field(criteria, "Criterion");
  while ((await names.count()) < wanted.length) await press(criteria, "Add criterion");
  for (const [index, [name, weight]] of wanted.entries()) {
    await names.nth(index).fill(name);
    await field(criteria, "Weight").nth(index).fill(weight);
  }
  await expect(criteria.getByText("Total 100 %")).toBeVisible();
  await press(criteria, "Save criteria");
  await expect(page.getByText("Criteria saved")).toBeVisible();
  const rules = page.getByRole("form", { name: "Rules of evaluation" });
  await fillIn(rules, { "Technical weight": "70", "Price weight": "30", "Minimum technical score": "50" });
  await press(rules, "Save rules");
  await expect(page.getByText("Rules of evaluation saved")).toBeVisible();
}

async function setPriceItem(page: Page, service: string): Promise<void> {
  const lots = page.getByRole("form", { name: "Lots and price items" });
  const titles = field(lots, "Title");
  if ((await titles.count()) === 0) await press(lots, "Add lot");
  await titles.first().fill(service);
  const items = field(lots, "Price item");
  if ((await items.count()) === 0) await press(lots, "Add price item");
  await fillIn(lots, { "Price item": "Night service", Unit: "month", Quantity: "1" });
  await choose(lots, { Paid: "Every month" });
  await press(lots, "Save lots and price items");
  await expect(page.getByText("Lots and price items saved")).toBeVisible();
}
