import "server-only";
import type { ReactionContext } from "@/lib/server/happenings";
import { notify } from "@/lib/server/notify";
import { dayOf } from "@/lib/server/values";

export async function tellOfAction(
  { tx, actor }: ReactionContext,
  { actionId, ownerId }: { actionId: string; ownerId: string },
): Promise<void> {
  const action = await tx.actionItem.findUniqueOrThrow({
    where: { id: actionId },
    select: { title: true, dueDate: true, description: true, engagement: { select: { id: true, name: true } } },
  });
  const owner = await tx.member.findUniqueOrThrow({ where: { id: ownerId }, select: { personId: true } });
  await notify(tx, {
    organizationId: actor.organizationId,
    personIds: [owner.personId],
    ...(actor.kind === "system" ? {} : { exceptPersonId: actor.personId }),
    kind: "work",
    title: `Yours until ${dayOf(action.dueDate)}: ${action.title} (${action.engagement.name})`,
    body: action.description.slice(0, 500),
    href: `/engagements/${action.engagement.id}/governance`,
  });
}
