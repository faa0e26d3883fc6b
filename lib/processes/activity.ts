import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { db } from "@/lib/server/database";
import { instantOf } from "@/lib/server/values";

export type ActivityEntry = {
  id: string;
  who: string;
  what: string;
  /** A comment's text. */
  body: string | null;
  at: string;
};

const VERBS: Record<string, string> = {
  "process.create": "added this",
  "process.update": "changed",
  "process.move": "moved this",
  "process.split": "split this into activities",
  "process.retire": "retired this",
  "process.restore": "restored this",
  "comment.create": "commented",
};

const WORDS: Record<string, string> = {
  ownerId: "owner",
  parentCode: "place",
  parent: "place",
  businessUnit: "business unit",
  isCore: "core",
  isCritical: "critical",
  volumePerMonth: "volume",
  volumeUnit: "unit of volume",
  fullTimeEquivalents: "full-time equivalents",
  costPerYear: "cost",
  dataCategories: "data",
  baseline: "figures of today",
  latestAssessmentId: "assessment",
};

/** What happened to a process, the newest first: changes and comments alike, as the audit log has them. */
export async function listProcessActivity(organization: OrganizationId, processId: string): Promise<ActivityEntry[]> {
  const events = await db.auditEvent.findMany({
    where: { organizationId: organization, subjectType: "process", subjectId: processId },
    orderBy: { sequence: "desc" },
    take: 50,
    select: { sequence: true, actorName: true, action: true, after: true, at: true },
  });
  return events.map(({ sequence, actorName, action, after, at }) => {
    const content = parse(after);
    return { id: String(sequence), who: actorName, at: instantOf(at), ...describeEvent(action, content) };
  });
}

function parse(text: string | null): Record<string, unknown> {
  const value: unknown = text ? JSON.parse(text) : {};
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function describeEvent(action: string, content: Record<string, unknown>): { what: string; body: string | null } {
  if (action === "comment.create") return { what: "commented", body: String(content.body ?? "") };
  const verb = VERBS[action] ?? action;
  if (action !== "process.update") return { what: verb, body: null };
  const fields = Object.keys(content).map((key) => WORDS[key] ?? key);
  return { what: fields.length > 0 ? `${verb} ${fields.join(", ")}` : verb, body: null };
}
