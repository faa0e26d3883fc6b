import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { nextCode } from "@/lib/server/codes";
import type { Transaction } from "@/lib/server/database";
import { toDay } from "@/lib/server/values";
import { done, type Outcome, refuse, refuseFields } from "@/lib/shared/outcome";
import type { ContractTerms, CreateContract } from "../schema";
import { contractSubject } from "./lock";

export type ContractKey = { id: string; code: string; version: number };

/** Contracts belong to engagements that have come that far; one that exists already may be taken over later too. */
export const CONTRACT_STAGES = ["contract", "transition", "operate", "exit"] as const;

/** What the fields of a contract must be to each other. */
export function checkTerms(terms: Pick<ContractTerms, "startDate" | "endDate" | "renewal" | "renewalMonths">) {
  const fields: Record<string, string> = {};
  if (terms.startDate && terms.endDate && terms.endDate <= terms.startDate) {
    fields.endDate = "The end comes after the start.";
  }
  if (terms.renewal !== "none" && terms.renewalMonths === null) {
    fields.renewalMonths = "Write by how many months it renews.";
  }
  return Object.keys(fields).length > 0 ? refuseFields(fields) : null;
}

type Values = Partial<ContractTerms>;

/** Terms as the database takes them; what is left out stays as it is. */
export function toColumns<Terms extends Values>(terms: Terms) {
  const { startDate, endDate, dataProtectionTerms, ...rest } = terms;
  return {
    ...rest,
    ...(startDate === undefined ? {} : { startDate: toDay(startDate) }),
    ...(endDate === undefined ? {} : { endDate: toDay(endDate) }),
    ...(dataProtectionTerms === undefined ? {} : { dataProtectionTerms: [...dataProtectionTerms] }),
  };
}

export async function newContractCode(tx: Transaction, organizationId: string): Promise<string> {
  return nextCode(tx, organizationId, "CTR");
}

/** A contract written by hand. */
export function createContract(actor: MemberActor, input: CreateContract): Promise<Outcome<ContractKey>> {
  const { organizationId, memberId } = actor;
  const { engagementId, vendorId, ...terms } = input;
  return change(actor, async (tx, audit) => {
    const wrong = checkTerms(terms);
    if (wrong) return wrong;
    const engagement = await tx.engagement.findFirst({
      where: { id: engagementId, organizationId },
      select: { stage: true, name: true },
    });
    const vendor = await tx.vendor.findFirst({
      where: { id: vendorId, organizationId },
      select: { status: true, legalName: true },
    });
    if (!engagement) return refuseFields({ engagementId: "Choose one from the list." });
    if (!vendor) return refuseFields({ vendorId: "Choose one from the list." });
    if (!(CONTRACT_STAGES as readonly string[]).includes(engagement.stage)) {
      return refuse(`${engagement.name} is not at the stage of a contract. Pass its gates first.`);
    }
    if (vendor.status === "suspended" || vendor.status === "retired") {
      return refuseFields({
        vendorId: `${vendor.legalName} is ${vendor.status}. No contract can be made with it now.`,
      });
    }
    const contract = await tx.contract.create({
      data: {
        ...toColumns(terms),
        organizationId,
        engagementId,
        vendorId,
        ownerId: memberId,
        code: await newContractCode(tx, organizationId),
      },
      select: { id: true, code: true, version: true, title: true },
    });
    audit({ action: "contract.create", subject: contractSubject(contract), after: input });
    return done({ id: contract.id, code: contract.code, version: contract.version });
  });
}
