import { beforeAll, describe, expect, test } from "vitest";
import { riskList } from "@/lib/risks/lists";
import { addMitigation, removeMitigation, updateMitigation } from "@/lib/risks/mitigation-mutations";
import { createRisk, updateRisk } from "@/lib/risks/mutations";
import { countRisksByGrade, findRisk } from "@/lib/risks/queries";
import { type RiskInput, riskSchema } from "@/lib/risks/schema";
import { readList } from "@/lib/server/lists/read";
import { parseListRequest } from "@/lib/server/lists/request";
import { makeMember, makeOrganization } from "../../support/factories";
import { makeEngagement, makeSetting, type Setting } from "../engagements/setting";

let setting: Setting;
beforeAll(async () => {
  setting = await makeSetting();
});

const RISK: RiskInput = {
  title: "Key people leave",
  description: "",
  category: "disruption",
  engagementId: null,
  vendorId: null,
  probability: 4,
  impact: 5,
  residualProbability: 2,
  residualImpact: 5,
  ownerId: null,
  state: "open",
  reviewDate: "2026-12-01",
};
const MITIGATION = { description: "Retention bonus", dueDate: "2026-12-31", doneOn: null, ownerId: null };

async function makeRisk(values: Partial<RiskInput> = {}) {
  const made = await createRisk(setting.operations, { ...RISK, ...values });
  if (!made.ok) throw new Error(made.message);
  return made.value;
}

describe("a risk", () => {
  test("stands on the map by its residual grade and in the list by its inherent one", async () => {
    const { id } = await makeRisk({ probability: 5, impact: 5, residualProbability: 1, residualImpact: 5 });
    const grades = await countRisksByGrade(setting.organization.id);
    expect(grades).toContainEqual({ probability: 1, impact: 5, count: 1 });
    for (const parameters of [{ grade: "1x5" }, { rating: "high", q: "key" }]) {
      const { request } = parseListRequest(riskList as never, parameters);
      const page = await readList(riskList, setting.organization.id, request);
      expect(page.rows.map((row) => row.id)).toContain(id);
    }
    const { request } = parseListRequest(riskList as never, { grade: "5x5" });
    expect((await readList(riskList, setting.organization.id, request)).rows).toEqual([]);
  });

  test.each([
    [{ residualProbability: null, residualImpact: "5" }, "residualImpact"],
    [{ residualProbability: "5", residualImpact: "5" }, "residualProbability"],
  ])("is refused with residual grades that cannot be: %j", (values, field) => {
    const parsed = riskSchema.safeParse({ ...RISK, probability: "4", impact: "5", ...values });
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toContain(field);
  });

  test("changed in two tabs shows the second one what stands there", async () => {
    const made = await makeRisk();
    expect(await updateRisk(setting.procurement, made, { ...RISK, title: "People leave" })).toMatchObject({ ok: true });
    expect(await updateRisk(setting.operations, made, RISK)).toMatchObject({
      ok: false,
      reason: "stale",
      current: { by: setting.procurement.name, values: { title: "People leave", vendorId: "", version: "2" } },
    });
  });

  test("takes nothing of another organization and is not seen there", async () => {
    const elsewhere = await makeOrganization();
    const stranger = await makeMember(elsewhere, ["operations"]);
    const engagement = await makeEngagement(setting);
    expect(await createRisk(stranger, { ...RISK, engagementId: engagement.id })).toMatchObject({
      ok: false,
      fields: { engagementId: expect.anything() },
    });
    const made = await makeRisk();
    expect(await findRisk(elsewhere.id, made.id)).toBeNull();
    expect(await updateRisk(stranger, made, RISK)).toMatchObject({ reason: "notFound" });
    expect(await addMitigation(stranger, made.id, MITIGATION)).toMatchObject({ reason: "notFound" });
  });

  test("has mitigations that are added, done and removed by their version", async () => {
    const made = await makeRisk();
    const added = await addMitigation(setting.operations, made.id, MITIGATION);
    if (!added.ok) throw new Error(added.message);
    const done = { ...MITIGATION, doneOn: "2026-11-30" };
    expect(await updateMitigation(setting.operations, added.value, done)).toMatchObject({ ok: true });
    expect(await updateMitigation(setting.operations, added.value, done)).toMatchObject({ reason: "stale" });
    expect(await removeMitigation(setting.operations, added.value)).toMatchObject({ reason: "stale" });
    const risk = await findRisk(setting.organization.id, made.id);
    expect(risk?.mitigations).toMatchObject([{ doneOn: "2026-11-30", version: 2 }]);
    expect(await removeMitigation(setting.operations, { id: added.value.id, version: 2 })).toMatchObject({ ok: true });
  });
});
