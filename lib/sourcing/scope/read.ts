import "server-only";
import { z } from "zod";
import type { OrganizationId } from "@/lib/access/actor";
import { db } from "@/lib/server/database";
import { findScope, findScopeEngagement, listScopeRevisions, type ScopeRevision } from "./queries";
import type { ScopeView } from "./schema";

export type ScopePage = {
  engagement: NonNullable<Awaited<ReturnType<typeof findScopeEngagement>>>;
  revisions: ScopeRevision[];
  /** The revision asked for, else the newest; null before the first. */
  scope: ScopeView | null;
  liveRfp: { id: string; code: string } | null;
};

/** Everything that the scope's page shows. */
export async function readScopePage(
  organizationId: OrganizationId,
  engagementId: string,
  revision: string | undefined,
): Promise<ScopePage | null> {
  if (!z.uuid().safeParse(engagementId).success) return null;
  const [engagement, revisions, liveRfp] = await Promise.all([
    findScopeEngagement(organizationId, engagementId),
    listScopeRevisions(organizationId, engagementId),
    db.rfp.findFirst({
      where: { organizationId, engagementId, state: { notIn: ["complete", "unsuccessful", "cancelled"] } },
      select: { id: true, code: true },
    }),
  ]);
  if (!engagement) return null;
  const wanted = revisions.find((each) => `${each.revision}` === revision) ?? revisions[0];
  return { engagement, revisions, liveRfp, scope: wanted ? await findScope(organizationId, wanted.id) : null };
}
