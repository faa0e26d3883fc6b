import { describe, expect, test } from "vitest";
import { readSources, type SourceFile, type SourceImport } from "@/tests/support/source-files";

// The rules of the house. Each violation is told with where the code should go.

/** Imports between domains go one way: a later one may know an earlier one, never the reverse. */
const domains = [
  ...["exchange", "processes", "vendors", "engagements", "risks", "business-cases", "sourcing", "contracts"],
  ...["charges", "service-levels", "agreements", "transitions", "governance", "portfolio"],
];
/** What every domain stands on; none of it knows a domain. */
const foundations = ["shared", "access", "server"];

const sources = readSources(["app", "components", "lib"]);
const byPath = new Map(sources.map((file) => [file.path, file]));

const place = (path: string) => path.split("/");
const domainOf = (path: string) => (place(path)[0] === "lib" ? domains.indexOf(place(path)[1] ?? "") : -1);
const isIn = (path: string, folder: string) => path.startsWith(`${folder}/`);
const isRuleOrSchema = (path: string) =>
  isIn(path, "lib") && domainOf(path) >= 0 && /(\/rules\/|\/rules\.ts$|(\/|-)schema\.ts$)/.test(path);
/** Words and formats that rules and schemas share, held to the same rule: no I/O, nobody above. */
const isVocabulary = (path: string) =>
  domainOf(path) >= 0 && /(\/labels\.ts|^lib\/exchange\/csv\/(date-pattern|types)\.ts)$/.test(path);
