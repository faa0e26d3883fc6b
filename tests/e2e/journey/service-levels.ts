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

/**
 * What was proposed in the scope and reported until now is computed from the cases, with a credit for a miss: an
 * amendment, because the contract runs. It is written piece by piece, approved, assented to, and in force from its day.
 */
export async function defineKpi({ petra, edgar, vera }: People, journey: Journey): Promise<void> {
  const { csv } = writeCaseLog(journey);
  const contract = `/contracts/${journey.ids.contract}`;
  await visit(petra, `${contract}/service-levels/definitions`);
  await petra.getByRole("link", { name: "New amendment" }).click();
  await petra.waitForURL("**/amendments/new");
  await fillIn(petra, {
    "In force from": `${journey.months.before}-01`,
    "In a sentence": "Computed from the incidents, with a credit for a miss.",
  });
  await press(petra, "Begin amendment");
  await petra.waitForURL(/\/amendments\/[0-9a-f-]{36}$/);
  const amendment = new URL(petra.url()).pathname;

  await visit(petra, `${amendment}/kpi`);
  await petra.getByRole("link", { name: "Change KPI-01" }).click();
  await choose(petra, { "How it is measured": "Computed from the case log" });
  const share = petra.getByRole("group", { name: /^Share of cases that meet/ });
  await choose(share, { Field: "made_sla", Comparison: "is" });
  await fillIn(share, { Value: "TRUE" });
  await choose(petra, { "Month of a case": "Closed" });
  await press(petra, "Preview values");
  const preview = petra.getByRole("status").filter({ has: petra.getByRole("table") });
  await expect(preview).toContainText(String(shareInTime(csv, journey.months.last).value));
  await press(petra, "Save KPI");
  await petra.waitForURL(`**${amendment}`);

  await visit(petra, `${amendment}/service-level`);
  await petra.getByRole("link", { name: "Change KPI-01" }).click();
  await choose(petra, { "Credit scheme": "Pool" });
  await fillIn(petra, {
    Category: "Resolution",
    Clause: "Schedule 4.2",
    "Pool of the category": "100",
    Allocation: "50",
    "Expected misses": "1",
  });
  await press(petra, "Save service level");
  await petra.waitForURL(`**${amendment}`);
  await expect(row(petra.getByRole("table", { name: "Old beside new" }), "Credit: pool, %")).toContainText("100");
  await throughDialog(petra, "Propose amendment", "Propose amendment");

  await visit(edgar, amendment);
  await throughDialog(edgar, "Decide", "Record decision", (dialog) => choose(dialog, { Decision: "Approve" }));

  await visit(vera, `/portal${contract}/amendments`);
  await vera.getByRole("link", { name: "Amendment 1" }).click();
  await vera.waitForURL(`**/portal${amendment}`);
  await expect(row(vera.getByRole("table", { name: "Old beside new" }), "Credit: pool, %")).toContainText("100");
  await fillIn(vera, { "Your full name": "Vera Vendor" });
  await press(vera, "Assent to amendment");
  await expect(vera.getByRole("main").getByText("In force", { exact: true }).first()).toBeVisible();

  await visit(petra, `${contract}/service-levels/definitions`);
  const levels = petra.getByRole("table", { name: `Service levels on ${LEVEL}` });
  await expect(row(levels, "Revision 2")).toContainText("pool Resolution 100 % × 50 %");
}

/** The charge of the month, the figure and its credit on the board, and the month verified and locked. */
export async function closeMonth({ petra, oskar, vera }: People, journey: Journey): Promise<void> {
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
  await expect(main).toContainText("Failures in a row");

  // Who reports does not verify: the vendor says in its portal that the figures are complete.
  if (await oskar.getByRole("button", { name: `Report ${short}`, exact: true }).isVisible()) {
    await visit(vera, `/portal${board}?month=${months.last}`);
    await throughDialog(vera, `Report ${short}`, `Report ${short}`);
    await visit(oskar, `${board}?month=${months.last}`);
  }
  await throughDialog(oskar, `Verify ${short}`, `Verify ${short}`);
  // The vendor signs what was verified, in its own portal; the client signs the same hash and locks.
  await visit(vera, `/portal${board}?month=${months.last}`);
  await throughDialog(vera, `Sign ${short}`, `Sign ${short}`);
  await expect(vera.getByRole("main")).toContainText("Signed for the vendor: Vera Holmquist");
  await visit(oskar, `${board}?month=${months.last}`);
  await throughDialog(oskar, `Sign and lock ${short}`, `Sign and lock ${short}`);
  await expect(oskar.getByRole("main").getByText("Locked", { exact: true }).first()).toBeVisible();

  await visit(oskar, `${board}/credits`);
  const credit = row(oskar.getByRole("table", { name: "Ledger of credits" }), name);
  await expect(credit).toContainText(`${CREDIT}.00`);
  await expect(credit).toContainText("Calculated");
  await press(credit, "Show the calculation");
  await expect(oskar.getByRole("dialog")).toContainText(`${CREDIT}.00 EUR`);
  await press(oskar.getByRole("dialog"), "Close");

  // The month before met its level: a figure, and no credit.
  await visit(oskar, `${board}?month=${months.before}`);
  await expect(main).toContainText(`${shareInTime(writeCaseLog(journey).csv, months.before).value} %`);
  await expect(oskar.getByRole("main").getByText("Met", { exact: true }).first()).toBeVisible();
  await expect(oskar.getByRole("heading", { name: `Result for ${LEVEL}` })).toBeVisible();
  await expect(field(oskar, "Credit")).toHaveCount(0);
}
