import autocannon from "autocannon";
import type { Context } from "./context";
import { fetchOnce, headersOf } from "./load";
import { compare, type Line, missing, note } from "./report";
import { readMemory, type Server, serveApp, serveFloor, signIn } from "./servers";

const half = 5_000;
const paths = [
  "/home",
  "/processes",
  "/processes?sort=-costPerYear",
  "/processes?q=invoice",
  "/portfolio",
  "/notifications",
];

/** Memory of a server that has just started and has answered ten thousand requests at 16 connections. */
export async function measureMemory({ fixtureUrl, build }: Context): Promise<Line[]> {
  const what = "server memory after 10,000 mixed requests";
  const bare = await soak(await serveFloor(fixtureUrl), ["/"]);
  const own = await soak(await serveApp(build, fixtureUrl), paths, await signIn(fixtureUrl));
  if (!bare || !own) return [missing(what, "the system does not tell")];
  const growth = own.end - own.middle;
  return [
    compare({ what, floor: bare.end, measured: own.end, unit: "MB", target: 1.5, stretch: 1.3 }),
    note("server memory, growth over the second 5,000", `${growth.toFixed(0)} MB`, "flat"),
  ];
}

async function soak(server: Server, all: string[], cookie?: string): Promise<{ middle: number; end: number } | null> {
  try {
    const pages: string[] = [];
    for (const path of all) {
      const { status } = await fetchOnce({ name: path, url: `${server.url}${path}`, ...(cookie ? { cookie } : {}) });
      if (status === 200) pages.push(path);
    }
    const run = async () => {
      const requests = pages.map((path) => ({ method: "GET" as const, path }));
      const headers = headersOf(cookie);
      await autocannon({ url: server.url, connections: 16, amount: half, requests, headers, timeout: 30 });
      return readMemory(server.pid);
    };
    const middle = await run();
    const end = await run();
    return middle === null || end === null ? null : { middle, end };
  } finally {
    await server.stop();
  }
}
