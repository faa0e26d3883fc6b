import "server-only";
import { z } from "zod";
import type { MemberActor, OrganizationId } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { db, type Transaction } from "@/lib/server/database";
import { instantOf } from "@/lib/server/values";
import { choice, recordId, requiredText } from "@/lib/shared/inputs";
import { done, type Outcome, refuseMissing } from "@/lib/shared/outcome";

export const COMMENT_SUBJECTS = ["engagement", "risk", "process"] as const;
export type CommentSubject = (typeof COMMENT_SUBJECTS)[number];

export const createCommentSchema = z.strictObject({
  subjectType: choice(COMMENT_SUBJECTS),
  subjectId: recordId,
  body: requiredText(5000),
});
export type CreateComment = z.output<typeof createCommentSchema>;

export const commentRepresentation = z.object({
  id: z.uuid(),
  subjectType: z.string(),
  subjectId: z.uuid(),
  author: z.string(),
  body: z.string(),
  createdAt: z.string(),
});

async function labelOf(tx: Transaction, type: CommentSubject, id: string, organizationId: string) {
  const where = { id, organizationId };
  if (type === "risk") {
    const risk = await tx.risk.findFirst({ where, select: { code: true, title: true } });
    return risk && `${risk.code} ${risk.title}`;
  }
  if (type === "process") {
    const process = await tx.process.findFirst({ where, select: { code: true, name: true } });
    return process && `${process.code} ${process.name}`;
  }
  const engagement = await tx.engagement.findFirst({ where, select: { code: true, name: true } });
  return engagement && `${engagement.code} ${engagement.name}`;
}

export function addComment(actor: MemberActor, input: CreateComment): Promise<Outcome<{ id: string }>> {
  return change(actor, async (tx, audit) => {
    const { subjectType, subjectId, body } = input;
    const label = await labelOf(tx, subjectType, subjectId, actor.organizationId);
    if (!label) return refuseMissing(subjectType);
    const made = await tx.comment.create({
      data: { organizationId: actor.organizationId, subjectType, subjectId, body, authorId: actor.memberId },
      select: { id: true },
    });
    audit({ action: "comment.create", subject: { type: subjectType, id: subjectId, label }, after: { body } });
    return done(made);
  });
}

/** The newest comments on a record, newest first. */
export async function listComments(organization: OrganizationId, subjectType: CommentSubject, subjectId: string) {
  const rows = await db.comment.findMany({
    where: { organizationId: organization, subjectType, subjectId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 200,
    select: { id: true, body: true, createdAt: true, author: { select: { person: { select: { name: true } } } } },
  });
  return rows.map(({ id, body, createdAt, author }) => ({
    id,
    subjectType,
    subjectId,
    body,
    author: author.person.name,
    createdAt: instantOf(createdAt),
  }));
}
