import "server-only";
import { db, type Prisma, type Transaction } from "@/lib/server/database";
import { decimalOf, instantOf } from "@/lib/server/values";
import type { Step } from "@/lib/shared/steps";
import type { SuitabilityCriterion, SuitabilityThresholds } from "../rules/suitability-criteria";
import type { AssessmentView } from "./schema";

const reference = { id: true, code: true, name: true } as const;
const fields = {
  id: true,
  process: { select: reference },
  engagement: { select: reference },
  state: true,
  criteria: true,
  thresholds: true,
  answers: true,
  notes: true,
  knockOuts: true,
  score: true,
  recommendation: true,
  reason: true,
  steps: true,
  assessor: { select: { id: true, person: { select: { name: true } } } },
  completedAt: true,
  version: true,
  createdAt: true,
  updatedAt: true,
} as const satisfies Prisma.SuitabilityAssessmentSelect;

type Row = Prisma.SuitabilityAssessmentGetPayload<{ select: typeof fields }>;

/** The JSON columns are written by this domain only, through its schema. */
function toView(row: Row): AssessmentView {
  return {
    ...row,
    criteria: row.criteria as SuitabilityCriterion[],
    thresholds: row.thresholds as SuitabilityThresholds,
    answers: row.answers as Record<string, number>,
    notes: row.notes as Record<string, string>,
    knockOuts: row.knockOuts as string[],
    steps: row.steps as Step[],
    score: decimalOf(row.score),
    assessor: { id: row.assessor.id, name: row.assessor.person.name },
    completedAt: instantOf(row.completedAt),
    createdAt: instantOf(row.createdAt),
    updatedAt: instantOf(row.updatedAt),
  };
}

export async function findAssessment(
  organizationId: string,
  id: string,
  tx: Transaction = db,
): Promise<AssessmentView | null> {
  const row = await tx.suitabilityAssessment.findFirst({ where: { id, organizationId }, select: fields });
  return row && toView(row);
}

/** All of one process, the newest first. */
export async function listAssessmentsOf(organizationId: string, processId: string): Promise<AssessmentView[]> {
  const rows = await db.suitabilityAssessment.findMany({
    where: { organizationId, processId },
    select: fields,
    orderBy: { createdAt: "desc" },
    take: 20,
  });
  return rows.map(toView);
}

export const MOST_COMPARED = 12;

/** The completed assessments of these processes; without any, those completed last. */
export async function listComparedAssessments(organizationId: string, processIds: string[]): Promise<AssessmentView[]> {
  const rows = await db.suitabilityAssessment.findMany({
    where: {
      organizationId,
      state: "complete",
      ...(processIds.length > 0 ? { processId: { in: processIds.slice(0, MOST_COMPARED) } } : {}),
    },
    select: fields,
    orderBy: { updatedAt: "desc" },
    take: MOST_COMPARED,
  });
  return rows.map(toView);
}
