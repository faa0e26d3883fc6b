import "server-only";
import { HIGH_FROM } from "@/lib/engagements/rules/risk-rating";
import type { ReactionContext } from "@/lib/server/happenings";
import { notify } from "@/lib/server/notify";
import type { riskEvents } from "./events";

/** A risk that has become high: the gate asks for its mitigation, so the owner of the engagement has to know. */
export async function tellOfHighRisk(
  { tx, actor }: ReactionContext,
  event: ReturnType<typeof riskEvents.rated>,
): Promise<void> {
  const { riskId, engagementId, score, wasHigh } = event;
  if (!engagementId || wasHigh || score < HIGH_FROM) return;
  const risk = await tx.risk.findUniqueOrThrow({
    where: { id: riskId },
    select: { code: true, title: true, engagement: { select: { owner: { select: { personId: true } } } } },
  });
  await notify(tx, {
    organizationId: actor.organizationId,
    personIds: risk.engagement ? [risk.engagement.owner.personId] : [],
    ...(actor.kind === "system" ? {} : { exceptPersonId: actor.personId }),
    kind: "review",
    title: `${risk.code} ${risk.title} is rated high, ${score} of 25: it needs a mitigation`,
    href: `/risks/${riskId}`,
  });
}
