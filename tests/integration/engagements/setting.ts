import type { MemberActor, OrganizationId } from "@/lib/access/actor";
import { createEngagement } from "@/lib/engagements/mutations";
import { db } from "@/lib/server/database";
import { makeMember, makeOrganization, makeProcess } from "../../support/factories";

export type Setting = {
  organization: { id: OrganizationId };
  operations: MemberActor;
  procurement: MemberActor;
  executive: MemberActor;
  auditor: MemberActor;
  process: { id: string; name: string };
};

/** One organization with a member of each role that the tests need. */
export async function makeSetting(): Promise<Setting> {
  const organization = await makeOrganization();
  const [operations, procurement, executive, auditor, process] = await Promise.all([
    makeMember(organization, ["operations"]),
    makeMember(organization, ["procurement"]),
    makeMember(organization, ["executive"]),
    makeMember(organization, ["auditor"]),
    makeProcess(organization, { isCritical: true }),
  ]);
  return { organization, operations, procurement, executive, auditor, process };
}

export async function makeEngagement(setting: Setting, values: { estimatedYearlyValue?: string } = {}) {
  const made = await createEngagement(setting.operations, {
    name: "Invoice entry",
    summary: "",
    ownerId: setting.operations.memberId,
    currency: "EUR",
    estimatedYearlyValue: values.estimatedYearlyValue ?? "100000",
    processIds: [setting.process.id],
    objectives: [],
  });
  if (!made.ok) throw new Error(made.message);
  return made.value;
}

/** Everything that the gate out of assess asks for. */
export async function meetAssess(setting: Setting, engagementId: string): Promise<void> {
  const organizationId = setting.organization.id;
  await db.suitabilityAssessment.create({
    data: {
      organizationId,
      processId: setting.process.id,
      state: "complete",
      criteria: [],
      thresholds: {},
      assessorId: setting.operations.memberId,
    },
  });
  const made = await db.businessCase.create({
    data: {
      organizationId,
      engagementId,
      currency: "EUR",
      discountRate: "8",
      firstYear: 2026,
      years: 3,
      preparedById: setting.operations.memberId,
      businessCaseOptions: { create: [{ organizationId, position: 1, name: "Keep", kind: "keep" }] },
    },
    select: { id: true, businessCaseOptions: { select: { id: true } } },
  });
  await db.businessCase.update({
    where: { id: made.id },
    data: { chosenOptionId: made.businessCaseOptions[0]?.id ?? null },
  });
}

/** Puts an engagement into a stage without the way there. */
export async function putIntoStage(id: string, stage: "scope" | "source" | "contract" | "operate" | "exit") {
  return db.engagement.update({ where: { id }, data: { stage }, select: { version: true } });
}

export function versionOf(id: string): Promise<{ version: number; stage: string }> {
  return db.engagement.findUniqueOrThrow({ where: { id }, select: { version: true, stage: true } });
}
