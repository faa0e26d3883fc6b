import { beforeEach, expect, test } from "vitest";
import { runScheduled } from "@/lib/schedule/run";
import { db } from "@/lib/server/database";
import { makeActive, makePlace, type Place } from "../../support/contracts";
import { setClock } from "../../support/moved-clock";

let place: Place;
beforeEach(async () => {
  await setClock("2026-06-01T08:00:00Z");
  place = await makePlace("contract");
});

const run = () => runScheduled("months", place.organization.id);
const titles = async (personId: string, kind: string) =>
  (await db.notification.findMany({ where: { personId, kind }, orderBy: { id: "asc" } })).map(({ title }) => title);

test("when a month has ended where the contract is, both sides are asked for its report, once, and each in its own place", async () => {
  const contract = await makeActive(place, { startDate: "2026-06-01", endDate: "2027-05-31" });
  await setClock("2026-06-30T21:59:00Z");
  await run();
  expect(await titles(place.operations.personId, "month")).toEqual([]);
  await setClock("2026-06-30T22:01:00Z");
  await Promise.all([run(), run()]);
  await run();
  const title = `${contract.code}: 2026-06 has ended and is not reported`;
  expect(await titles(place.operations.personId, "month")).toEqual([title]);
  const told = await db.notification.findMany({ where: { personId: place.contact.personId, kind: "month" } });
  expect(told).toMatchObject([
    { title, vendorId: place.contact.vendorId, href: `/portal/contracts/${contract.id}/service-levels?month=2026-06` },
  ]);
});

test("a month that is reported is not asked for; after half a year without a clock each open one is, once", async () => {
  const contract = await makeActive(place, { startDate: "2026-06-01", endDate: "2027-05-31" });
  await run();
  await db.measurementPeriod.create({
    data: { organizationId: place.organization.id, contractId: contract.id, month: "2026-08", state: "reported" },
  });
  await setClock("2027-01-03T08:00:00Z");
  await run();
  await run();
  expect((await titles(place.operations.personId, "month")).sort()).toEqual(
    ["2026-06", "2026-07", "2026-09", "2026-10", "2026-11", "2026-12"].map(
      (month) => `${contract.code}: ${month} has ended and is not reported`,
    ),
  );
});

test("finance is told which lines of a month have no charge, with the share that is missing", async () => {
  const contract = await makeActive(place, { startDate: "2026-06-01", endDate: "2027-05-31" }, async (id) => {
    await db.chargeLine.create({
      data: {
        organizationId: place.organization.id,
        contractId: id,
        position: 2,
        code: "CL-02",
        name: "Invoices",
        kind: "unitPrice",
        parameters: { type: "unitPrice", bands: [["0", "1.20"]], mode: "reached" },
      },
    });
  });
  await setClock("2026-07-01T08:00:00Z");
  await runScheduled("charges", place.organization.id);
  await run();
  const told = await titles(place.finance.personId, "charge");
  expect(told).toContain(`${contract.code}: 1 charge of €10,000.00 proposed for 2026-06`);
  expect(told).toContain(`${contract.code}: 2026-06 has ended without the charge of 1 of 2 lines`);
  expect(told).toHaveLength(2);
});

test("the last month of a contract that has expired is still asked for", async () => {
  const contract = await makeActive(place, { startDate: "2026-06-01", endDate: "2026-07-31", renewal: "none" });
  await setClock("2026-08-02T08:00:00Z");
  await runScheduled("contracts", place.organization.id);
  await run();
  expect(await titles(place.operations.personId, "month")).toEqual(
    ["2026-06", "2026-07"].map((month) => `${contract.code}: ${month} has ended and is not reported`),
  );
});
