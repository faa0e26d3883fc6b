import { randomUUID } from "node:crypto";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { asOrganizationId } from "@/lib/access/actor";
import { sealPresentText, storeText } from "@/lib/agreements/mutations/store-text";
import { db } from "@/lib/server/database";
import { findJobHandler } from "@/lib/server/job-handlers";
import { claimJob, finishJob } from "@/lib/server/job-queue";
import { putFile } from "@/lib/server/storage";
import type { CaseLogMapping } from "@/lib/service-levels/case-log-schema";
import { createCaseLog, startImport } from "@/lib/service-levels/mutations/case-logs";

type Owner = Pick<MemberActor, "organizationId" | "memberId">;

export type TestContract = { id: string; vendorId: string; code: string };

/**
 * A contract with its vendor and engagement, and one charge line that credits are based on. A draft: its service levels
 * are still to be written. `startContract` lets it run.
 */
export async function makeServiceContract(
  owner: Owner,
  values: { timeZone?: string; currency?: string; atRiskPercent?: string; yearlyCapPercent?: string } = {},
): Promise<TestContract & { chargeLineId: string }> {
  const mark = randomUUID().slice(0, 8);
  const { organizationId, memberId: ownerId } = owner;
  const vendor = await db.vendor.create({
    data: { organizationId, code: `VND-${mark}`, legalName: `Vendor ${mark}`, country: "PL" },
    select: { id: true },
  });
  const engagement = await db.engagement.create({
    data: { organizationId, code: `ENG-${mark}`, name: `Engagement ${mark}`, ownerId, currency: "EUR" },
    select: { id: true },
  });
  const contract = await db.contract.create({
    data: {
      organizationId,
      code: `CTR-${mark}`,
      engagementId: engagement.id,
      vendorId: vendor.id,
      title: "Service desk",
      type: "performanceBased",
      state: "draft",
      activatedAt: new Date("2026-01-01T00:00:00Z"),
      currency: values.currency ?? "EUR",
      timeZone: values.timeZone ?? "Europe/Berlin",
      ownerId,
      atRiskPercent: values.atRiskPercent ?? "10",
      yearlyCapPercent: values.yearlyCapPercent ?? null,
    },
    select: { id: true, code: true },
  });
  const line = await db.chargeLine.create({
    data: {
      organizationId,
      contractId: contract.id,
      position: 1,
      code: "FEE",
      name: "Monthly fee",
      kind: "fixedFee",
      parameters: {},
    },
    select: { id: true },
  });
  return { id: contract.id, code: contract.code, vendorId: vendor.id, chargeLineId: line.id };
}

/** Signed by both sides on the text as it stands, and running. */
export async function startContract(owner: Owner, contract: TestContract): Promise<void> {
  await db.$transaction(async (tx) => {
    const place = { id: contract.id, organizationId: owner.organizationId };
    const text = await storeText(tx, place, await sealPresentText(tx, place, null));
    const signed = { organizationId: owner.organizationId, contractId: contract.id, textId: text.id };
    await tx.contractSignature.createMany({
      data: (["client", "vendor"] as const).map((side) => ({
        ...signed,
        side,
        signedName: `For the ${side}`,
        signedAt: new Date(),
      })),
    });
    await tx.contract.update({ where: { id: contract.id }, data: { state: "active" }, select: { id: true } });
  });
}

export async function setCharges(
  owner: Owner,
  contract: { id: string; chargeLineId: string },
  months: readonly string[],
  amount: string,
): Promise<void> {
  await db.monthlyCharge.createMany({
    data: months.map((month) => ({
      organizationId: owner.organizationId,
      contractId: contract.id,
      chargeLineId: contract.chargeLineId,
      month,
      amount,
    })),
  });
}

/** A contact of the contract's vendor, as a session would mint it. */
export async function makeContact(owner: Owner, contract: TestContract): Promise<VendorActor> {
  const mark = randomUUID().slice(0, 8);
  const person = await db.person.create({
    data: { email: `${mark}@vendor.test`, name: `Contact ${mark}` },
    select: { id: true },
  });
  const contact = await db.vendorContact.create({
    data: {
      organizationId: owner.organizationId,
      vendorId: contract.vendorId,
      personId: person.id,
      name: `Contact ${mark}`,
      email: `${mark}@vendor.test`,
    },
    select: { id: true },
  });
  return {
    kind: "vendor",
    organizationId: asOrganizationId(owner.organizationId),
    vendorId: contract.vendorId,
    contactId: contact.id,
    personId: person.id,
    name: `Contact ${mark}`,
    scopes: null,
    requestId: null,
    ipAddress: null,
  };
}

export const INCIDENT_MAPPING: CaseLogMapping = {
  delimiter: ",",
  encoding: null,
  datePattern: "dd-MM-yyyy HH:mm",
  emptyMarkers: ["?"],
  caseNumber: "number",
  opened: "opened_at",
  firstResponse: null,
  resolved: "resolved_at",
  closed: "closed_at",
  pausedSeconds: null,
  attributes: ["priority", "made_sla"],
};

export async function makeCaseLog(
  actor: MemberActor,
  contract: { id: string },
  values: Partial<{ timeZone: string; mapping: CaseLogMapping }> = {},
): Promise<string> {
  const made = await createCaseLog(actor, {
    contractId: contract.id,
    name: "Incidents",
    timeZone: values.timeZone ?? "Europe/Berlin",
    mapping: values.mapping ?? INCIDENT_MAPPING,
  });
  if (!made.ok) throw new Error(made.message);
  return made.value.id;
}

async function* once(content: Uint8Array) {
  yield content;
}

type ImportOptions = { skipsBadRows?: boolean; fileName?: string };

/** Stores a file and asks for its import; nothing runs yet. */
export async function uploadCases(
  actor: MemberActor,
  caseLogId: string,
  content: string | Uint8Array,
  options: ImportOptions = {},
) {
  const file = await putFile(once(Buffer.from(content)));
  const { skipsBadRows = false, fileName = "cases.csv" } = options;
  const started = await startImport(actor, { caseLogId, file, fileName, skipsBadRows });
  if (!started.ok) throw new Error(started.message);
  return { ...started.value, file };
}

/** Does a job as the worker would, once. */
export async function runJob(jobId: string, signal = new AbortController().signal) {
  const row = await claimJob(jobId);
  if (!row) throw new Error("There is no such job to run.");
  const handler = await findJobHandler(row.kind);
  if (!handler) throw new Error(`No handler for ${row.kind}`);
  const result = await handler({ ...row, attempt: row.attempts, signal });
  await finishJob(jobId, result);
  return result;
}

export async function importCases(
  actor: MemberActor,
  caseLogId: string,
  content: string | Uint8Array,
  options: ImportOptions = {},
) {
  const { jobId } = await uploadCases(actor, caseLogId, content, options);
  return runJob(jobId);
}
