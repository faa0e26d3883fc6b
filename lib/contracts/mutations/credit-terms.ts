import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { done, type Outcome } from "@/lib/shared/outcome";
import { contractEvents } from "../events";
import { contractSubject } from "./lock";
import { lockEditable } from "./terms";

/** The table of points, for all service levels of a contract that are credited by points, until the contract runs. */
export async function saveCreditTerms(
  actor: MemberActor,
  input: { contractId: string; pointsTable: [string, string][] },
): Promise<Outcome<{ contractId: string }>> {
  return change(actor, async (tx, audit, tell) => {
    const { contractId, pointsTable } = input;
    const locked = await lockEditable(tx, actor, contractId);
    if (!locked.ok) return locked;
    const { creditTerms } = await tx.contract.findUniqueOrThrow({
      where: { id: contractId },
      select: { creditTerms: true },
    });
    const before = typeof creditTerms === "object" && creditTerms !== null ? creditTerms : {};
    const after = { ...before, pointsTable };
    await tx.contract.update({
      where: { id: contractId },
      data: { creditTerms: after, version: { increment: 1 } },
      select: { id: true },
    });
    audit({ action: "contract.creditTerms", subject: contractSubject(locked.value), before, after });
    tell(contractEvents.changed({ contractId }));
    // Figures that are there already follow at once.
    tell(contractEvents.amended({ contractId, fromMonth: "0000-01" }));
    return done({ contractId });
  });
}
