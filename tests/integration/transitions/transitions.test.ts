import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/server/database";
import { addCriterion, judgeCriterion } from "@/lib/transitions/mutations/criteria";
import { addKnowledgeItem, signKnowledge, signKnowledgeAsVendor } from "@/lib/transitions/mutations/knowledge";
import { advanceTransition, createTransition, decideGoLive, updateTransition } from "@/lib/transitions/mutations/plans";
import { addTask, removeTask, updateTask } from "@/lib/transitions/mutations/tasks";
import {
  findTransition,
  listCriteria,
  listKnowledge,
  listTasks,
  listVendorTransitions,
} from "@/lib/transitions/queries";
import { checkDependencies } from "@/lib/transitions/rules/dependencies";
import { scheduleTasks } from "@/lib/transitions/schedule";
import { taskBody } from "@/lib/transitions/schema";
import { doneValue, makeDraft, makePlace, type Place } from "@/tests/support/contracts";
import { makeMember, makeVendorContact } from "@/tests/support/factories";

let place: Place;
beforeAll(async () => {
  place = await makePlace("transition");
});

async function makePlan(values: { useTemplate?: boolean; contractId?: string | null } = {}) {
  return doneValue(
    await createTransition(place.operations, {
      engagementId: place.engagementId,
      name: "Move invoices",
      plannedStart: "2026-03-02",
      plannedGoLive: "2026-06-01",
      contractId: values.contractId ?? null,
      useTemplate: values.useTemplate ?? false,
    }),
  );
}

const task = (values: Record<string, unknown> = {}) =>
  taskBody.parse({
    workstream: "governance",
    name: "Task",
    plannedStart: "2026-03-02",
    plannedEnd: "2026-03-06",
    ...values,
  });
const waits = (id: string) => ({ predecessors: [{ id, lagDays: 0 }] });

async function moveTo(planId: string, stages: number) {
  let { version } = (await findTransition(place.organization.id, planId)) ?? { version: 0 };
  for (let step = 0; step < stages; step += 1) {
    version = doneValue(await advanceTransition(place.operations, planId, version)).version;
  }
  return version;
}

describe("plans", () => {
  test("an engagement that has not come that far is refused", async () => {
    const early = await makePlace("source");
    const input = {
      engagementId: early.engagementId,
      name: "Too early",
      plannedStart: "2026-03-02",
      plannedGoLive: "2026-06-01",
      contractId: null,
      useTemplate: false,
    };
    expect(await createTransition(early.operations, input)).toMatchObject({ ok: false, reason: "state" });
  });

  test("the usual plan has no circle, ends at go-live and has its criteria", async () => {
    const plan = await makePlan({ useTemplate: true });
    const tasks = await listTasks(place.organization.id, plan.id);
    const dependencies = tasks.flatMap((each) =>
      each.predecessors.map(({ id, lagDays }) => ({ predecessorId: id, successorId: each.id, lagDays })),
    );
    expect(checkDependencies(tasks, dependencies)).toEqual([]);
    expect(tasks.find((each) => each.name === "Go-live")).toMatchObject({
      plannedEnd: "2026-06-01",
      isMilestone: true,
    });
    const schedule = scheduleTasks(tasks, "2026-03-01");
    expect(schedule?.criticalPath.length).toBeGreaterThan(0);
    expect((await listCriteria(place.organization.id, plan.id)).length).toBe(7);
  });

  test("a stale version is refused with who was first", async () => {
    const plan = await makePlan();
    const input = { name: "New name", plannedStart: "2026-03-02", plannedGoLive: "2026-07-01", contractId: null };
    doneValue(await updateTransition(place.operations, plan.id, plan.version, input));
    const second = await updateTransition(place.procurement, plan.id, plan.version, input);
    expect(second).toMatchObject({ ok: false, reason: "stale", current: { by: place.operations.name } });
  });

  test("another organization neither reads nor changes it", async () => {
    const plan = await makePlan({ useTemplate: true });
    const other = await makePlace("transition");
    expect(await findTransition(other.organization.id, plan.id)).toBeNull();
    expect(await listTasks(other.organization.id, plan.id)).toEqual([]);
    expect(await advanceTransition(other.operations, plan.id, plan.version)).toMatchObject({ reason: "notFound" });
    expect(await addTask(other.operations, plan.id, task())).toMatchObject({ reason: "notFound" });
    const [criterion] = await listCriteria(place.organization.id, plan.id);
    const met = { state: "met" as const, evidence: "", waiverReason: "" };
    expect(await judgeCriterion(other.operations, criterion?.id ?? "", 1, met)).toMatchObject({ reason: "notFound" });
  });
});

