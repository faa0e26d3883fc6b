import { expect } from "@playwright/test";
import { choose, field, fillIn, press, row, throughDialog, visit } from "@/tests/support/browser-forms";
import { shareInTime, writeCaseLog } from "./case-log";
import type { People } from "./people";
import { type Journey, MONTHLY_FEE, monthName } from "./plan";
import { LEVEL } from "./scope";

const AT_RISK = 0.1;
const ALLOCATION = 0.5;
const CREDIT = MONTHLY_FEE * AT_RISK * ALLOCATION;

/** Step 7: the vendor's own records become a figure, the figure a credit, and the month is closed. */
export async function importCases({ oskar }: People, journey: Journey): Promise<void> {
  const page = `/contracts/${journey.ids.contract}/service-levels`;
  const log = writeCaseLog(journey);
  const file = { name: "incidents.csv", mimeType: "text/csv", buffer: Buffer.from(log.csv) };
  await visit(oskar, `${page}/case-log/new`);
  await oskar.getByLabel("Sample file").setInputFiles(file);
  await expect(field(oskar, "Dates")).toHaveValue("dd-MM-yyyy HH:mm");
  await expect(field(oskar, "Stands for nothing")).toHaveValue("?");
  await choose(oskar, { "Case number": "number", Opened: "opened_at", Resolved: "resolved_at", Closed: "closed_at" });
  for (const column of ["made_sla", "priority"]) await oskar.getByRole("checkbox", { name: column }).check();
  await press(oskar, "Save mapping");
  await oskar.waitForURL("**/case-log?log=*");

  await oskar.getByLabel("File", { exact: true }).setInputFiles(file);
  await press(oskar, "Import cases");
  const done = row(oskar.getByRole("table", { name: "Imports" }), "incidents.csv");
  await expect(done).toContainText("Imported", { timeout: 60_000 });
  await expect(done.getByRole("cell", { name: String(log.rows), exact: true })).toBeVisible();
  await expect(done.getByRole("cell", { name: String(log.cases.length), exact: true })).toBeVisible();
}

/** What was proposed in the scope and reported until now is computed from the cases, with a credit for a miss. */
export async function defineKpi({ oskar }: People, journey: Journey): Promise<void> {
  const { csv } = writeCaseLog(journey);
  const page = `/contracts/${journey.ids.contract}/service-levels/definitions`;
  await visit(oskar, page);
  await oskar.getByRole("link", { name: "Edit KPI" }).click();
  await choose(oskar, { "How it is measured": "Computed from the case log" });
  const share = oskar.getByRole("group", { name: /^Share of cases that meet/ });
  await choose(share, { Field: "made_sla", Comparison: "is" });
  await fillIn(share, { Value: "TRUE" });
  await choose(oskar, { "Month of a case": "Closed" });
  await press(oskar, "Preview values");
  const preview = oskar.getByRole("status").filter({ has: oskar.getByRole("table") });
  await expect(preview).toContainText(String(shareInTime(csv, journey.months.last).value));
  await press(oskar, "Save KPI");
  await oskar.waitForURL(`**${page}`);

  const levels = oskar.getByRole("table", { name: `Service levels on ${LEVEL}` });
  await levels.getByRole("link", { name: "Revision 1" }).click();
  await oskar.waitForURL("**/definitions/levels/*");
  await choose(oskar, { "Credit scheme": "Pool" });
  await fillIn(oskar, {
    Category: "Resolution",
    Clause: "Schedule 4.2",
    "Pool of the category": "100",
    Allocation: "50",
    "Expected misses": "1",
  });
  await press(oskar, "Save service level");
  await oskar.waitForURL(`**${page}`);
  await expect(levels).toContainText("pool Resolution 100 % × 50 %");
}

/** The charge of the month, the figure and its credit on the board, and the month verified and locked. */
export async function closeMonth({ petra, oskar }: People, journey: Journey): Promise<void> {
  const { ids, months } = journey;
  await visit(petra, `/contracts/${ids.contract}/charges/months/${months.last}`);
  await throughDialog(petra, "Record Night service", "Record charge");
  await expect(row(petra.getByRole("table"), "Night service")).toContainText("12,000.00");

  const board = `/contracts/${ids.contract}/service-levels`;
  const name = monthName(months.last);
  const short = name.split(" ")[0] ?? "";
  const { value, cases } = shareInTime(writeCaseLog(journey).csv, months.last);
  await visit(oskar, `${board}?month=${months.last}`);
  await expect(oskar.getByRole("heading", { level: 1 })).toContainText(name);
  const main = oskar.getByRole("main");
  await expect(main).toContainText(`${cases} cases`);
  await expect(main).toContainText(`${value} %`);
  await expect(main).toContainText("Below minimum");
  await expect(oskar.getByRole("heading", { name: `Credit for ${LEVEL}` })).toBeVisible();
  await expect(main).toContainText(`${CREDIT}.00`);
  await oskar.getByRole("main").getByText("Show every step").click();
  await expect(main).toContainText(`${MONTHLY_FEE} × 10 % × 100 % × 50 % × 1 = ${CREDIT}.00 EUR`);

  const report = oskar.getByRole("button", { name: `Report ${short}`, exact: true });
  if (await report.isVisible()) await report.click();
  await throughDialog(oskar, `Verify ${short}`, `Verify ${short}`);
  await throughDialog(oskar, `Lock ${short}`, `Lock ${short}`);
  await expect(oskar.getByRole("main").getByText("Locked", { exact: true }).first()).toBeVisible();

  await visit(oskar, `${board}/credits`);
  const credit = row(oskar.getByRole("table", { name: "Service credits" }), name);
  await expect(credit).toContainText(`${CREDIT}.00`);
  await expect(credit).toContainText("Calculated");
  await press(credit, "Show the calculation");
  await expect(oskar.getByRole("dialog")).toContainText(`= ${CREDIT}.00 EUR`);
  await press(oskar.getByRole("dialog"), "Close");

  // The month before met its level: a figure, and no credit.
  await visit(oskar, `${board}?month=${months.before}`);
  await expect(main).toContainText(`${shareInTime(writeCaseLog(journey).csv, months.before).value} %`);
  await expect(oskar.getByRole("main").getByText("Met", { exact: true }).first()).toBeVisible();
  await expect(oskar.getByRole("heading", { name: `Result for ${LEVEL}` })).toBeVisible();
  await expect(field(oskar, "Credit")).toHaveCount(0);
}
