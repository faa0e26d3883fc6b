import { expect, type Page } from "@playwright/test";
import { arriveAt, choose, field, fillIn, press, row, throughDialog, visit } from "@/tests/support/browser-forms";
import type { People } from "./people";
import { daysAfter, type Journey } from "./plan";

const CRITERION = "Both shifts can sign in to the ticket system";

/** Step 6: a plan with two tasks, one waiting for the other, and the decision to go. */
export async function moveTheWork({ oskar }: People, journey: Journey): Promise<void> {
  const { ids, service, today } = journey;
  await visit(oskar, `/transitions/new?engagement=${ids.engagement}`);
  await fillIn(oskar, { Name: `${service}, handover`, Start: daysAfter(today, -20), "Go-live": today });
  await choose(oskar, { Contract: service });
  await oskar.getByRole("checkbox", { name: "Begin with the usual plan" }).uncheck();
  await press(oskar, "Create plan");
  ids.transition = await arriveAt(oskar, "/transitions");
  const plan = `/transitions/${ids.transition}`;

  await addTask(oskar, plan, {
    name: "Write down the runbook",
    from: daysAfter(today, -20),
    to: daysAfter(today, -12),
  });
  await addTask(
    oskar,
    plan,
    { name: "Work beside each other", from: daysAfter(today, -11), to: daysAfter(today, -2) },
    "Write down the runbook",
  );
  await expect(row(oskar.getByRole("main"), "Work beside each other").first()).toContainText("T-01");

  await throughDialog(oskar, "Begin knowledge transfer", "Begin knowledge transfer");
  await throughDialog(oskar, "Begin parallel run", "Begin parallel run");
  await visit(oskar, `${plan}/go-no-go`);
  await throughDialog(oskar, "Add criterion", "Add criterion", (dialog) =>
    fillIn(dialog, { "What has to be true on the day": CRITERION }),
  );
  await expect(oskar.getByRole("main").getByText("Not ready yet")).toBeVisible();
  await throughDialog(oskar, `Judge ${CRITERION}`, "Save judgement", async (dialog) => {
    await choose(dialog, { "It is": "Met" });
    await fillIn(dialog, { Evidence: "Test sign-in of all twelve people" });
  });
  await expect(oskar.getByRole("main").getByText("Ready to go live")).toBeVisible();
  await throughDialog(oskar, "Go", "Record go");
  await expect(oskar.getByRole("main").getByText(/Go, decided by Oskar Lindqvale/)).toBeVisible();
}

type Task = { name: string; from: string; to: string };

async function addTask(page: Page, plan: string, { name, from, to }: Task, waitsFor?: string): Promise<void> {
  await visit(page, `${plan}/tasks/new`);
  await field(page, "Task").first().fill(name);
  await fillIn(page, { "Planned start": from, "Planned end": to, Began: from, Ended: to, Progress: "100" });
  await choose(page, { Workstream: "Documentation" });
  if (waitsFor) {
    const waits = page.getByRole("group", { name: "Waits for" });
    await press(waits, "Add dependency");
    await choose(waits, { Task: waitsFor });
  }
  await press(page, "Add task");
  await arriveAt(page, "/transitions");
  await expect(page.getByRole("main")).toContainText(name);
}