describe("tasks", () => {
  test("a circle is refused and names its tasks, also when two people close it at once", async () => {
    const plan = await makePlan();
    const a = doneValue(await addTask(place.operations, plan.id, task({ name: "Alpha" })));
    const b = doneValue(await addTask(place.operations, plan.id, task({ name: "Beta" })));
    const [first, second] = await Promise.all([
      updateTask(place.operations, a.id, a.version, task({ name: "Alpha", ...waits(b.id) })),
      updateTask(place.procurement, b.id, b.version, task({ name: "Beta", ...waits(a.id) })),
    ]);
    const refused = [first, second].filter((outcome) => !outcome.ok);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ message: expect.stringMatching(/Alpha.*Beta|Beta.*Alpha/) });
    const itself = await updateTask(place.operations, a.id, a.version + (first.ok ? 1 : 0), task({ ...waits(a.id) }));
    expect(itself).toMatchObject({ ok: false, message: expect.stringContaining("itself") });
  });

  test("a task of another plan cannot be waited for", async () => {
    const plan = await makePlan();
    const other = await makePlan();
    const foreign = doneValue(await addTask(place.operations, other.id, task()));
    expect(await addTask(place.operations, plan.id, task(waits(foreign.id)))).toMatchObject({
      ok: false,
      reason: "invalid",
    });
    expect(await listTasks(place.organization.id, plan.id)).toEqual([]);
  });

  test("what happened sets the state; impossible dates are refused at their field", async () => {
    const plan = await makePlan();
    const made = doneValue(await addTask(place.operations, plan.id, task()));
    const save = (values: Record<string, unknown>) => updateTask(place.operations, made.id, 1, task(values));
    expect(await save({ actualEnd: "2026-03-05" })).toMatchObject({ fields: { actualStart: [expect.any(String)] } });
    expect(await save({ progress: 100, actualStart: "2026-03-02" })).toMatchObject({
      fields: { actualEnd: [expect.any(String)] },
    });
    expect(await save({ actualStart: "2199-01-01" })).toMatchObject({ fields: { actualStart: [expect.any(String)] } });
    doneValue(await save({ actualStart: "2026-03-02", actualEnd: "2026-03-05" }));
    const [stored] = await listTasks(place.organization.id, plan.id);
    expect(stored).toMatchObject({ state: "done", progress: 100 });
    expect(await removeTask(place.operations, made.id, 2)).toMatchObject({ ok: false, reason: "state" });
    expect(await save({})).toMatchObject({ ok: false, reason: "stale" });
  });
});

