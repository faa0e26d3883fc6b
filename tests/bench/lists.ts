import { processList } from "@/lib/processes/lists";
import { encodeCursor, parseListRequest } from "@/lib/server/lists/request";
import { withClient } from "@/scripts/database/embedded";
import type { Context } from "./context";
import { organizationId } from "./fixture/database";
import { measureLatency, measureThroughput, sortOut, type Target } from "./load";
import { compare, type Line, missing } from "./report";

const pageSize = 50;

/** A page of fifty out of a hundred thousand processes, however they are sorted and filtered. */
export async function measureLists({ app, floor, cookie, fixtureUrl }: Context): Promise<Line[]> {
  const bare: Target = { name: "bare page", url: floor.url };
  const pages: [string, string][] = [
    ["by name", "/processes"],
    ["by cost, highest first", "/processes?sort=-costPerYear"],
    ["one category", "/processes?category=procurement"],
    ["one unit, by volume", "/processes?unit=Finance&sort=volumePerMonth"],
    ["search of two words", "/processes?q=payroll+berlin"],
    ["last page", `/processes?cursor=${await lastCursor(fixtureUrl)}`],
  ];
  const targets = pages.map(([name, path]) => ({ name: `processes ${name}`, url: `${app.url}${path}`, cookie }));
  const { good, bad } = await sortOut(targets, pageSize);
  const lines = bad.map(({ name, reason }) => missing(name, reason));
  if (good.length === 0) return lines;
  const latency = await measureLatency([bare, ...good]);
  const throughput = await measureThroughput([bare, ...good.slice(0, 2)]);
  const floorLatency = latency.get(bare.name);
  for (const { name } of good) {
    const own = latency.get(name);
    if (!own || !floorLatency) continue;
    const both = { unit: "ms", target: 2, stretch: 1.4 };
    lines.push(compare({ what: `${name}: p95`, floor: floorLatency.p95, measured: own.p95, ...both }));
    lines.push(compare({ what: `${name}: p50`, floor: floorLatency.p50, measured: own.p50, unit: "ms" }));
  }
  for (const { name } of good.slice(0, 2)) {
    lines.push(
      compare({
        what: `${name}: requests at 16 connections`,
        floor: throughput.get(bare.name) ?? Number.NaN,
        measured: throughput.get(name) ?? Number.NaN,
        unit: "/s",
        target: 0.5,
        stretch: 0.75,
        better: "higher",
      }),
    );
  }
  return lines;
}

/** The cursor that the next-to-last page would give out. */
function lastCursor(databaseUrl: string): Promise<string> {
  return withClient(databaseUrl, async (client) => {
    const found = await client.query<{ id: string; name: string }>(
      "SELECT id, name FROM process WHERE organization_id = $1 ORDER BY name DESC, id DESC OFFSET $2 LIMIT 1",
      [organizationId, pageSize],
    );
    const count = await client.query<{ count: string }>("SELECT count(*) FROM process WHERE organization_id = $1", [
      organizationId,
    ]);
    const row = found.rows[0];
    if (!row) throw new Error("The fixture holds no processes.");
    const from = Number(count.rows[0]?.count) - pageSize + 1;
    return encodeCursor(processList, parseListRequest(processList, {}).request.sort, {
      value: row.name,
      id: row.id,
      back: false,
      from,
    });
  });
}
