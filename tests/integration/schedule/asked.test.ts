import { expect, test } from "vitest";
import { askForRun } from "@/lib/schedule/mutations";
import { listScheduled } from "@/lib/schedule/queries";
import { SCHEDULED_KEYS } from "@/lib/schedule/table";
import { findJobHandler } from "@/lib/server/job-handlers";
import { claimJob, finishJob } from "@/lib/server/job-queue";
import { doneValue } from "../../support/contracts";
import { makeMember, makeOrganization } from "../../support/factories";

/** As a worker does it. */
async function work(id: string) {
  const row = await claimJob(id);
  const handler = row && (await findJobHandler(row.kind));
  if (!row || !handler) throw new Error("Nobody does it.");
  const result = await handler({ ...row, attempt: row.attempts, signal: new AbortController().signal });
  await finishJob(id, result);
  return result;
}

test("an administrator asks for a run; it is done once, for the own organization, and its result stands on the page", async () => {
  const organization = await makeOrganization();
  const other = await makeOrganization();
  const administrator = await makeMember(organization, ["administrator"]);
  const before = await listScheduled(organization.id);
  expect(before.map(({ key, state }) => [key, state])).toEqual(SCHEDULED_KEYS.map((key) => [key, "waiting"]));
  const asked = doneValue(await askForRun(administrator, "health"));
  expect(await askForRun(administrator, "health")).toMatchObject({ reason: "state" });
  expect(await work(asked.id)).toEqual({
    state: "done",
    message: "Health of engagements: Judged 0 engagements, 0 worse than before",
  });
  const after = (await listScheduled(organization.id)).find(({ key }) => key === "health");
  expect(after).toMatchObject({ state: "done", error: null, result: "Judged 0 engagements, 0 worse than before" });
  expect((await listScheduled(other.id)).every(({ state }) => state === "waiting")).toBe(true);
  // What is done is asked for again.
  expect(await askForRun(administrator, "health")).toMatchObject({ ok: true });
});
