import { beforeEach, expect, test } from "vitest";
import { findContract } from "@/lib/contracts/queries";
import { runScheduled } from "@/lib/schedule/run";
import { db } from "@/lib/server/database";
import { makeActive, makePlace, type Place } from "../../support/contracts";
import { setClock } from "../../support/moved-clock";

let place: Place;
beforeEach(async () => {
  await setClock("2026-06-01T08:00:00Z");
  place = await makePlace("contract");
});

const run = () => runScheduled("contracts", place.organization.id);
const stored = async (id: string) =>
  (await db.contract.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;
const titles = async (personId: string, kind: string) =>
  (await db.notification.findMany({ where: { personId, kind }, orderBy: { id: "asc" } })).map(({ title }) => title);
const term = { startDate: "2026-01-01", endDate: "2026-12-31", clientNoticeMonths: 3, internalLeadDays: 10 };

test("a contract becomes expiring on its last safe day and expires after its end, on its own day, and both sides know", async () => {
  // Notice by 30 September, decide by 20 September; Auckland is twelve hours ahead.
  const contract = await makeActive(place, { ...term, timeZone: "Pacific/Auckland", renewal: "none" });
  await setClock("2026-09-19T11:59:00Z");
  await run();
  expect(await stored(contract.id)).toBe("active");
  await setClock("2026-09-19T12:01:00Z");
  await run();
  await run();
  expect(await stored(contract.id)).toBe("expiring");
  await setClock("2026-12-31T10:59:00Z");
  await run();
  expect(await stored(contract.id)).toBe("expiring");
  await setClock("2026-12-31T11:01:00Z");
  await run();
  await run();
  expect(await stored(contract.id)).toBe("expired");
  const name = `${contract.code} Invoice processing`;
  expect(await titles(place.contact.personId, "contract")).toContain(`${name} has expired`);
  expect(await titles(place.contact.personId, "contract")).not.toContain(`${name} is expiring`);
  expect(
    (await titles(place.procurement.personId, "contract")).filter((title) => title === `${name} is expiring`),
  ).toHaveLength(1);
  const steps = await db.auditEvent.findMany({
    where: { subjectId: contract.id, action: { in: ["contract.markExpiring", "contract.expire"] } },
    orderBy: { sequence: "asc" },
    select: { action: true, actorKind: true },
  });
  expect(steps).toEqual([
    { action: "contract.markExpiring", actorKind: "system" },
    { action: "contract.expire", actorKind: "system" },
  ]);
});

test("after its end without notice a contract that renews by itself is active again, for its next term", async () => {
  const contract = await makeActive(place, { ...term, renewal: "tacit", renewalMonths: 12 });
  await setClock("2026-12-01T08:00:00Z");
  await run();
  expect(await stored(contract.id)).toBe("expiring");
  await setClock("2027-01-01T08:00:00Z");
  await run();
  expect(await stored(contract.id)).toBe("active");
  expect((await findContract(place.organization.id, contract.id))?.endOn).toBe("2027-12-31");
  expect(await titles(place.contact.personId, "contract")).toContain(
    `${contract.code} Invoice processing has renewed by itself`,
  );
});

test("people are reminded 90, 30 and 7 days before the last safe day and when it has passed, once each", async () => {
  const contract = await makeActive(place, { ...term, renewal: "tacit", renewalMonths: 12 });
  const seen: (readonly [string, number])[] = [];
  for (const day of [
    "2026-06-21",
    "2026-06-22",
    "2026-07-01",
    "2026-08-21",
    "2026-09-13",
    "2026-09-20",
    "2026-09-21",
  ]) {
    await setClock(`${day}T08:00:00Z`);
    await run();
    await run();
    const all = await titles(place.procurement.personId, "renewal");
    seen.push([day, all.filter((title) => title.includes("last safe decision")).length]);
  }
  expect(seen).toEqual([
    ["2026-06-21", 0],
    ["2026-06-22", 1],
    ["2026-07-01", 1],
    ["2026-08-21", 2],
    ["2026-09-13", 3],
    ["2026-09-20", 3],
    ["2026-09-21", 4],
  ]);
  const name = `${contract.code} Invoice processing`;
  const all = await titles(place.procurement.personId, "renewal");
  expect(all).toContain(`${name}: 90 days to the last safe decision, 2026-09-20`);
  expect(all).toContain(`${name}: the last safe decision was due on 2026-09-20`);
  // Executives are told when it presses; the vendor is not told of the client's own deadline.
  expect((await titles(place.executive.personId, "renewal")).length).toBeGreaterThan(0);
  expect(await titles(place.contact.personId, "renewal")).toEqual([]);
});

test("after a stop only the nearest step is told", async () => {
  await makeActive(place, { ...term, renewal: "none" });
  await setClock("2026-09-15T08:00:00Z");
  await run();
  const decisions = (await titles(place.procurement.personId, "renewal")).filter((title) => title.includes("safe"));
  expect(decisions).toEqual([expect.stringContaining("5 days to the last safe decision")]);
});
