import { beforeEach, describe, expect, test } from "vitest";
import type { MemberActor } from "@/lib/access/actor";
import {
  completeAssessment,
  discardAssessment,
  saveAssessment,
  startAssessment,
} from "@/lib/processes/assessments/mutations";
import { findAssessment, listComparedAssessments } from "@/lib/processes/assessments/queries";
import { retireProcess } from "@/lib/processes/lifecycle";
import { findProcess } from "@/lib/processes/queries";
import { DEFAULT_CRITERIA } from "@/lib/processes/rules/suitability-criteria";
import { db } from "@/lib/server/database";
import { makeMember, makeOrganization, makeProcess } from "@/tests/support/factories";

let actor: MemberActor;
let processId: string;
beforeEach(async () => {
  const organization = await makeOrganization();
  actor = await makeMember(organization, ["operations"]);
  processId = (await makeProcess(organization)).id;
});

/** Every answer as favourable as can be, or as unfavourable. */
function all(favourable: 1 | 3 | 5) {
  const answers = Object.fromEntries(
    DEFAULT_CRITERIA.map((each) => [each.key, each.isReversed ? 6 - favourable : favourable]),
  );
  return { answers, notes: {}, knockOuts: [] as string[] };
}

async function start() {
  const draft = await startAssessment(actor, processId);
  if (!draft.ok) throw new Error(draft.message);
  return draft.value;
}

test("a draft keeps a copy of criteria and of the organization's thresholds", async () => {
  await db.organization.update({ where: { id: actor.organizationId }, data: { outsourceAt: 80, considerAt: 40 } });
  const draft = await start();
  expect(draft).toMatchObject({
    state: "draft",
    thresholds: { outsource: "80", keep: "40" },
    criteria: DEFAULT_CRITERIA,
  });
});

test("one draft at a time, also when two begin together", async () => {
  const begun = await Promise.all(Array.from({ length: 6 }, () => startAssessment(actor, processId)));
  expect(begun.filter((each) => each.ok)).toHaveLength(1);
  for (const each of begun)
    if (!each.ok) expect(each).toMatchObject({ reason: "state", message: expect.stringContaining("draft") });
});

test("completing settles score, recommendation and steps, and the process carries them", async () => {
  const draft = await start();
  const done = await completeAssessment(actor, draft.id, 1, all(5));
  expect(done).toMatchObject({
    ok: true,
    value: { state: "complete", score: "100", recommendation: "outsource", version: 2 },
  });
  expect(done.ok && done.value.steps.length).toBe(DEFAULT_CRITERIA.length + 2);
  expect(await findProcess(actor.organizationId, processId)).toMatchObject({
    score: "100",
    recommendation: "outsource",
    latestAssessmentId: draft.id,
  });
  const event = await db.auditEvent.findFirst({ where: { subjectId: draft.id, action: "assessment.complete" } });
  expect(event?.actorId).toBe(actor.memberId);
});

test("the next one begins with the answers of the last and supersedes it", async () => {
  const first = await start();
  await completeAssessment(actor, first.id, 1, { ...all(5), notes: { volume: "Steady" } });
  const second = await start();
  expect(second).toMatchObject({ answers: all(5).answers, notes: { volume: "Steady" } });
  await completeAssessment(actor, second.id, 1, all(1));
  expect(await findAssessment(actor.organizationId, first.id)).toMatchObject({ state: "superseded", score: "100" });
  expect(await findProcess(actor.organizationId, processId)).toMatchObject({ score: "0", recommendation: "keep" });
  const compared = await listComparedAssessments(actor.organizationId, [processId]);
  expect(compared.map((each) => each.id)).toEqual([second.id]);
});

test("a knock-out keeps the work whatever the score, also with questions left open", async () => {
  const draft = await start();
  const done = await completeAssessment(actor, draft.id, 1, {
    answers: { volume: 5 },
    notes: {},
    knockOuts: ["lawForbids"],
  });
  expect(done).toMatchObject({
    ok: true,
    value: { recommendation: "keep", score: null, reason: expect.stringContaining("law") },
  });
});

describe("what is refused, and changes nothing", () => {
  test("completing with questions left open names each of them", async () => {
    const draft = await start();
    const { volume: _, ...answers } = all(5).answers;
    const refused = await completeAssessment(actor, draft.id, 1, { answers, notes: {}, knockOuts: [] });
    expect(refused).toMatchObject({ ok: false, reason: "invalid", fields: { "answers.volume": [expect.any(String)] } });
    expect(await findAssessment(actor.organizationId, draft.id)).toMatchObject({
      state: "draft",
      version: 1,
      answers: {},
    });
  });
  test("a question or a knock-out that there is not", async () => {
    const draft = await start();
    const question = await saveAssessment(actor, draft.id, 1, { answers: { weather: 3 }, notes: {}, knockOuts: [] });
    expect(question).toMatchObject({ ok: false, fields: { "answers.weather": [expect.any(String)] } });
    const knockOut = await saveAssessment(actor, draft.id, 1, { answers: {}, notes: {}, knockOuts: ["mood"] });
    expect(knockOut).toMatchObject({ ok: false, fields: { knockOuts: [expect.any(String)] } });
  });
  test("a stale version shows what stands there now", async () => {
    const draft = await start();
    await saveAssessment(actor, draft.id, 1, all(3));
    const late = await saveAssessment(actor, draft.id, 1, all(5));
    expect(late).toMatchObject({
      ok: false,
      reason: "stale",
      current: { by: actor.name, values: { "answers.volume": "3", version: "2" } },
    });
  });
  test("changing or discarding one that is complete", async () => {
    const draft = await start();
    await completeAssessment(actor, draft.id, 1, all(5));
    expect(await saveAssessment(actor, draft.id, 2, all(1))).toMatchObject({ ok: false, reason: "state" });
    expect(await discardAssessment(actor, draft.id, 2)).toMatchObject({ ok: false, reason: "state" });
  });
  test("a retired process, and another organization's", async () => {
    const stranger = await makeMember(await makeOrganization(), ["operations"]);
    const draft = await start();
    const results = [
      await startAssessment(stranger, processId),
      await saveAssessment(stranger, draft.id, 1, all(5)),
      await completeAssessment(stranger, draft.id, 1, all(5)),
      await discardAssessment(stranger, draft.id, 1),
    ];
    for (const result of results) expect(result).toMatchObject({ ok: false, reason: "notFound" });
    await discardAssessment(actor, draft.id, 1);
    await retireProcess(actor, processId, 1);
    expect(await startAssessment(actor, processId)).toMatchObject({ ok: false, reason: "state" });
  });
});

test("two who complete the same draft at once: one of them does", async () => {
  const draft = await start();
  const tries = await Promise.all([
    completeAssessment(actor, draft.id, 1, all(5)),
    completeAssessment(actor, draft.id, 1, all(1)),
  ]);
  expect(tries.filter((each) => each.ok)).toHaveLength(1);
  expect(await db.suitabilityAssessment.count({ where: { processId, state: "complete" } })).toBe(1);
});
