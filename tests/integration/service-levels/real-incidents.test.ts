import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { MemberActor } from "@/lib/access/actor";
import { db } from "@/lib/server/database";
import type { KpiDefinition } from "@/lib/service-levels/kpi-schema";
import { createKpi } from "@/lib/service-levels/mutations/kpis";
import { makeMember, makeOrganization } from "../../support/factories";
import { importCases, makeCaseLog, makeServiceContract } from "../../support/service-level-factories";

const FILE = resolve(import.meta.dirname, "../../../../shared/data/incidents.csv");

type Incident = { opened: string; resolved: string; closed: string; priority: string; madeSla: string };

/** The file read by hand: no code of ours, no zone. The contract's zone is UTC, so digits are instants. */
function readIncidents(): Incident[] {
  const [header = "", ...lines] = readFileSync(FILE, "latin1").split("\n");
  const names = header.trim().split(",");
  const at = (name: string) => names.indexOf(name);
  const last = new Map<string, Incident>();
  for (const line of lines) {
    const cells = line.replace("\r", "").split(",");
    if (cells.length < names.length) continue;
    last.set(cells[at("number")] ?? "", {
      opened: cells[at("opened_at")] ?? "",
      resolved: cells[at("resolved_at")] ?? "",
      closed: cells[at("closed_at")] ?? "",
      priority: cells[at("priority")] ?? "",
      madeSla: cells[at("made_sla")] ?? "",
    });
  }
  return [...last.values()];
}

const monthOf = (text: string) => `${text.slice(6, 10)}-${text.slice(3, 5)}`;
const minutesOf = (text: string) =>
  Date.parse(`${text.slice(6, 10)}-${text.slice(3, 5)}-${text.slice(0, 2)}T${text.slice(11)}:00Z`) / 60_000;

function groupBy(incidents: Incident[], key: (incident: Incident) => string): Map<string, Incident[]> {
  const groups = new Map<string, Incident[]>();
  for (const incident of incidents) groups.set(key(incident), [...(groups.get(key(incident)) ?? []), incident]);
  return groups;
}

describe.skipIf(!existsSync(FILE))("the real incident log", () => {
  let actor: MemberActor;
  let contract: { id: string };
  let caseLogId: string;
  let incidents: Incident[];

  beforeAll(async () => {
    incidents = readIncidents();
    const organization = await makeOrganization();
    actor = await makeMember(organization, ["operations"]);
    contract = await makeServiceContract(actor, { timeZone: "UTC" });
    caseLogId = await makeCaseLog(actor, contract, { timeZone: "UTC" });
    const result = await importCases(actor, caseLogId, readFileSync(FILE));
    expect(result.state).toBe("done");
  });

  async function valuesOf(definition: KpiDefinition, unit = "%") {
    const made = await createKpi(actor, {
      contractId: contract.id,
      code: `K${Math.random()}`,
      name: "Computed",
      description: "",
      unit,
      direction: "higher",
      decimals: null,
      method: "caseLog",
      caseLogId,
      definition,
    });
    if (!made.ok) throw new Error(made.message);
    const rows = await db.measurement.findMany({ where: { kpiId: made.value.id }, orderBy: { month: "asc" } });
    return new Map(rows.map((row) => [row.month, row] as const));
  }

  test("keeps the last row of each case", async () => {
    const stored = await db.$queryRaw<{ cases: number; empty: number }[]>`
      SELECT count(*)::int AS cases, count(*) FILTER (WHERE resolved_at IS NULL)::int AS empty
      FROM case_record WHERE case_log_id = ${caseLogId}::uuid`;
    expect(stored[0]).toEqual({
      cases: incidents.length,
      empty: incidents.filter((incident) => incident.resolved === "?").length,
    });
    expect(incidents.length).toBe(890);
  });

  const madeSla = { field: "attribute:made_sla", operator: "equals", value: "TRUE" } as const;

  test.each([
    ["all", null],
    ["priority 1", "1 - Critical"],
    ["priority 3", "3 - Moderate"],
  ] as const)("share of made_sla by closing month: %s", async (_, priority) => {
    const filter = priority
      ? [{ field: "attribute:priority", operator: "equals" as const, value: priority as string }]
      : [];
    const found = await valuesOf({
      filter: { match: "all", conditions: filter },
      aggregate: { type: "share", of: { match: "all", conditions: [madeSla] } },
      month: "closed",
    });
    const wanted = incidents.filter((incident) => priority === null || incident.priority === priority);
    const groups = groupBy(wanted, (incident) => monthOf(incident.closed));
    expect(groups.size).toBeGreaterThan(0);
    expect([...found.keys()].sort()).toEqual([...groups.keys()].sort());
    for (const [month, group] of groups) {
      const met = group.filter((incident) => incident.madeSla === "TRUE").length;
      const row = found.get(month);
      expect([Number(row?.numerator), Number(row?.denominator), row?.cases]).toEqual([met, group.length, group.length]);
      expect(Number(row?.value)).toBeCloseTo((100 * met) / group.length, 7);
    }
  });

  test("mean and 90th percentile to resolve by opening month, those without counted apart", async () => {
    const measure = { type: "duration", from: "opened", to: "resolved", unit: "hours", withoutPauses: false } as const;
    const filter = { match: "all" as const, conditions: [] };
    const means = await valuesOf({ filter, aggregate: { type: "mean", measure }, month: "opened" }, "h");
    const ranks = await valuesOf(
      { filter, aggregate: { type: "percentile", percent: "90", method: "nearestRank", measure }, month: "opened" },
      "h",
    );
    const lines = await valuesOf(
      { filter, aggregate: { type: "percentile", percent: "90", method: "linear", measure }, month: "opened" },
      "h",
    );
    const groups = groupBy(incidents, (incident) => monthOf(incident.opened));
    let without = 0;
    for (const [month, group] of groups) {
      const solved = group.filter((incident) => incident.resolved !== "?");
      const hours = solved
        .map((incident) => Math.max(0, minutesOf(incident.resolved) - minutesOf(incident.opened)) / 60)
        .sort((a, b) => a - b);
      without += group.length - solved.length;
      expect(means.get(month)?.casesWithoutValue).toBe(group.length - solved.length);
      expect(means.get(month)?.cases).toBe(solved.length);
      if (hours.length === 0) continue;
      const mean = hours.reduce((sum, each) => sum + each, 0) / hours.length;
      expect(Number(means.get(month)?.value)).toBeCloseTo(mean, 6);
      expect(Number(ranks.get(month)?.value)).toBeCloseTo(hours[Math.ceil(0.9 * hours.length) - 1] ?? -1, 6);
      const position = 0.9 * (hours.length - 1);
      const below = hours[Math.floor(position)] ?? -1;
      const above = hours[Math.ceil(position)] ?? -1;
      expect(Number(lines.get(month)?.value)).toBeCloseTo(below + (above - below) * (position % 1), 6);
    }
    expect(without).toBeGreaterThan(0);
  });

  test("the same file again changes nothing", async () => {
    const before = await db.measurement.count();
    const result = await importCases(actor, caseLogId, readFileSync(FILE));
    expect(result).toMatchObject({ state: "done", progress: { inserted: 0, updated: 0, unchanged: 890 } });
    expect(await db.measurement.count()).toBe(before);
  });
});
