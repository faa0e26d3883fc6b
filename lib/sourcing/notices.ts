import "server-only";
import { type Role, rightsTable } from "@/lib/access/rights";
import type { Transaction } from "@/lib/server/database";
import type { ReactionContext } from "@/lib/server/happenings";
import { notify } from "@/lib/server/notify";

const OPENERS: readonly Role[] = rightsTable["bid:open"];

function findRfpParties(tx: Transaction, id: string) {
  return tx.rfp.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      code: true,
      title: true,
      owner: { select: { personId: true } },
    },
  });
}

/** The envelopes stay shut until two of those who may open them do. */
export async function tellOpeners({ tx, actor }: ReactionContext, { rfpId }: { rfpId: string }): Promise<void> {
  const rfp = await findRfpParties(tx, rfpId);
  await notify(tx, {
    organizationId: actor.organizationId,
    personIds: [rfp.owner.personId],
    roles: OPENERS,
    kind: "opening",
    // Not how many: before the opening nobody on this side knows.
    title: `${rfp.code} is closed. Two people can open its bids`,
    body: rfp.title,
    href: `/evaluations/${rfp.id}`,
  });
}

export async function tellOfQuestion(
  { tx, actor }: ReactionContext,
  { rfpId, question }: { rfpId: string; question: string },
): Promise<void> {
  const rfp = await findRfpParties(tx, rfpId);
  await notify(tx, {
    organizationId: actor.organizationId,
    personIds: [rfp.owner.personId],
    roles: ["procurement"],
    kind: "rfp",
    title: `${rfp.code}: a question to answer`,
    body: question.slice(0, 200),
    href: `/rfps/${rfp.id}/questions`,
  });
}

export async function tellOfOpening(
  { tx, actor }: ReactionContext,
  { rfpId, envelope, bids }: { rfpId: string; envelope: "technical" | "price"; bids: number },
): Promise<void> {
  const rfp = await findRfpParties(tx, rfpId);
  const evaluators = await tx.rfpEvaluator.findMany({
    where: { rfpId },
    select: { member: { select: { personId: true } } },
  });
  const next = envelope === "technical" ? "examine them, then score" : "compare the prices, then propose the award";
  await notify(tx, {
    organizationId: actor.organizationId,
    personIds: [rfp.owner.personId, ...evaluators.map(({ member }) => member.personId)],
    ...(actor.kind === "system" ? {} : { exceptPersonId: actor.personId }),
    kind: "opening",
    title: `${rfp.code}: ${bids} ${envelope} ${bids === 1 ? "envelope is" : "envelopes are"} open; ${next}`,
    href: `/evaluations/${rfp.id}`,
  });
}
