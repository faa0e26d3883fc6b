import { expect } from "@playwright/test";
import { choose, fillIn, press, row, throughDialog, visit } from "@/tests/support/browser-forms";
import type { People } from "./people";
import type { Journey } from "./plan";

export const MANDATORY = "Data stays in the European Union";
/** By the section, which is also the criterion that it is scored under. */
export const SCORED = {
  Quality: "Solve incidents within the agreed time",
  Handover: "Take over the work within two months",
} as const;
export const LEVEL = "Incidents solved in time";

/** Step 3: what the provider shall do, and how well. */
export async function describeScope({ oskar }: People, { ids, service }: Journey): Promise<void> {
  await visit(oskar, `/engagements/${ids.engagement}/scope`);
  await press(oskar, "Start the scope");
  const wanted = [
    { section: "Data", title: MANDATORY, kind: "Security", priority: "Mandatory" },
    { section: "Quality", title: SCORED.Quality, kind: "Quality", priority: "Scored" },
    { section: "Handover", title: SCORED.Handover, kind: "Staffing", priority: "Scored" },
  ];
  for (const { section, title, kind, priority } of wanted) {
    await throughDialog(oskar, "Add requirement", "Add requirement", async (dialog) => {
      await fillIn(dialog, { Section: section, Requirement: title });
      await choose(dialog, { Kind: kind, Priority: priority });
    });
    await expect(oskar.getByRole("region", { name: `Requirements: ${section}` })).toContainText(title);
  }
  await throughDialog(oskar, "Propose service level", "Propose service level", async (dialog) => {
    await fillIn(dialog, { "Service level": LEVEL, Unit: "%", Expected: "95", Minimum: "90", Baseline: "88" });
    await choose(dialog, { Process: service });
    await dialog.getByRole("checkbox", { name: "Critical" }).check();
  });
  const level = row(oskar.getByRole("table", { name: "Proposed service levels" }), LEVEL);
  await expect(level).toContainText("95");
  await expect(level).toContainText("Critical");
}
