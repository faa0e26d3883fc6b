import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { isUniqueViolation } from "@/lib/server/conflicts";
import type { Prisma, Transaction } from "@/lib/server/database";
import { toDay } from "@/lib/server/values";
import { type Decimal, d } from "@/lib/shared/decimal";
import { toMoney } from "@/lib/shared/money";
import { done, type Outcome, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { type Commitment, listCommitments } from "../rules/commitments";
import { pricedChargeLine } from "../rules/priced-line";
import type { CreateFromAward } from "../schema";
import { type ContractKey, newContractCode } from "./create";
import { contractSubject } from "./lock";

const award = {
  id: true,
  state: true,
  lotId: true,
  currency: true,
  lot: { select: { title: true } },
  awardShares: {
    select: { vendorId: true, bidId: true, amount: true, sharePercent: true, vendor: { select: { legalName: true } } },
    orderBy: { amount: "desc" },
  },
  rfp: {
    select: {
      title: true,
      termMonths: true,
      timeZone: true,
      scopeId: true,
      rfpLots: { select: { id: true } },
      engagement: { select: { id: true, name: true, stage: true } },
    },
  },
} satisfies Prisma.AwardSelect;

const STAGES = ["source", "contract", "transition", "operate"];

/**
 * A contract from a final award: vendor, value, currency and term come from it, the charge lines from the prices that
 * were bid, the service levels from the scope that the RFP was issued with. Each keeps where it came from.
 */
export async function createFromAward(actor: MemberActor, input: CreateFromAward): Promise<Outcome<ContractKey>> {
  try {
    return await makeFromAward(actor, input);
  } catch (error) {
    // Two people at once: the index on award and vendor let one of them through.
    if (isUniqueViolation(error)) return refuse("There is a contract for this award already. Open it instead.");
    throw error;
  }
}

function makeFromAward(actor: MemberActor, input: CreateFromAward): Promise<Outcome<ContractKey>> {
  const { organizationId, memberId } = actor;
  return change(actor, async (tx, audit) => {
    const found = await tx.award.findFirst({ where: { id: input.awardId, organizationId }, select: award });
    if (!found) return refuseMissing("award");
    if (found.state !== "final")
      return refuse("Only a final award becomes a contract. Its standstill has to pass first.");
    const { engagement } = found.rfp;
    if (!STAGES.includes(engagement.stage)) return refuse(`${engagement.name} is not at the stage of a contract.`);
    const share =
      found.awardShares.find((each) => each.vendorId === input.vendorId) ?? soleShare(found.awardShares, input);
    if (!share) return refuseFields({ vendorId: "Choose one of the vendors of this award." });
    const end = Temporal.PlainDate.from(input.startDate).add({ months: found.rfp.termMonths }).subtract({ days: 1 });
    const yearly = d(share.amount.toFixed()).times(12).dividedBy(found.rfp.termMonths);
    const title = found.rfp.rfpLots.length > 1 ? `${found.rfp.title}: ${found.lot.title}` : found.rfp.title;
    const contract = await tx.contract.create({
      data: {
        organizationId,
        engagementId: engagement.id,
        vendorId: share.vendorId,
        awardId: found.id,
        ownerId: memberId,
        code: await newContractCode(tx, organizationId),
        title: title.slice(0, 200),
        type: "mixed",
        currency: found.currency,
        timeZone: found.rfp.timeZone,
        startDate: toDay(input.startDate),
        endDate: toDay(end.toString()),
        yearlyValue: toMoney(yearly, found.currency).amount,
        commitments: await readCommitments(tx, share.bidId),
      },
      select: { id: true, code: true, version: true, title: true },
    });
    const owner = { organizationId, contractId: contract.id };
    const charges = await copyPrices(tx, owner, {
      ...share,
      lotId: found.lotId,
      currency: found.currency,
      sharePercent: d(share.sharePercent.toFixed()),
    });
    const levels = await copyServiceLevels(tx, owner, found.rfp.scopeId, input.startDate.slice(0, 7));
    audit({
      action: "contract.create",
      subject: contractSubject(contract),
      after: { award: found.id, vendor: share.vendor.legalName, startDate: input.startDate, charges, levels },
    });
    return done({ id: contract.id, code: contract.code, version: contract.version });
  });
}

function soleShare<Share>(shares: Share[], input: CreateFromAward): Share | undefined {
  return input.vendorId === null && shares.length === 1 ? shares[0] : undefined;
}

type Owner = { organizationId: string; contractId: string };

/** Requirements with their answers, exceptions and offers of the bid that won, each with where it came from. */
async function readCommitments(tx: Transaction, bidId: string): Promise<Commitment[]> {
  const bid = await tx.bid.findUniqueOrThrow({
    where: { id: bidId },
    select: {
      exceptions: true,
      valueAdded: true,
      bidAnswers: {
        orderBy: [{ question: { section: "asc" } }, { question: { position: "asc" } }],
        select: {
          answer: true,
          question: {
            select: { id: true, text: true, requirement: { select: { id: true, code: true, title: true } } },
          },
        },
      },
    },
  });
  return listCommitments({
    bidId,
    exceptions: bid.exceptions ?? "",
    valueAdded: bid.valueAdded ?? "",
    answers: bid.bidAnswers.map(({ answer, question }) => ({
      answer,
      questionId: question.id,
      question: question.text,
      requirement: question.requirement,
    })),
  });
}

type AwardedBid = { bidId: string; lotId: string; currency: string; sharePercent: Decimal };

async function copyPrices(tx: Transaction, owner: Owner, bid: AwardedBid): Promise<number> {
  const prices = await tx.bidPriceLine.findMany({
    where: { bidId: bid.bidId, item: { lotId: bid.lotId } },
    select: { unitPrice: true, item: { select: { id: true, name: true, unit: true, kind: true, quantity: true } } },
    orderBy: { item: { position: "asc" } },
  });
  const made = await tx.chargeLine.createMany({
    data: prices.map(({ unitPrice, item }, index) => {
      const { kind, terms } = pricedChargeLine({
        ...item,
        quantity: d(item.quantity.toFixed()),
        unitPrice: d(unitPrice.toFixed()),
        sharePercent: bid.sharePercent,
        currency: bid.currency,
      });
      return {
        ...owner,
        position: index + 1,
        code: `CL-${String(index + 1).padStart(2, "0")}`,
        name: item.name,
        kind,
        parameters: terms,
        priceItemId: item.id,
        isCreditBase: kind !== "milestone",
      };
    }),
  });
  return made.count;
}

async function copyServiceLevels(tx: Transaction, owner: Owner, scopeId: string, from: string): Promise<number> {
  const proposed = await tx.proposedServiceLevel.findMany({
    where: { scopeId, organizationId: owner.organizationId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const kpis = await tx.kpi.createManyAndReturn({
    data: proposed.map((level, index) => ({
      ...owner,
      code: `KPI-${String(index + 1).padStart(2, "0")}`,
      name: level.name,
      description: level.measurement,
      unit: level.unit,
      direction: level.direction,
      method: "reported" as const,
      proposedServiceLevelId: level.id,
    })),
    select: { id: true, proposedServiceLevelId: true },
  });
  const kpiOf = new Map(kpis.map((kpi) => [kpi.proposedServiceLevelId, kpi.id]));
  await tx.serviceLevel.createMany({
    data: proposed.flatMap((level) => {
      const kpiId = kpiOf.get(level.id);
      if (!kpiId) return [];
      const { expected, minimum, isCritical } = level;
      return [
        { ...owner, kpiId, class: isCritical ? "critical" : "key", expected, minimum, effectiveFrom: from } as const,
      ];
    }),
  });
  return kpis.length;
}
