import type { MemberActor } from "@/lib/access/actor";
import { db } from "@/lib/server/database";
import type { Outcome } from "@/lib/shared/outcome";
import { setCriteria, setLots } from "@/lib/sourcing/rfps/contents/mutations";
import { addEvaluator, addInvitation } from "@/lib/sourcing/rfps/contents/people";
import { generateQuestions } from "@/lib/sourcing/rfps/contents/questions";
import { createRfp, updateRfp } from "@/lib/sourcing/rfps/mutations";
import type { RfpView } from "@/lib/sourcing/rfps/schema";
import { startScope } from "@/lib/sourcing/scope/mutations";
import { addRequirement } from "@/lib/sourcing/scope/requirements/mutations";
import type { ScopeView } from "@/lib/sourcing/scope/schema";
import { makeMember, makeOrganization, makeProcess } from "@/tests/support/factories";

export function mustHave<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.message} ${JSON.stringify(outcome.fields ?? {})}`);
  return outcome.value;
}

/** A moment from now, in milliseconds of the machine that the database also runs on. */
export function inHours(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString();
}

let number = 0;

export type World = {
  organization: { id: string };
  procurement: MemberActor;
  operations: MemberActor;
  engagementId: string;
  processId: string;
};

/** An organization with an engagement in the stage source. */
export async function makeWorld(stage: "scope" | "source" = "source"): Promise<World> {
  const organization = await makeOrganization();
  const procurement = await makeMember(organization, ["procurement"]);
  const operations = await makeMember(organization, ["operations"]);
  const process = await makeProcess(organization, { isCritical: true });
  number += 1;
  const engagement = await db.engagement.create({
    data: {
      organizationId: organization.id,
      code: `ENG-${number}`,
      name: "Service desk",
      stage,
      ownerId: operations.memberId,
      currency: "EUR",
      engagementProcesses: { create: { processId: process.id } },
    },
    select: { id: true },
  });
  return { organization, procurement, operations, engagementId: engagement.id, processId: process.id };
}

export async function makeVendor(
  organization: { id: string },
  options: {
    status?: "prospect" | "approved" | "suspended" | "retired";
    contacts?: number;
    withAccount?: boolean;
  } = {},
) {
  number += 1;
  const vendor = await db.vendor.create({
    data: {
      organizationId: organization.id,
      code: `VEN-${number}`,
      legalName: `Vendor ${number}`,
      country: "PL",
      status: options.status ?? "approved",
    },
    select: { id: true, legalName: true },
  });
  for (let index = 0; index < (options.contacts ?? 1); index += 1) {
    const email = `contact-${number}-${index}@vendor.test`;
    const person = options.withAccount ? await db.person.create({ data: { email, name: "Contact" } }) : null;
    await db.vendorContact.create({
      data: {
        organizationId: organization.id,
        vendorId: vendor.id,
        name: "Contact",
        email,
        personId: person?.id ?? null,
      },
    });
  }
  return vendor;
}

export const requirement = {
  section: "Delivery",
  title: "Answer in 20 seconds",
  description: "",
  kind: "quality",
  priority: "scored",
  processId: null,
} as const;

export async function makeScope(world: World): Promise<ScopeView> {
  const scope = mustHave(await startScope(world.operations, world.engagementId));
  mustHave(await addRequirement(world.operations, scope.id, requirement));
  mustHave(
    await addRequirement(world.operations, scope.id, {
      ...requirement,
      section: "Security",
      title: "Hold ISO 27001",
      kind: "security",
      priority: "mandatory",
    }),
  );
  return scope;
}

export const criterion = (weight: string, name = "Delivery") => ({ id: null, name, description: "", weight });
export const item = { id: null, name: "Ticket", unit: "ticket", kind: "recurring", quantity: "1200" } as const;

/** A draft that only lacks what a test takes away from it. */
export async function makeReadyRfp(world: World, vendors: { id: string }[], weight = "100"): Promise<RfpView> {
  const { procurement, operations } = world;
  await makeScope(world);
  const input = { engagementId: world.engagementId, title: "Service desk", description: "", termMonths: 36 };
  let rfp = mustHave(await createRfp(procurement, { ...input, timeZone: "Europe/Berlin" }));
  rfp = mustHave(
    await updateRfp(procurement, rfp.id, rfp.version, {
      questionsUntil: inHours(24 * 5),
      answersUntil: inHours(24 * 8),
      bidsUntil: inHours(24 * 15),
      openingAt: inHours(24 * 15 + 1),
    }),
  );
  rfp = mustHave(await setCriteria(procurement, rfp.id, rfp.version, [criterion(weight)]));
  const lot = { id: rfp.lots[0]?.id ?? null, title: "Everything", description: "", items: [item] };
  rfp = mustHave(await setLots(procurement, rfp.id, rfp.version, [lot]));
  mustHave(await generateQuestions(procurement, rfp.id));
  mustHave(await addEvaluator(procurement, rfp.id, operations.memberId));
  for (const vendor of vendors) mustHave(await addInvitation(procurement, rfp.id, vendor.id));
  return rfp;
}
