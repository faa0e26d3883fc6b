import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { db, type Transaction } from "@/lib/server/database";
import { instantOf } from "@/lib/server/values";
import type { ClarificationView } from "./schema";

const fields = {
  id: true,
  rfpId: true,
  question: true,
  askedAt: true,
  answer: true,
  visibility: true,
  privateReason: true,
  answeredAt: true,
  version: true,
  vendor: { select: { id: true, legalName: true } },
  answeredBy: { select: { person: { select: { name: true } } } },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>;

function readRow(from: Transaction | typeof db, where: { id: string; organizationId: string }) {
  return from.clarification.findFirst({ where, select: fields });
}

function toView({ vendor, answeredBy, askedAt, answeredAt, ...row }: Row): ClarificationView {
  return {
    ...row,
    vendor: { id: vendor.id, name: vendor.legalName },
    answeredBy: answeredBy?.person.name ?? null,
    askedAt: instantOf(askedAt),
    answeredAt: instantOf(answeredAt),
  };
}

export async function findClarification(
  organizationId: OrganizationId,
  id: string,
  from: Transaction | typeof db = db,
) {
  const row = await readRow(from, { id, organizationId });
  return row ? toView(row) : null;
}

/** Questions of one RFP: the open ones first, each group in the order of asking. */
export async function listClarifications(organizationId: OrganizationId, rfpId: string): Promise<ClarificationView[]> {
  const rows = await db.clarification.findMany({
    where: { organizationId, rfpId },
    orderBy: [{ answeredAt: { sort: "asc", nulls: "first" } }, { askedAt: "asc" }],
    take: 500,
    select: fields,
  });
  return rows.map(toView);
}
