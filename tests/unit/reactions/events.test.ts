import { readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { reactions } from "@/lib/reactions/table";
import { readSources } from "@/tests/support/source-files";

// Whatever a domain can say has happened has a line in the table, is said somewhere, and nobody changes what health is
// made of in silence.

const lib = fileURLToPath(new URL("../../../lib", import.meta.url));
const files = readdirSync(lib, { recursive: true, encoding: "utf8" })
  .filter((path) => /^[a-z-]+\/events\.ts$/.test(path) && !path.startsWith("reactions/"))
  .sort();

type Constructors = Record<string, (of: object) => { kind: string }>;
const groups = await Promise.all(
  files.map(async (path) => {
    const module = (await import(pathToFileURL(`${lib}/${path}`).href)) as Record<string, Constructors>;
    const [[name, constructors] = []] = Object.entries(module);
    return { path, name: name ?? "", constructors: constructors ?? {} };
  }),
);
const events = groups.flatMap(({ path, name, constructors }) =>
  Object.entries(constructors).map(([verb, make]) => ({ path, call: `${name}.${verb}`, kind: make({}).kind })),
);
const sources = readSources(["lib"]);

test("there are events of every domain in which something happens", () => {
  expect(events.length).toBeGreaterThan(45);
  for (const domain of ["agreements", "business-cases", "charges", "contracts", "engagements", "governance", "risks"])
    expect(files).toContain(`${domain}/events.ts`);
  for (const domain of ["service-levels", "sourcing", "transitions", "vendors"])
    expect(files).toContain(`${domain}/events.ts`);
});

describe.each(events)("$kind", ({ call, kind }) => {
  test("has a line in the table of reactions", () => {
    expect(Object.keys(reactions)).toContain(kind);
  });
  test("is said by somebody", () => {
    const sayers = sources.filter(({ path, text }) => !path.endsWith("/events.ts") && text.includes(`${call}(`));
    expect(sayers.map(({ path }) => path)).not.toEqual([]);
  });
});

test("no line of the table is left over", () => {
  expect(Object.keys(reactions).filter((kind) => !events.some((event) => event.kind === kind))).toEqual([]);
});

/** What is audited of the things that health is made of: see readHealthFacts. */
const OF_HEALTH =
  /action: (?:[a-zA-Z.]+ \? )?["`](actionItem|issue|survey|transition|transitionTask|monthlyCharge|period|measurement|caseLog|exclusion|amendment|contract|businessCase|engagement)\./;
/** Audited without a change to any signal, each with the reason. */
const WITHOUT_EFFECT: Record<string, string> = {
  "lib/agreements/mutations/show-text.ts": "reading changes nothing",
  "lib/business-cases/mutations.ts": "only an approved case is compared with, and that one is not edited",
  "lib/contracts/mutations/create.ts": "a draft has no calendar yet",
  "lib/contracts/mutations/from-award.ts": "a draft has no calendar yet",
  "lib/engagements/mutations.ts": "name, owner and value are no signals",
  "lib/service-levels/case-log-endpoints.ts": "the file is read by the job, which tells",
  "lib/service-levels/imports/run-measurements.ts": "its values go through reportMeasurements, which tells",
  "lib/service-levels/mutations/case-logs.ts": "the file is read by the job, which tells",
};

test("whoever audits a change of what health is made of tells something", () => {
  const silent = sources.filter(
    ({ path, text }) => OF_HEALTH.test(text) && !/\btell\b/.test(text) && !(path in WITHOUT_EFFECT),
  );
  expect(silent.map(({ path }) => `${path}: tell what has happened, or say here why nothing follows`)).toEqual([]);
});

test("nothing is excused that is not there or tells by now", () => {
  const excused = Object.keys(WITHOUT_EFFECT).filter((path) => {
    const file = sources.find((each) => each.path === path);
    return !file || !OF_HEALTH.test(file.text) || /\btell\b/.test(file.text);
  });
  expect(excused).toEqual([]);
});