const isPure = (path: string) => isRuleOrSchema(path) || isVocabulary(path);
const isClient = (file: SourceFile) => /^["']use client["']/.test(file.text.trimStart());
const isAction = (file: SourceFile | undefined) =>
  file !== undefined && /^["']use server["']/.test(file.text.trimStart());
const isServerOnly = (file: SourceFile | undefined) =>
  file?.imports.some((each) => each.target === "server-only") ?? false;

type Rule = (file: SourceFile, imported: SourceImport) => string | false;

function violations(rule: Rule, files = sources): string[] {
  return files.flatMap((file) =>
    file.imports.flatMap((imported) => {
      const advice = rule(file, imported);
      return advice ? [`${file.path} imports ${imported.target}: ${advice}`] : [];
    }),
  );
}

test("there is something to look at", () => {
  expect(sources.length).toBeGreaterThan(200);
  expect(sources.flatMap((file) => file.imports).filter((each) => each.isOurs).length).toBeGreaterThan(500);
  expect(byPath.get("lib/server/change.ts")?.imports.map((each) => each.target)).toContain("lib/server/database.ts");
});

test("app stands on components, components on lib, and never the other way round", () => {
  const rule: Rule = ({ path }, { target }) =>
    (isIn(path, "lib") &&
      (isIn(target, "components") || isIn(target, "app")) &&
      "what both need belongs to lib, what is shown to components") ||
    (isIn(path, "components") && isIn(target, "app") && "pass it in as a property, or move it to components or lib");
  expect(violations(rule)).toEqual([]);
});

test("components/ui knows no business", () => {
  const rule: Rule = ({ path }, { target, isOurs }) =>
    isOurs &&
    isIn(path, "components/ui") &&
    !["components/ui", "lib/shared"].some((folder) => isIn(target, folder)) &&
    target !== "lib/access/theme.ts" && // light or dark is no business
    "a component with business in it belongs to components/<area>";
  expect(violations(rule)).toEqual([]);
});

test("domains import each other in the written order", () => {
  const rule: Rule = ({ path }, { target }) =>
    domainOf(path) >= 0 &&
    domainOf(target) > domainOf(path) &&
    "move what both need down to the earlier domain or to lib/shared, or put the two together in the caller (app, lib/workspace)";
  expect(violations(rule)).toEqual([]);
});

test("shared, access and server know no domain, and shared knows nobody", () => {
  const rule: Rule = ({ path }, { target }) => {
    const own = place(path)[0] === "lib" ? (place(path)[1] ?? "") : "";
    if (!foundations.includes(own)) return false;
    if (domainOf(target) >= 0) return "let the domain register itself, or pass it in from the caller";
    return (
      own === "shared" &&
      isIn(target, "lib") &&
      !isIn(target, "lib/shared") &&
      "lib/shared is pure: move it to lib/server or the domain"
    );
  };
  expect(violations(rule)).toEqual([]);
});

test("domains do not import what puts them together", () => {
  const rule: Rule = ({ path }, { target, isOurs }) =>
    isOurs &&
    domainOf(path) >= 0 &&
    isIn(target, "lib") &&
    domainOf(target) < 0 &&
    !foundations.includes(place(target)[1] ?? "") &&
    "lib/api, lib/workspace and the like stand above the domains: pass it in, or move what is needed to lib/server";
  expect(violations(rule)).toEqual([]);
});

test("rules and schemas know nobody but each other and lib/shared", () => {
  const rule: Rule = ({ path }, { target, isOurs, isTypeOnly }) =>
    isOurs &&
    !isTypeOnly &&
    isPure(path) &&
    !isPure(target) &&
    !isIn(target, "lib/shared") &&
    "pass values in as arguments; what both need belongs to a rule, a schema or lib/shared";
  expect(violations(rule)).toEqual([]);
});

test("rules read no clock, no chance and no environment", () => {
  const forbidden = /\b(Date\.now|new Date\(\)|Temporal\.Now|Math\.random|randomUUID|process\.env|performance\.now)\b/;
  const found = sources.filter((file) => isPure(file.path) && forbidden.test(file.text));
  expect(found.map(({ path }) => `${path}: take the moment, the numbers or the setting as an argument`)).toEqual([]);
});

test("client components reach the server through actions only", () => {
  const rule: Rule = (file, { target, isTypeOnly }) =>
    isClient(file) &&
    !isTypeOnly &&
    !isAction(byPath.get(target)) &&
    (isServerOnly(byPath.get(target)) || /\/(queries|mutations)(\.ts|\/)/.test(target)) &&
    "read in the page and pass the values in, or call an action";
  expect(violations(rule)).toEqual([]);
});

test("nobody imports in a circle", () => {
  const found = new Set<string>();
  const done = new Set<string>();
  const walk = (path: string, trail: string[]) => {
    const at = trail.indexOf(path);
    if (at >= 0) found.add([...trail.slice(at), path].join(" → "));
    if (at >= 0 || done.has(path)) return;
    for (const each of byPath.get(path)?.imports ?? [])
      if (each.isOurs && !each.isTypeOnly) walk(each.target, [...trail, path]);
    done.add(path);
  };
  for (const file of sources) walk(file.path, []);
  expect([...found].map((circle) => `${circle}: move what both need into a file of its own`)).toEqual([]);
});

describe("files", () => {
  const all = [...sources, ...readSources(["prisma/seed", "scripts", "tests"])];

  test("are not barrels", () => {
    const isBarrel = ({ path, text }: SourceFile) =>
      (/\/index\.tsx?$/.test(path) && sources.some((file) => file.path === path)) || /^export \* from/m.test(text);
    expect(all.filter(isBarrel).map(({ path }) => `${path}: import from the file that has it`)).toEqual([]);
  });

  test("have at most 400 lines, unless they are data", () => {
    const long = all
      .filter(({ path }) => !isIn(path, "prisma/seed"))
      .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
      .filter(({ lines }) => lines > 400);
    expect(long.map(({ path, lines }) => `${path} has ${lines} lines: one file per subject`)).toEqual([]);
  });

  test("have names in kebab-case", () => {
    const part = "[a-z0-9]+(-[a-z0-9]+)*";
    const folder = new RegExp(`^(${part}|\\(${part}\\)|\\[(\\.\\.\\.)?[a-z][a-zA-Z]*\\]|${part}\\.json)$`);
    const name = new RegExp(`^${part}(\\.(test|spec|config|d))?\\.(ts|tsx|mjs)$`);
    const isWrong = ({ path }: SourceFile) => {
      const steps = place(path);
      return !name.test(steps.at(-1) ?? "") || steps.slice(0, -1).some((step) => !folder.test(step));
    };
    expect(all.filter(isWrong).map(({ path }) => `${path}: name it in kebab-case`)).toEqual([]);
  });
});
