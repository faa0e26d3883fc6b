import { createEngagement } from "@/lib/engagements/mutations";
import { createEngagementSchema } from "@/lib/engagements/schema";
import { addMitigation } from "@/lib/risks/mitigation-mutations";
import { createRisk } from "@/lib/risks/mutations";
import { mitigationSchema, riskSchema } from "@/lib/risks/schema";
import { db } from "@/lib/server/database";
import { type SampleEngagement, sampleEngagements } from "./content/engagements";
import { daysAgo, idOf, memberOf, must, type Sample } from "./context";

const ORDER = ["assess", "scope", "source", "contract", "transition", "operate", "exit", "closed"] as const;
/** Days that the steps into each stage lie back, from the latest. */
const STEP_DAYS = 95;

export async function seedEngagements(sample: Sample): Promise<void> {
  for (const engagement of sampleEngagements) {
    const owner = memberOf(sample, engagement.owner);
    const { realised: _, ...objective } = engagement.objective;
    const made = must(
      await createEngagement(
        owner,
        createEngagementSchema.parse({
          name: engagement.name,
          summary: engagement.summary,
          ownerId: owner.memberId,
          currency: "EUR",
          estimatedYearlyValue: engagement.value,
          processIds: engagement.processes.map((code) => idOf(sample.processes, code)),
          objectives: [{ ...objective, dueDate: daysAgo(sample, -240) }],
        }),
      ),
    );
    sample.engagements.set(engagement.key, made.id);
    await seedRisks(sample, engagement, made.id);
    await placeInStage(sample, engagement, made.id);
  }
}

/** The past cannot be lived again through the gates: the steps of earlier months are written down as they were passed. */
async function placeInStage(sample: Sample, engagement: SampleEngagement, engagementId: string): Promise<void> {
  const last = ORDER.indexOf(engagement.stage as (typeof ORDER)[number]);
  const owner = memberOf(sample, engagement.owner);
  const isRunning = last >= ORDER.indexOf("operate");
  const passages = ORDER.slice(0, last).map((from, index) => {
    const at = new Date(`${daysAgo(sample, (last - index - 1) * STEP_DAYS + (isRunning ? 730 : 12))}T09:30:00Z`);
    return { from, to: ORDER[index + 1] ?? from, at };
  });
  await db.stagePassage.createMany({
    data: passages.map(({ from, to, at }) => ({
      organizationId: sample.organizationId,
      engagementId,
      fromStage: from,
      toStage: to,
      state: "passed" as const,
      conditions: [],
      reason: "Passed before Steward was introduced.",
      requestedById: owner.memberId,
      requestedAt: at,
      decidedById: memberOf(sample, "edgar").memberId,
      decidedAt: at,
    })),
  });
  const since = passages.at(-1)?.at ?? new Date(`${daysAgo(sample, 20)}T09:00:00Z`);
  await db.engagement.update({
    where: { id: engagementId },
    data: {
      stage: engagement.stage,
      stageSince: since,
      ...(engagement.stage === "closed"
        ? { outcome: "takenBackInHouse", closingReason: "The renewal rate was better with our own people." }
        : {}),
    },
  });
  if (engagement.objective.realised) {
    await db.objective.updateMany({
      where: { engagementId },
      data: { realised: engagement.objective.realised, realisedOn: new Date(`${daysAgo(sample, 20)}T00:00:00Z`) },
    });
  }
}

type RiskRow = [
  title: string,
  category: "security" | "vendorDependence" | "disruption" | "hiddenCost" | "lossOfControl" | "compliance",
  p: number,
  i: number,
  rp: number,
  ri: number,
  mitigation: string,
];
const RISKS: Record<string, RiskRow[]> = {
  tax: [
    ["Advice and routine cannot be told apart", "lossOfControl", 3, 4, 2, 3, "Name the returns that stay in-house"],
  ],
  legal: [["Confidential terms leave the house", "security", 3, 4, 2, 4, "Reviewers work in our own system only"]],
  chat: [
    [
      "Peak before the holidays is not staffed",
      "disruption",
      4,
      4,
      2,
      4,
      "Staffing plan with penalties from October on",
    ],
    ["Refund fraud by agents", "security", 2, 4, 1, 4, "Four-eyes check above 150 EUR"],
  ],
  payroll: [
    ["First payslips are wrong", "disruption", 4, 5, 2, 4, "Two parallel runs per country"],
    ["Leaver data kept too long", "compliance", 3, 4, 2, 3, "Deletion rules in the contract"],
  ],
  freight: [
    ["Declarations filed late in the first weeks", "compliance", 3, 4, 2, 3, "Own team files in parallel for a month"],
  ],
  desk: [
    ["Two shifts depend on one site", "vendorDependence", 3, 4, 2, 3, "Move a third of the evening shift to Kochi"],
    ["Backlog of priority 2 incidents", "disruption", 4, 3, 3, 3, "Weekly backlog call until it is below 400"],
  ],
  voice: [
    [
      "Customers leave although service levels are met",
      "lossOfControl",
      4,
      4,
      3,
      4,
      "Sample of recordings heard by our own people",
    ],
  ],
  payables: [["Duplicate payments", "hiddenCost", 2, 4, 1, 3, "Duplicate check before the payment proposal"]],
  applications: [
    [
      "Knowledge of the pricing engine with two people",
      "vendorDependence",
      4,
      5,
      3,
      4,
      "Documentation and a second pair by spring",
    ],
  ],
  warehouse: [["Strike in the peak season", "disruption", 2, 5, 2, 4, "Overflow agreement with a second site"]],
  catalogue: [["Data is returned incomplete", "lossOfControl", 3, 3, 2, 2, "Test export before the last month"]],
};

async function seedRisks(sample: Sample, engagement: SampleEngagement, engagementId: string): Promise<void> {
  const owner = memberOf(sample, engagement.owner);
  for (const [title, category, probability, impact, residualProbability, residualImpact, mitigation] of RISKS[
    engagement.key
  ] ?? []) {
    const risk = must(
      await createRisk(
        owner,
        riskSchema.parse({
          title,
          category,
          engagementId,
          probability,
          impact,
          residualProbability,
          residualImpact,
          ownerId: owner.memberId,
          state: "mitigated",
          reviewDate: daysAgo(sample, -60),
        }),
      ),
    );
    must(
      await addMitigation(
        owner,
        risk.id,
        mitigationSchema.parse({ description: mitigation, dueDate: daysAgo(sample, -30), ownerId: owner.memberId }),
      ),
    );
  }
}
