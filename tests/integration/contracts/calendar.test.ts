import { expect, test } from "vitest";
import { decideAmendment } from "@/lib/agreements/mutations/decide-amendment";
import { amendContract } from "@/lib/agreements/mutations/draft-amendment";
import { amendmentBody } from "@/lib/agreements/schema";
import { recordNotice } from "@/lib/contracts/mutations/end";
import { findContract } from "@/lib/contracts/queries";
import { readContractTerms } from "@/lib/contracts/terms";
import { findMainContract } from "@/lib/engagements/overview";
import { sql } from "@/lib/server/database";
import { findRenewalDates, findTermEnd, readTermState } from "@/lib/shared/renewal";
import { amend, doneValue, makeActive, makePlace, versionOf } from "@/tests/support/contracts";

test("terms are read as of a date, each with the amendment it comes from", async () => {
  const place = await makePlace();
  const active = await makeActive(place);
  const first = await amend(place, active.id, { effectiveFrom: "2026-07-01", changes: { clientNoticeMonths: 6 } });
  const second = await amend(place, active.id, {
    effectiveFrom: "2026-04-01",
    changes: { coverageHours: "24/7", clientNoticeMonths: 3 },
  });
  expect([first.number, second.number]).toEqual([1, 2]);
  const on = (date: string) => readContractTerms(undefined, place.organization.id, active.id, date);
  expect((await on("2026-03-31"))?.coverageHours).toEqual({ value: "", amendment: 0 });
  expect((await on("2026-04-01"))?.coverageHours).toEqual({ value: "24/7", amendment: 2 });
  expect((await on("2026-06-30"))?.clientNoticeMonths).toEqual({ value: 3, amendment: 0 });
  expect((await on("2026-07-01"))?.clientNoticeMonths).toEqual({ value: 6, amendment: 1 });
});

test("an amendment that changes nothing, empties the end or comes on an old version is refused", async () => {
  const place = await makePlace();
  const active = await makeActive(place);
  const written = (version: number, changes: object) =>
    amendContract(
      place.procurement,
      active.id,
      version,
      amendmentBody.parse({ effectiveFrom: "2026-05-01", summary: "As agreed", changes }),
    );
  const version = await versionOf(active.id);
  expect(await written(version, { clientNoticeMonths: 3 })).toMatchObject({ ok: false, reason: "state" });
  expect(await written(version, { endDate: null })).toMatchObject({
    fields: { "changes.endDate": [expect.any(String)] },
  });
  expect(await written(version - 1, { clientNoticeMonths: 6 })).toMatchObject({ ok: false, reason: "stale" });
});

test("above the limit money moves only once an executive has approved, and not the one who wrote it", async () => {
  const place = await makePlace();
  const active = await makeActive(place);
  const made = await amend(place, active.id, { effectiveFrom: "2026-02-01", changes: { yearlyValue: "500000" } });
  expect(made).toMatchObject({ needsApproval: true, isInForce: false });
  const value = async () =>
    (await readContractTerms(undefined, place.organization.id, active.id, "2026-03-01"))?.yearlyValue.value;
  expect(await value()).toBe("120000");
  expect(await decideAmendment(place.procurement, made.id, { decision: "approve", reason: "" })).toMatchObject({
    reason: "forbidden",
  });
  doneValue(await decideAmendment(place.executive, made.id, { decision: "approve", reason: "" }));
  expect(await value()).toBe("500000");
  expect((await findContract(place.organization.id, active.id))?.yearlyValue).toBe("500000");
});

