import "server-only";
import { databaseNow } from "@/lib/server/clock";
import type { db, Transaction } from "@/lib/server/database";
import { type Decimal, d, sum } from "@/lib/shared/decimal";
import type { GateFacts, GateLinks } from "./rules/gates";
import { rateRisk } from "./rules/risk-rating";
import type { Stage } from "./rules/stages";

type Client = Transaction | typeof db;
type Subject = { id: string; organizationId: string };

/** `value` is what the gate decides about, in its own currency; null where it is not known yet. */
export type StageFacts = {
  facts: GateFacts;
  links: GateLinks;
  value: { amount: Decimal; currency: string } | null;
};

const NOTHING: GateFacts = {
  processes: [],
  businessCase: null,
  highRisks: [],
  requirements: [],
  awards: [],
  contracts: [],
  shares: [],
  goNoGo: [],
  exitChecklist: [],
};

/** What the gate out of a stage looks at, and where each thing is mended. Reads only what this stage asks for. */
export async function readStageFacts(client: Client, engagement: Subject, stage: Stage): Promise<StageFacts> {
  const of = { engagementId: engagement.id, organizationId: engagement.organizationId };
  switch (stage) {
    case "assess":
      return readAssess(client, of);
    case "scope":
      return readScope(client, of);
    case "source":
      return readSource(client, of);
    case "contract":
      return readContract(client, of);
    case "transition":
      return readTransition(client, of);
    case "exit":
      return readExit(client, of);
    case "operate":
    case "closed":
    case "cancelled":
      return { facts: NOTHING, links: {}, value: null };
  }
}

type Of = { engagementId: string; organizationId: string };

function findProcesses(client: Client, of: Of) {
  return client.engagementProcess.findMany({
    where: { engagement: { id: of.engagementId, organizationId: of.organizationId } },
    orderBy: { process: { code: "asc" } },
    select: {
      process: {
        select: {
          id: true,
          code: true,
          name: true,
          isCritical: true,
          suitabilityAssessments: { where: { state: "complete" }, take: 1, select: { id: true } },
        },
      },
    },
  });
}

async function readAssess(client: Client, of: Of): Promise<StageFacts> {
  // One after the other: inside a transaction there is one connection.
  const rows = await findProcesses(client, of);
  const businessCase = await client.businessCase.findFirst({
    where: { ...of, state: { in: ["draft", "submitted", "approved"] } },
    orderBy: { revision: "desc" },
    select: { chosenOptionId: true },
  });
  const risks = await client.risk.findMany({
    where: { ...of, state: { not: "closed" } },
    orderBy: { code: "asc" },
    select: {
      code: true,
      title: true,
      probability: true,
      impact: true,
      _count: { select: { riskMitigations: true } },
    },
  });
  const here = `/engagements/${of.engagementId}`;
  const unassessed = rows.find(({ process }) => process.suitabilityAssessments.length === 0);
  return {
    facts: {
      ...NOTHING,
      processes: rows.map(({ process }) => ({
        name: `${process.code} ${process.name}`,
        isCritical: process.isCritical,
        isAssessed: process.suitabilityAssessments.length > 0,
        serviceLevels: [],
      })),
      businessCase: businessCase && { hasChosenOption: businessCase.chosenOptionId !== null },
      highRisks: risks
        .filter((risk) => rateRisk(risk.probability, risk.impact) === "high")
        .map((risk) => ({ name: `${risk.code} ${risk.title}`, hasMitigation: risk._count.riskMitigations > 0 })),
    },
    links: {
      assessment: unassessed ? `/processes/${unassessed.process.id}` : `${here}/edit`,
      businessCase: `${here}/business-case`,
      risks: `${here}/risks`,
    },
    value: null,
  };
}

async function readScope(client: Client, of: Of): Promise<StageFacts> {
  const rows = await findProcesses(client, of);
  const scope = await client.scopeOfWork.findFirst({
    where: of,
    orderBy: { revision: "desc" },
    select: {
      requirements: { orderBy: { position: "asc" }, select: { code: true, title: true, priority: true } },
      proposedServiceLevels: {
        orderBy: { position: "asc" },
        select: {
          name: true,
          processId: true,
          baseline: true,
          isBaselineUnknown: true,
          requirement: { select: { processId: true } },
        },
      },
    },
  });
  const levels = scope?.proposedServiceLevels ?? [];
  const here = `/engagements/${of.engagementId}/scope`;
  return {
    facts: {
      ...NOTHING,
      processes: rows.map(({ process }) => ({
        name: `${process.code} ${process.name}`,
        isCritical: process.isCritical,
        isAssessed: process.suitabilityAssessments.length > 0,
        serviceLevels: levels
          .filter((level) => (level.processId ?? level.requirement?.processId) === process.id)
          .map((level) => ({
            name: level.name,
            hasBaseline: level.baseline !== null,
            isBaselineUnknown: level.isBaselineUnknown,
          })),
      })),
      requirements: (scope?.requirements ?? []).map((requirement) => ({
        name: `${requirement.code} ${requirement.title}`,
        hasPriority: requirement.priority !== null,
      })),
    },
    links: { requirements: here, proposedServiceLevels: here },
    value: null,
  };
}

