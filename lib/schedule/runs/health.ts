import "server-only";
import { refreshHealth } from "@/lib/engagements/health";
import { listRunning, readHealth } from "@/lib/engagements/queries";
import { db } from "@/lib/server/database";
import { notify } from "@/lib/server/notify";
import { counted } from "../remind";
import type { ScheduledWork } from "../table";

const RANK = { grey: 0, green: 0, amber: 1, red: 2 } as const;

/** Each engagement in a transaction of its own: its health as of today, and a notice to its owner where it is worse. */
export const runHealth: ScheduledWork = async ({ organizationId }) => {
  const engagements = await listRunning(organizationId);
  let worse = 0;
  for (const { id, code, name, ownerPersonId } of engagements) {
    const isWorse = await db.$transaction(async (tx) => {
      const before = await readHealth(tx, id);
      await refreshHealth(tx, id);
      const after = await readHealth(tx, id);
      if (RANK[after.health] <= RANK[before.health]) return false;
      await notify(tx, {
        organizationId,
        personIds: [ownerPersonId],
        kind: "health",
        title: `${code} ${name} has turned ${after.health}: ${after.healthReason}`,
        href: `/engagements/${id}`,
      });
      return true;
    });
    if (isWorse) worse += 1;
  }
  return `Judged ${counted(engagements.length, "engagement")}, ${worse} worse than before`;
};