test.each([
  ["no renewal, in the past", { endDate: "2026-03-31", renewal: "none" }],
  ["no renewal, far", { endDate: "2031-08-31", renewal: "none" }],
  ["tacit, past the 31st", { endDate: "2026-01-31", startDate: "2025-02-01", renewal: "tacit", renewalMonths: 1 }],
  ["tacit, one year", { endDate: "2026-02-28", startDate: "2025-02-01", renewal: "tacit", renewalMonths: 12 }],
  ["option", { endDate: "2027-02-28", renewal: "option", renewalMonths: 12, clientNoticeMonths: 4 }],
])("the calendar in the database agrees with the rules: %s", async (_, values) => {
  const place = await makePlace();
  const active = await makeActive(place, { startDate: "2025-01-15", yearlyValue: "1000", ...values });
  const contract = await findContract(place.organization.id, active.id);
  if (!contract?.endDate) throw new Error("The contract is gone.");
  const { today, renewal, renewalMonths } = contract;
  const endDate = findTermEnd({ endDate: contract.endDate, renewal, renewalMonths, notice: null }, today);
  const { result } = findRenewalDates({
    endDate,
    noticeMonths: contract.clientNoticeMonths ?? 0,
    internalLeadDays: contract.internalLeadDays,
    switchingLeadDays: contract.switchingLeadDays,
  });
  expect(contract).toMatchObject({
    endOn: endDate,
    noticeBy: result.noticeBy,
    decideBy: result.decideBy,
    state: readTermState({ endDate, decideBy: result.decideBy }, today),
  });
});

test("an amended end moves the dates", async () => {
  const place = await makePlace();
  const active = await makeActive(place);
  await amend(place, active.id, { effectiveFrom: "2026-02-01", changes: { endDate: "2027-07-14" } });
  expect((await findContract(place.organization.id, active.id))?.endOn).toBe("2027-07-14");
  const rows = await sql.rows<{ count: number }>("SELECT count(*) FROM contract_calendar WHERE organization_id = $1", [
    place.organization.id,
  ]);
  expect(rows[0]?.count).toBe(1);
});

const yearly = { renewal: "tacit", renewalMonths: 12, clientNoticeMonths: 3, vendorNoticeMonths: 6 } as const;

/** Days that keep their distance to today, so that the test holds on any day. */
function termAround(today: string, monthsToEnd: number) {
  const end = Temporal.PlainDate.from(today).add({ months: monthsToEnd });
  return { startDate: end.subtract({ years: 2 }).toString(), endDate: end.toString(), end };
}

test.each([
  ["client", 2],
  ["vendor", 5],
] as const)("late notice by the %s is named before it is taken, and the term renews", async (givenBy, months) => {
  const place = await makePlace();
  const { end, ...term } = termAround(Temporal.Now.plainDateISO().toString(), months);
  const active = await makeActive(place, { ...term, ...yearly, yearlyValue: "1000" });
  const today = (await findContract(place.organization.id, active.id))?.today ?? "";
  const notice = { givenOn: today, givenBy };
  const refused = await recordNotice(place.executive, active.id, active.version, notice);
  const lastDay = end.subtract({ months: givenBy === "client" ? 3 : 6 }).toString();
  expect(refused).toMatchObject({ ok: false, fields: { isLateAccepted: [expect.stringContaining(lastDay)] } });
  expect((await findContract(place.organization.id, active.id))?.noticeGivenOn).toBeNull();
  doneValue(await recordNotice(place.executive, active.id, active.version, { ...notice, isLateAccepted: true }));
  const renewed = end.add({ years: 1 }).toString();
  expect((await findContract(place.organization.id, active.id))?.endOn).toBe(renewed);
  const main = await findMainContract(place.organization.id, place.engagementId, today);
  expect(main).toMatchObject({ endDate: renewed, decideBy: null });
});

test("notice in time ends the running term without a warning", async () => {
  const place = await makePlace();
  const { end, ...term } = termAround(Temporal.Now.plainDateISO().toString(), 4);
  const active = await makeActive(place, { ...term, ...yearly, yearlyValue: "1000" });
  const today = (await findContract(place.organization.id, active.id))?.today ?? "";
  doneValue(await recordNotice(place.executive, active.id, active.version, { givenOn: today, givenBy: "client" }));
  expect((await findContract(place.organization.id, active.id))?.endOn).toBe(end.toString());
});

test("the engagement reads an amended end where the contract does", async () => {
  const place = await makePlace();
  const active = await makeActive(place);
  await amend(place, active.id, { effectiveFrom: "2026-02-01", changes: { endDate: "2027-07-14" } });
  const contract = await findContract(place.organization.id, active.id);
  const main = await findMainContract(place.organization.id, place.engagementId, contract?.today ?? "");
  expect(main?.endDate).toBe("2027-07-14");
  expect(contract?.endOn).toBe("2027-07-14");
});
