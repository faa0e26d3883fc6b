import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { db, sql, type Transaction } from "@/lib/server/database";
import { decimalOf, instantOf } from "@/lib/server/values";
import type { BaselineFigure, ProcessView } from "./schema";

const reference = { id: true, code: true, name: true } as const;
const fields = {
  ...reference,
  description: true,
  parent: { select: reference },
  function: true,
  category: true,
  businessUnit: true,
  owner: { select: { id: true, person: { select: { name: true } } } },
  isCore: true,
  isCritical: true,
  volumePerMonth: true,
  volumeUnit: true,
  fullTimeEquivalents: true,
  costPerYear: true,
  complexity: true,
  documentation: true,
  skills: true,
  systems: true,
  dataCategories: true,
  regulations: true,
  baseline: true,
  state: true,
  score: true,
  recommendation: true,
  latestAssessmentId: true,
  version: true,
  createdAt: true,
  updatedAt: true,
} as const;

/** One process with everything about it; null when it is not this organization's. */
export async function findProcess(
  organizationId: string,
  id: string,
  tx: Transaction = db,
): Promise<ProcessView | null> {
  const row = await tx.process.findFirst({ where: { id, organizationId }, select: fields });
  if (!row) return null;
  return {
    ...row,
    owner: row.owner && { id: row.owner.id, name: row.owner.person.name },
    volumePerMonth: decimalOf(row.volumePerMonth),
    fullTimeEquivalents: decimalOf(row.fullTimeEquivalents),
    costPerYear: decimalOf(row.costPerYear),
    // Written by this domain only, through its schema.
    baseline: row.baseline as BaselineFigure[],
    score: decimalOf(row.score),
    createdAt: instantOf(row.createdAt),
    updatedAt: instantOf(row.updatedAt),
  };
}

/** Processes above this one, the topmost first. */
export function listAncestors(organization: OrganizationId, id: string) {
  return sql.rows<{ id: string; code: string; name: string }>(
    `WITH RECURSIVE up AS (
       SELECT parent_id, 0 AS height FROM process WHERE id = $2 AND organization_id = $1
       UNION ALL SELECT p.parent_id, up.height + 1 FROM up JOIN process p ON p.id = up.parent_id WHERE up.height < 50)
     SELECT p.id, p.code, p.name FROM up JOIN process p ON p.id = up.parent_id ORDER BY up.height DESC`,
    [organization, id],
  );
}

export const TREE_PAGE = 100;
export type TreeNode = {
  id: string;
  code: string;
  name: string;
  category: string;
  fullTimeEquivalents: string | null;
  costPerYear: string | null;
  score: string | null;
  recommendation: string | null;
  state: string;
  hasChildren: boolean;
};
export type TreeLevel = { nodes: TreeNode[]; after: string | null };

/** One level of the tree in the order of codes; `after` goes on behind that code. Never the whole tree. */
export async function listTreeLevel(
  organization: OrganizationId,
  parentId: string | null,
  after: string | null = null,
): Promise<TreeLevel> {
  const rows = await sql.rows<TreeNode>(
    `SELECT p.id, p.code, p.name, p.category, p.state, p.recommendation, trim_scale(p.score)::text AS score,
       trim_scale(p.full_time_equivalents)::text AS "fullTimeEquivalents", trim_scale(p.cost_per_year)::text AS "costPerYear",
       EXISTS (SELECT 1 FROM process c WHERE c.organization_id = $1 AND c.parent_id = p.id) AS "hasChildren"
     FROM process p WHERE p.organization_id = $1 AND ${parentId === null ? "$2::uuid IS NULL AND p.parent_id IS NULL" : "p.parent_id = $2::uuid"}
       AND ($3::text IS NULL OR p.code > $3) ORDER BY p.code LIMIT ${TREE_PAGE + 1}`,
    [organization, parentId, after],
  );
  const nodes = rows.slice(0, TREE_PAGE);
  return { nodes, after: rows.length > TREE_PAGE ? (nodes.at(-1)?.code ?? null) : null };
}

/** The business units in use, by leaping from one to the next in the index; at most 200. */
export async function listBusinessUnits(organization: OrganizationId): Promise<string[]> {
  const rows = await sql.rows<{ unit: string }>(
    `WITH RECURSIVE unit AS (
       (SELECT business_unit AS unit FROM process WHERE organization_id = $1 AND business_unit > '' ORDER BY business_unit LIMIT 1)
       UNION ALL
       SELECT (SELECT business_unit FROM process WHERE organization_id = $1 AND business_unit > unit.unit
               ORDER BY business_unit LIMIT 1) FROM unit WHERE unit.unit IS NOT NULL)
     SELECT unit FROM unit WHERE unit IS NOT NULL LIMIT 200`,
    [organization],
  );
  return rows.map((row) => row.unit);
}

/** Members that can be named as owner. */
export async function listOwners(organizationId: string): Promise<{ id: string; name: string }[]> {
  const members = await db.member.findMany({
    where: { organizationId, state: "active" },
    select: { id: true, person: { select: { name: true } } },
    orderBy: { person: { name: "asc" } },
    take: 500,
  });
  return members.map((member) => ({ id: member.id, name: member.person.name }));
}

/** Active processes whose code or name has these words, for a field that suggests. */
export function suggestProcesses(organization: OrganizationId, text: string) {
  const words = text.trim().slice(0, 100).split(/\s+/).filter(Boolean).slice(0, 6);
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const conditions = patterns.map((_, index) => `AND (code || ' ' || name) ILIKE $${index + 2}`).join(" ");
  return sql.rows<{ id: string; code: string; name: string }>(
    `SELECT id, code, name FROM process WHERE organization_id = $1 AND state = 'active' ${conditions} ORDER BY code LIMIT 12`,
    [organization, ...patterns],
  );
}

/** Engagements that carry the process or one of its direct activities. */
export async function listEngagementsOf(organizationId: string, processId: string) {
  const rows = await db.engagement.findMany({
    where: { organizationId, engagementProcesses: { some: { processId } } },
    select: { id: true, code: true, name: true, stage: true },
    orderBy: { code: "asc" },
    take: 50,
  });
  return rows;
}

export async function listChildren(organizationId: string, parentId: string) {
  const rows = await db.process.findMany({
    where: { organizationId, parentId },
    select: {
      ...reference,
      state: true,
      isCore: true,
      fullTimeEquivalents: true,
      costPerYear: true,
      score: true,
      recommendation: true,
    },
    orderBy: { code: "asc" },
    take: TREE_PAGE + 1,
  });
  return rows.map((row) => ({
    ...row,
    fullTimeEquivalents: decimalOf(row.fullTimeEquivalents),
    costPerYear: decimalOf(row.costPerYear),
    score: decimalOf(row.score),
  }));
}
