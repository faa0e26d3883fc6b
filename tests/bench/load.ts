import { Agent, get } from "node:http";
import autocannon from "autocannon";

export type Target = { name: string; url: string; cookie?: string };
export type Latency = { p50: number; p95: number };

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

export const headersOf = (cookie?: string): Record<string, string> => (cookie ? { cookie } : {});

/** One request to its last byte: status, milliseconds, text. */
export function fetchOnce({ url, cookie }: Target): Promise<{ status: number; milliseconds: number; text: string }> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const request = get(url, { agent, headers: headersOf(cookie), timeout: 30_000 }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        const milliseconds = performance.now() - start;
        resolve({ status: response.statusCode ?? 0, milliseconds, text: Buffer.concat(parts).toString("utf8") });
      });
    });
    request.on("timeout", () => request.destroy(new Error(`${url} did not answer within 30 seconds.`)));
    request.on("error", reject);
  });
}

/** What answers with a page, and what does not and why. */
export async function sortOut(
  targets: Target[],
  rows = 0,
): Promise<{ good: Target[]; bad: { name: string; reason: string }[] }> {
  const good: Target[] = [];
  const bad: { name: string; reason: string }[] = [];
  for (const target of targets) {
    const { status, text } = await fetchOnce(target);
    const count = text.split("<tr").length - 1;
    if (status !== 200) bad.push({ name: target.name, reason: `answers ${status}` });
    else if (count < rows) bad.push({ name: target.name, reason: `shows ${count} rows, not ${rows}` });
    else good.push(target);
  }
  return { good, bad };
}

/** Fewer rounds for a look in passing; the figures of record are made with the full number. */
const roundsAsked = Number(process.env.STEWARD_BENCH_ROUNDS ?? 200);

/** All targets turn by turn on one connection: whatever disturbs the machine disturbs each of them alike. */
export async function measureLatency(targets: Target[], rounds = roundsAsked): Promise<Map<string, Latency>> {
  const times = new Map(targets.map(({ name }) => [name, [] as number[]]));
  const warmUp = Math.min(30, rounds);
  for (let round = -warmUp; round < rounds; round++) {
    for (const target of targets) {
      const { milliseconds } = await fetchOnce(target);
      if (round >= 0) times.get(target.name)?.push(milliseconds);
    }
  }
  return new Map([...times].map(([name, list]) => [name, { p50: quantile(list, 0.5), p95: quantile(list, 0.95) }]));
}

/** Requests per second at 16 connections, in several short turns. */
export async function measureThroughput(targets: Target[], turns = 3, seconds = 3): Promise<Map<string, number>> {
  const done = new Map(targets.map(({ name }) => [name, { requests: 0, seconds: 0 }]));
  for (let turn = 0; turn < turns; turn++) {
    for (const { name, url, cookie } of targets) {
      const headers = headersOf(cookie);
      const result = await autocannon({ url, connections: 16, duration: seconds, headers });
      if (result.errors + result.timeouts + result.non2xx > 0)
        throw new Error(`${name}: not every request was answered.`);
      const sum = done.get(name);
      if (!sum) continue;
      sum.requests += result["2xx"];
      sum.seconds += result.duration;
    }
  }
  return new Map([...done].map(([name, sum]) => [name, sum.requests / sum.seconds]));
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
