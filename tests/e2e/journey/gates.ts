import { expect, type Page } from "@playwright/test";
import { throughDialog, visit } from "@/tests/support/browser-forms";

/** Where the rail of the open engagement stands. */
export async function expectStage(page: Page, stage: string): Promise<void> {
  const rail = page.getByRole("navigation", { name: "Stages of the engagement" });
  await expect(rail.locator('[aria-current="step"]')).toContainText(stage);
}

/** The one whose own role decides the gate passes it. */
export async function passGate(page: Page, engagement: string, next: string): Promise<void> {
  await visit(page, `/engagements/${engagement}`);
  await expect(page.getByRole("main").getByText("All conditions met")).toBeVisible();
  await throughDialog(page, `Pass to ${next}`, `Pass to ${next}`);
  await expectStage(page, next);
}

/** One asks, another one approves. */
export async function passGateTogether(asker: Page, approver: Page, engagement: string, next: string): Promise<void> {
  await visit(asker, `/engagements/${engagement}`);
  await expect(asker.getByRole("main").getByText("All conditions met")).toBeVisible();
  await throughDialog(asker, "Request approval", "Request approval");
  await expect(asker.getByRole("main").getByText("The decision is waiting.")).toBeVisible();
  await visit(approver, `/engagements/${engagement}`);
  await throughDialog(approver, "Approve", "Approve");
  await expectStage(approver, next);
}
