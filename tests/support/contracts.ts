import { randomUUID } from "node:crypto";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { activateContract } from "@/lib/contracts/mutations/activate";
import { createContract } from "@/lib/contracts/mutations/create";
import { signForClient, signForVendor } from "@/lib/contracts/mutations/sign";
import { submitContract } from "@/lib/contracts/mutations/terms";
import { createContractSchema } from "@/lib/contracts/schema";
import { db } from "@/lib/server/database";
import type { Stage } from "@/lib/server/generated/prisma/enums";
import type { Outcome } from "@/lib/shared/outcome";
import { makeMember, makeOrganization, makeVendor, makeVendorContact } from "./factories";

export function doneValue<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.message} ${JSON.stringify(outcome.fields ?? {})}`);
  return outcome.value;
}

export async function makeEngagement(owner: MemberActor, stage: Stage = "contract"): Promise<{ id: string }> {
  const mark = randomUUID().slice(0, 8);
  return db.engagement.create({
    data: {
      organizationId: owner.organizationId,
      code: `ENG-${mark}`,
      name: `Engagement ${mark}`,
      stage,
      ownerId: owner.memberId,
      currency: "EUR",
    },
    select: { id: true },
  });
}

export type Place = {
  organization: Awaited<ReturnType<typeof makeOrganization>>;
  procurement: MemberActor;
  executive: MemberActor;
  operations: MemberActor;
  finance: MemberActor;
  auditor: MemberActor;
  contact: VendorActor;
  engagementId: string;
};

/** An organization with one person of each role, a vendor with a contact, and an engagement at a stage. */
export async function makePlace(stage: Stage = "contract", approvalLimit = "250000"): Promise<Place> {
  const organization = await makeOrganization({ approvalLimit });
  const procurement = await makeMember(organization, ["procurement"]);
  const vendor = await makeVendor(organization);
  return {
    organization,
    procurement,
    executive: await makeMember(organization, ["executive"]),
    operations: await makeMember(organization, ["operations"]),
    finance: await makeMember(organization, ["finance"]),
    auditor: await makeMember(organization, ["auditor"]),
    contact: await makeVendorContact(organization, vendor),
    engagementId: (await makeEngagement(procurement, stage)).id,
  };
}

export function contractInput(place: Place, values: Record<string, unknown> = {}) {
  return createContractSchema.parse({
    engagementId: place.engagementId,
    vendorId: place.contact.vendorId,
    title: "Invoice processing",
    type: "mixed",
    currency: "EUR",
    timeZone: "Europe/Berlin",
    startDate: "2026-01-15",
    endDate: "2027-01-14",
    yearlyValue: "120000",
    clientNoticeMonths: 3,
    exitPlan: "Data comes back within 30 days.",
    ...values,
  });
}

export async function makeDraft(place: Place, values: Record<string, unknown> = {}) {
  return doneValue(await createContract(place.procurement, contractInput(place, values)));
}

export async function makeKpiWithLevel(contractId: string, organizationId: string): Promise<void> {
  const kpi = await db.kpi.create({
    data: {
      organizationId,
      contractId,
      code: "KPI-01",
      name: "Solved in time",
      unit: "%",
      direction: "higher",
      method: "reported",
    },
    select: { id: true },
  });
  await db.serviceLevel.create({
    data: { organizationId, contractId, kpiId: kpi.id, expected: "95", minimum: "90", effectiveFrom: "2026-01" },
  });
}

export async function addFixedFee(contractId: string, organizationId: string, monthly = "10000"): Promise<string> {
  const line = await db.chargeLine.create({
    data: {
      organizationId,
      contractId,
      position: 1,
      code: "CL-01",
      name: "Base fee",
      kind: "fixedFee",
      parameters: { type: "fixed", monthly },
    },
    select: { id: true },
  });
  return line.id;
}

/** A contract under the limit, signed by both sides; active once its charges and service levels are there. */
export async function makeSigned(place: Place, values: Record<string, unknown> = {}) {
  const draft = await makeDraft(place, values);
  let { version } = doneValue(await submitContract(place.procurement, draft.id, draft.version));
  version = doneValue(await signForClient(place.executive, draft.id, version)).version;
  version = doneValue(await signForVendor(place.contact, draft.id, version)).version;
  return { id: draft.id, code: draft.code, version };
}

export async function makeActive(place: Place, values: Record<string, unknown> = {}) {
  const signed = await makeSigned(place, values);
  const lineId = await addFixedFee(signed.id, place.organization.id);
  await makeKpiWithLevel(signed.id, place.organization.id);
  const { version } = doneValue(await activateContract(place.procurement, signed.id, signed.version));
  return { ...signed, version, lineId };
}
