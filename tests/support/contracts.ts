import { randomUUID } from "node:crypto";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { activateContract } from "@/lib/agreements/mutations/activate";
import { assentToAmendment } from "@/lib/agreements/mutations/decide-amendment";
import { amendContract } from "@/lib/agreements/mutations/draft-amendment";
import { signForClient, signForVendor } from "@/lib/agreements/mutations/sign";
import { amendmentBody } from "@/lib/agreements/schema";
import { createContract } from "@/lib/contracts/mutations/create";
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

/** The hash of the newest text of a contract: what a signature names. */
export async function textOf(contractId: string, amendmentId?: string): Promise<string> {
  const text = await db.contractText.findFirstOrThrow({
    where: { contractId, ...(amendmentId ? { amendmentId } : {}) },
    orderBy: { number: "desc" },
    select: { sha256: true },
  });
  return text.sha256;
}

export const versionOf = async (id: string) =>
  (await db.contract.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;

/** Both names under the text as it stands. */
export async function signByBoth(place: Pick<Place, "executive" | "contact">, id: string): Promise<void> {
  doneValue(await signForClient(place.executive, id, { sha256: await textOf(id), name: "For the client" }));
  doneValue(await signForVendor(place.contact, id, { sha256: await textOf(id), name: "For the vendor" }));
}

/** A contract under the limit, signed by both sides. */
export async function makeSigned(
  place: Place,
  values: Record<string, unknown> = {},
  prepare = async (_: string) => {},
) {
  const draft = await makeDraft(place, values);
  await prepare(draft.id);
  doneValue(await submitContract(place.procurement, draft.id, await versionOf(draft.id)));
  await signByBoth(place, draft.id);
  return { id: draft.id, code: draft.code, version: await versionOf(draft.id) };
}

export async function makeActive(
  place: Place,
  values: Record<string, unknown> = {},
  prepare = async (_: string): Promise<void> => {},
) {
  let lineId = "";
  const signed = await makeSigned(place, values, async (id) => {
    lineId = await addFixedFee(id, place.organization.id);
    await makeKpiWithLevel(id, place.organization.id);
    await prepare(id);
  });
  const { version } = doneValue(await activateContract(place.procurement, signed.id, signed.version));
  return { ...signed, version, lineId };
}

/** Proposed and assented to; in force unless an executive has to approve it. */
export async function amend(place: Pick<Place, "procurement" | "contact">, id: string, input: object) {
  const body = amendmentBody.parse({ summary: "As agreed", ...input });
  const made = doneValue(await amendContract(place.procurement, id, await versionOf(id), body));
  if (!made.needsAssent) return made;
  const assent = { sha256: await textOf(id, made.id), name: "For the vendor" };
  return { ...made, ...doneValue(await assentToAmendment(place.contact, made.id, assent)) };
}
