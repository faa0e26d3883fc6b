import { withClient } from "@/scripts/database/embedded";
import type { Context } from "./context";
import { ensureFixture, organizationId } from "./fixture/database";
import { keyOf } from "./fixture/keys";
import { measureLatency, sortOut, type Target } from "./load";
import { compare, type Line, missing } from "./report";
import { serveApp, signIn, timeQuery } from "./servers";

/** Pages that read more than a list, each with the one query that its read model cannot do without. */
const pages: { name: string; path: string; query: string }[] = [
  {
    name: "home",
    path: "/home",
    query: `SELECT id, summary, amount FROM approval WHERE organization_id = $1 AND state = 'pending' ORDER BY requested_at LIMIT 20`,
  },
  { name: "portfolio", path: "/portfolio", query: "SELECT content FROM portfolio_snapshot WHERE organization_id = $1" },
  {
    name: "engagement",
    path: `/engagements/${keyOf(0, "engagement", 6)}`,
    query: `SELECT * FROM engagement WHERE organization_id = $1 AND id = '${keyOf(0, "engagement", 6)}'`,
  },
  {
    name: "contract board",
    path: `/contracts/${keyOf(0, "contract", 5)}/service-levels`,
    query: `SELECT * FROM period_result WHERE organization_id = $1 AND contract_id = '${keyOf(0, "contract", 5)}'`,
  },
];

function targetsAt(url: string, cookie: string): Target[] {
  return pages.map(({ name, path }) => ({ name, url: `${url}${path}`, cookie }));
}

export async function measurePages({ app, floor, cookie, fixtureUrl }: Context): Promise<Line[]> {
  const bare: Target = { name: "bare page", url: floor.url };
  const { good, bad } = await sortOut(targetsAt(app.url, cookie));
  const lines = bad.map(({ name, reason }) => missing(`${name}: p50`, reason));
  const latency = await measureLatency([bare, ...good]);
  const floorLatency = latency.get(bare.name)?.p50 ?? Number.NaN;
  for (const { name } of good) {
    const query = pages.find((page) => page.name === name)?.query ?? "";
    const alone = await withClient(fixtureUrl, (client) => timeQuery(client, query, [organizationId]));
    const measured = latency.get(name)?.p50 ?? Number.NaN;
    const what = `${name}: p50 against bare page and its query`;
    lines.push(compare({ what, floor: floorLatency + alone, measured, unit: "ms", target: 2, stretch: 1.4 }));
  }
  return lines;
}

/** The same pages, and the list, on a fixture of twice the size: nothing should notice. */
export async function measureDoubled({ app, cookie, serverUrl, build }: Context): Promise<Line[]> {
  const { url } = await ensureFixture(serverUrl, 2);
  const server = await serveApp(build, url);
  try {
    const list = { name: "processes", path: "/processes" };
    const larger = targetsAt(server.url, await signIn(url));
    const largerCookie = larger[0]?.cookie ?? "";
    const all = [
      ...targetsAt(app.url, cookie),
      { name: list.name, url: `${app.url}${list.path}`, cookie },
      ...[...larger, { name: list.name, url: `${server.url}${list.path}`, cookie: largerCookie }].map((target) => ({
        ...target,
        name: `${target.name}, doubled`,
      })),
    ];
    const { good, bad } = await sortOut(all);
    const latency = await measureLatency(good);
    const lines = bad.map(({ name, reason }) => missing(`${name}: p50`, reason));
    for (const { name } of good) {
      const once = latency.get(name)?.p50;
      const twice = latency.get(`${name}, doubled`)?.p50;
      if (once === undefined || twice === undefined) continue;
      const what = `${name}: p50 with the fixture doubled`;
      lines.push(compare({ what, floor: once, measured: twice, unit: "ms", target: 1.1, stretch: 1 }));
    }
    return lines;
  } finally {
    await server.stop();
  }
}