describe("go or no-go", () => {
  async function makeReady() {
    const plan = await makePlan();
    const met = doneValue(await addCriterion(place.operations, plan.id, "Manuals are accepted"));
    const waived = doneValue(await addCriterion(place.operations, plan.id, "Way back is tested"));
    return { plan, met, waived, version: await moveTo(plan.id, 2) };
  }
  const go = { decision: "go" as const, reason: "", goLiveOn: null };

  test("an open criterion stops it by name, a plan without criteria too", async () => {
    const { plan, met, version } = await makeReady();
    doneValue(
      await judgeCriterion(place.operations, met.id, 1, { state: "met", evidence: "Signed", waiverReason: "" }),
    );
    expect(await decideGoLive(place.operations, plan.id, version, go)).toMatchObject({
      ok: false,
      message: expect.stringContaining("Way back is tested"),
    });
    const empty = await makePlan();
    const at = await moveTo(empty.id, 2);
    expect(await decideGoLive(place.operations, empty.id, at, go)).toMatchObject({ ok: false, reason: "state" });
  });

  test("who waived a criterion does not decide; somebody else may", async () => {
    const { plan, met, waived, version } = await makeReady();
    doneValue(
      await judgeCriterion(place.operations, met.id, 1, { state: "met", evidence: "Signed", waiverReason: "" }),
    );
    doneValue(
      await judgeCriterion(place.operations, waived.id, 1, { state: "waived", evidence: "", waiverReason: "Low risk" }),
    );
    expect(await decideGoLive(place.operations, plan.id, version, go)).toMatchObject({
      ok: false,
      reason: "forbidden",
    });
    const colleague = await makeMember(place.organization, ["operations"]);
    doneValue(await decideGoLive(colleague, plan.id, version, { ...go, goLiveOn: "2026-05-30" }));
    const live = await findTransition(place.organization.id, plan.id);
    expect(live).toMatchObject({
      stage: "goLive",
      actualGoLive: "2026-05-30",
      goLiveDecision: "go",
      goLiveDecidedByName: colleague.name,
    });
    const late = await judgeCriterion(place.operations, met.id, 2, { state: "open", evidence: "", waiverReason: "" });
    expect(late).toMatchObject({ ok: false, reason: "state" });
  });

  test("no-go needs its reason and leaves the parallel run running; stages cannot jump over the decision", async () => {
    const { plan, version } = await makeReady();
    expect(await decideGoLive(place.operations, plan.id, version, { ...go, decision: "noGo" })).toMatchObject({
      fields: { reason: [expect.any(String)] },
    });
    expect(await advanceTransition(place.operations, plan.id, version)).toMatchObject({ ok: false, reason: "state" });
    doneValue(
      await decideGoLive(place.operations, plan.id, version, { decision: "noGo", reason: "Quality", goLiveOn: null }),
    );
    expect((await findTransition(place.organization.id, plan.id))?.stage).toBe("parallelRun");
  });
});

describe("knowledge", () => {
  test("is signed step by step by both sides; the vendor only on its own contracts", async () => {
    const contracting = await makePlace("contract");
    const contract = await makeDraft(contracting);
    await db.engagement.update({ where: { id: contracting.engagementId }, data: { stage: "transition" } });
    const plan = doneValue(
      await createTransition(contracting.operations, {
        engagementId: contracting.engagementId,
        name: "With a vendor",
        plannedStart: "2026-03-02",
        plannedGoLive: "2026-06-01",
        contractId: contract.id,
        useTemplate: false,
      }),
    );
    const item = doneValue(
      await addKnowledgeItem(contracting.operations, plan.id, { name: "Month end", processId: null }),
    );
    const ours = (step: "documented" | "taught", vendorSigner = "") =>
      signKnowledge(contracting.operations, item.id, { step, vendorSigner });
    expect(await ours("documented")).toMatchObject({ ok: false, reason: "state" });
    doneValue(await advanceTransition(contracting.operations, plan.id, plan.version));
    expect(await ours("taught")).toMatchObject({ ok: false, message: expect.stringContaining("Documented") });
    doneValue(await ours("documented"));
    expect(await ours("documented")).toMatchObject({ ok: false });
    const competitor = await makeVendorContact(contracting.organization);
    expect(await signKnowledgeAsVendor(competitor, item.id, "documented")).toMatchObject({
      ok: false,
      reason: "notFound",
    });
    expect(await listVendorTransitions(competitor, contract.id)).toEqual([]);
    doneValue(await signKnowledgeAsVendor(contracting.contact, item.id, "documented"));
    doneValue(await ours("taught", "Kim Vendor"));
    const [stored] = await listKnowledge(contracting.organization.id, plan.id);
    expect(stored?.knowledgeSignatures.map(({ step, side, signedBy }) => [step, side, signedBy])).toEqual(
      expect.arrayContaining([
        ["documented", "client", contracting.operations.name],
        ["documented", "vendor", contracting.contact.name],
        ["taught", "vendor", `Kim Vendor (recorded by ${contracting.operations.name})`],
      ]),
    );
  });
});
