import { expect } from "@playwright/test";
import { arriveAt, choose, fillIn, press, row, throughDialog, visit } from "@/tests/support/browser-forms";
import type { People } from "./people";
import type { Journey } from "./plan";
import { LEVEL } from "./scope";

/** Step 5: a contract from the award, approved, signed by both sides and active. */
export async function makeContract({ petra, edgar, vera }: People, journey: Journey): Promise<void> {
  const { ids, service } = journey;
  await visit(petra, `/contracts/new?engagement=${ids.engagement}`);
  await throughDialog(petra, "Make contract", "Create contract", (dialog) =>
    fillIn(dialog, { "First day": journey.start }),
  );
  ids.contract = await arriveAt(petra, "/contracts");
  const contract = `/contracts/${ids.contract}`;
  await visit(petra, `${contract}/edit`);
  await fillIn(petra, {
    "Our notice": "6",
    "Exit plan": "Knowledge, data and open incidents go back within three months.",
  });
  await press(petra, "Save terms");
  await arriveAt(petra, "/contracts");

  await visit(petra, `${contract}/charges`);
  const line = row(petra.getByRole("table").first(), "Night service");
  await expect(line).toContainText("12,000");
  await expect(line).toContainText("a month");
  await visit(petra, `${contract}/service-levels/definitions`);
  await expect(row(petra.getByRole("table", { name: `Service levels on ${LEVEL}` }), "Revision 1")).toContainText("95");

  await visit(petra, contract);
  await throughDialog(petra, "Send into review", "Send into review");
  await expect(petra.getByRole("main").getByText("In review", { exact: true }).first()).toBeVisible();
  await expect(petra.getByRole("main").getByText("This contract needs the approval of an executive")).toBeVisible();

  await visit(edgar, contract);
  await throughDialog(edgar, "Decide", "Record decision", (dialog) => choose(dialog, { Decision: "Approve" }));
  await edgar.getByRole("link", { name: "Read and sign" }).click();
  await edgar.waitForURL("**/text");
  await expect(edgar.getByRole("main")).toContainText("Verified");
  await fillIn(edgar, { "Your full name": "Edgar Executive" });
  await press(edgar, "Sign contract");
  await expect(row(edgar.getByRole("table", { name: "Signatures" }), "Edgar Executive")).toContainText("Yes");

  await visit(vera, "/portal/contracts");
  const mine = row(vera.getByRole("table", { name: "Contracts" }), service);
  await expect(mine).toContainText("To sign");
  await mine.getByRole("link", { name: service }).click();
  await arriveAt(vera, "/portal/contracts");
  await expect(vera.getByRole("main")).not.toContainText("Internal lead");
  await vera.getByRole("link", { name: "Read and sign" }).click();
  await vera.waitForURL("**/text");
  // All of it stands there: charges, levels, terms; and what is internal does not.
  for (const part of ["Night service", LEVEL, "Knowledge, data and open incidents"])
    await expect(vera.getByRole("main")).toContainText(part);
  await expect(vera.getByRole("main")).not.toContainText("Internal lead");
  await fillIn(vera, { "Your full name": "Vera Vendor" });
  await press(vera, "Sign contract");
  await expect(vera.getByRole("main").getByText("Signed", { exact: true }).first()).toBeVisible();

  await visit(petra, contract);
  await expect(petra.getByRole("main").getByText("9 of 9 are there.")).toBeVisible();
  await throughDialog(petra, "Activate contract", "Activate contract");
  await expect(petra.getByRole("main").getByText("Active", { exact: true }).first()).toBeVisible();
}
