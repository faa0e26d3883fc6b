import "server-only";
import { type MemberActor, may } from "@/lib/access/actor";
import { db, type Transaction } from "@/lib/server/database";
import { instantOf } from "@/lib/server/values";
import type { ClarificationView } from "./schema";

const fields = {
  id: true,
  rfpId: true,
  question: true,
  publishedQuestion: true,
  askedAt: true,
  answer: true,
  visibility: true,
  privateReason: true,
  lateReason: true,
  answeredAt: true,
  version: true,
  vendor: { select: { id: true, legalName: true } },
  answeredBy: { select: { person: { select: { name: true } } } },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>;

function readRow(from: Transaction | typeof db, where: { id: string; organizationId: string }) {
  return from.clarification.findFirst({ where, select: fields });
}

/** The original of a question that went out in other words is for those alone who have the right to it. */
function toView(
  { vendor, answeredBy, askedAt, answeredAt, question, publishedQuestion, ...row }: Row,
  seesOriginal: boolean,
): ClarificationView {
  return {
    ...row,
    question: publishedQuestion ?? question,
    original: seesOriginal && publishedQuestion !== null ? question : null,
    vendor: { id: vendor.id, name: vendor.legalName },
    answeredBy: answeredBy?.person.name ?? null,
    askedAt: instantOf(askedAt),
    answeredAt: instantOf(answeredAt),
  };
}

const READS_ORIGINAL = "clarification:readOriginal";

export async function findClarification(actor: MemberActor, id: string, from: Transaction | typeof db = db) {
  const row = await readRow(from, { id, organizationId: actor.organizationId });
  return row ? toView(row, may(actor, READS_ORIGINAL)) : null;
}

/** Questions of one RFP: the open ones first, each group in the order of asking. */
export async function listClarifications(actor: MemberActor, rfpId: string): Promise<ClarificationView[]> {
  const rows = await db.clarification.findMany({
    where: { organizationId: actor.organizationId, rfpId },
    orderBy: [{ answeredAt: { sort: "asc", nulls: "first" } }, { askedAt: "asc" }],
    take: 500,
    select: fields,
  });
  return rows.map((row) => toView(row, may(actor, READS_ORIGINAL)));
}