/** The RFP that the engagement is being sourced with: the newest one that did not fail. */
function findRfp(client: Client, of: Of) {
  return client.rfp.findFirst({
    where: { ...of, state: { notIn: ["unsuccessful", "cancelled"] } },
    orderBy: { createdAt: "desc" },
    select: {
      id: true,
      rfpLots: {
        orderBy: { number: "asc" },
        select: {
          title: true,
          awards: {
            where: { state: { in: ["proposed", "approved", "standstill", "final"] } },
            take: 1,
            select: { state: true, standstillUntil: true, amount: true, currency: true },
          },
        },
      },
    },
  });
}

function totalOf(amounts: { amount: Decimal; currency: string }[]): StageFacts["value"] {
  const [first] = amounts;
  // Amounts in several currencies have no total here: unknown, and unknown counts as large.
  if (!first || amounts.some(({ currency }) => currency !== first.currency)) return null;
  return { amount: sum(amounts.map(({ amount }) => amount)), currency: first.currency };
}

async function readSource(client: Client, of: Of): Promise<StageFacts> {
  const rfp = await findRfp(client, of);
  const now = await databaseNow(client);
  const lots = rfp?.rfpLots ?? [];
  const href = rfp ? `/rfps/${rfp.id}` : `/rfps/new?engagement=${of.engagementId}`;
  return {
    facts: {
      ...NOTHING,
      awards: lots.map((lot) => {
        const award = lot.awards[0];
        const until = award?.standstillUntil ?? null;
        return {
          lot: lot.title,
          state: award?.state ?? null,
          isStandstillOver: until !== null && until.getTime() <= now.getTime(),
        };
      }),
    },
    links: { award: href, standstill: href },
    value: totalOf(
      lots.flatMap((lot) =>
        lot.awards.map((award) => ({ amount: d(award.amount.toFixed()), currency: award.currency })),
      ),
    ),
  };
}

async function readContract(client: Client, of: Of): Promise<StageFacts> {
  const rfp = await findRfp(client, of);
  const contracts = await client.contract.findMany({
    where: {
      ...of,
      state: { in: ["draft", "inReview", "signed", "active", "expiring"] },
      // After a re-tender the contract that is being replaced still runs; it does not count for this gate.
      ...(rfp ? { OR: [{ awardId: null }, { award: { rfpId: rfp.id } }] } : {}),
    },
    orderBy: { code: "asc" },
    select: {
      id: true,
      code: true,
      currency: true,
      yearlyValue: true,
      awardId: true,
      vendorId: true,
      signedAt: true,
      clientNoticeMonths: true,
      exitPlan: true,
      _count: { select: { chargeLines: true, serviceLevels: true } },
    },
  });
  const [first] = contracts;
  const href = first
    ? contracts.length === 1
      ? `/contracts/${first.id}`
      : `/engagements/${of.engagementId}/contracts`
    : `/contracts/new?engagement=${of.engagementId}`;
  const shares = rfp
    ? await client.awardShare.findMany({
        where: { award: { rfpId: rfp.id, state: { in: ["approved", "standstill", "final"] } } },
        orderBy: [{ award: { lot: { number: "asc" } } }, { amount: "desc" }],
        select: {
          vendorId: true,
          awardId: true,
          sharePercent: true,
          vendor: { select: { legalName: true } },
          award: { select: { lot: { select: { title: true } } } },
        },
      })
    : [];
  const carried = new Set(contracts.map((contract) => `${contract.awardId} ${contract.vendorId}`));
  const isValued = contracts.every((contract) => contract.yearlyValue !== null);
  return {
    facts: {
      ...NOTHING,
      shares: shares.map((share) => ({
        name: `${share.award.lot.title}: ${share.vendor.legalName}, ${share.sharePercent.toFixed()} %`,
        hasContract: carried.has(`${share.awardId} ${share.vendorId}`),
      })),
      contracts: contracts.map((contract) => ({
        name: contract.code,
        isClientSigned: contract.signedAt !== null,
        isVendorSigned: contract.signedAt !== null,
        charges: contract._count.chargeLines,
        serviceLevels: contract._count.serviceLevels,
        hasNoticePeriod: contract.clientNoticeMonths !== null,
        hasExitPlan: contract.exitPlan.trim() !== "",
      })),
    },
    links: {
      shares: `/engagements/${of.engagementId}/contracts`,
      signatures: href,
      charges: href,
      serviceLevels: href,
      noticePeriod: href,
      exitPlan: href,
    },
    value: isValued
      ? totalOf(
          contracts.map((contract) => ({
            amount: d(contract.yearlyValue?.toFixed() ?? "0"),
            currency: contract.currency,
          })),
        )
      : null,
  };
}

async function readTransition(client: Client, of: Of): Promise<StageFacts> {
  const plan = await client.transitionPlan.findFirst({
    where: of,
    orderBy: { createdAt: "desc" },
    select: {
      id: true,
      goNoGoCriterions: { orderBy: { position: "asc" }, select: { name: true, state: true, waiverReason: true } },
    },
  });
  const href = plan ? `/transitions/${plan.id}` : `/transitions/new?engagement=${of.engagementId}`;
  return { facts: { ...NOTHING, goNoGo: plan?.goNoGoCriterions ?? [] }, links: { goNoGo: href }, value: null };
}

async function readExit(client: Client, of: Of): Promise<StageFacts> {
  const exitChecklist = await client.exitChecklistItem.findMany({
    where: of,
    orderBy: { position: "asc" },
    select: { name: true, state: true, waiverReason: true },
  });
  return {
    facts: { ...NOTHING, exitChecklist },
    links: { exitChecklist: `/engagements/${of.engagementId}/exit` },
    value: null,
  };
}
