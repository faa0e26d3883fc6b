import { beforeAll, expect, test } from "vitest";
import { recordMonthlyCharge } from "@/lib/charges/mutations/months";
import { confirmProposal, declineProposal } from "@/lib/charges/mutations/proposals";
import { listChargeTotals, listOpenProposals } from "@/lib/charges/queries";
import { runScheduled } from "@/lib/schedule/run";
import { db } from "@/lib/server/database";
import { doneValue, makeActive, makePlace, type Place } from "../../support/contracts";
import { makeMember, makeOrganization } from "../../support/factories";
import { setClock } from "../../support/moved-clock";

let place: Place;
let contract: Awaited<ReturnType<typeof makeActive>>;

beforeAll(async () => {
  await setClock("2026-06-10T08:00:00Z");
  place = await makePlace("contract");
  contract = await makeActive(place, { startDate: "2026-06-15", endDate: "2027-06-14" });
});

const run = () => runScheduled("charges", place.organization.id);
const open = (month?: string) => listOpenProposals(place.organization.id, contract.id, month);
const totals = () => listChargeTotals(place.organization.id, contract.id);

test("a fixed fee is proposed when its month has ended on the contract's own day, for the days in force, and counts for nothing", async () => {
  await setClock("2026-06-30T21:59:00Z");
  expect(await run()).toEqual({ state: "done", result: "Proposed 0 charges" });
  await setClock("2026-06-30T22:01:00Z");
  expect(await run()).toEqual({ state: "done", result: "Proposed 1 charge" });
  expect(await run()).toEqual({ state: "done", result: "Proposed 0 charges" });
  // 16 of 30 days of 10,000.
  expect(await open()).toMatchObject([{ month: "2026-06", name: "Base fee", amount: "5333.33" }]);
  expect(await totals()).toEqual([]);
  const [notice] = await db.notification.findMany({ where: { personId: place.finance.personId, kind: "charge" } });
  expect(notice?.title).toBe(`${contract.code}: 1 charge of €5,333.33 proposed for 2026-06`);
});

test("after a stop of four months each of them is proposed, once, also by two clocks at once", async () => {
  await setClock("2026-11-02T12:00:00Z");
  await Promise.all([run(), run(), run()]);
  await run();
  expect((await open()).map(({ month }) => month)).toEqual(["2026-06", "2026-07", "2026-08", "2026-09", "2026-10"]);
});

test("a person confirms it, once, and then it is the charge", async () => {
  const [first] = await open("2026-06");
  if (!first) throw new Error("Nothing was proposed.");
  const stranger = await makeMember(await makeOrganization(), ["finance"]);
  expect(await confirmProposal(stranger, first.id, first.version, "")).toMatchObject({ reason: "notFound" });
  expect(await confirmProposal(place.finance, first.id, first.version + 1, "")).toMatchObject({ ok: false });
  const both = await Promise.all([0, 1].map(() => confirmProposal(place.finance, first.id, first.version, "")));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await totals()).toMatchObject([{ month: "2026-06", amount: "5333.33" }]);
  expect(await open("2026-06")).toEqual([]);
});

test("what is declined is not proposed again, and the month waits for what a person records", async () => {
  const [next] = await open("2026-07");
  if (!next) throw new Error("Nothing was proposed.");
  doneValue(await declineProposal(place.finance, next.id, next.version, "The fee was waived."));
  expect(await run()).toEqual({ state: "done", result: "Proposed 0 charges" });
  expect(await open("2026-07")).toEqual([]);
  expect((await totals()).map(({ month }) => month)).toEqual(["2026-06"]);
});

test("recording by hand decides the proposal too", async () => {
  const input = { chargeLineId: contract.lineId, month: "2026-08", version: null, delivery: {}, note: "" };
  doneValue(await recordMonthlyCharge(place.finance, input));
  expect(await open("2026-08")).toEqual([]);
  const [row] = await db.chargeProposal.findMany({ where: { contractId: contract.id, month: "2026-08" } });
  expect(row).toMatchObject({ state: "recorded", decidedById: place.finance.memberId });
});
