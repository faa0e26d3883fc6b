import "server-only";
import { listTerms } from "@/lib/contracts/due-queries";
import type { ReactionContext } from "@/lib/server/happenings";
import { notify } from "@/lib/server/notify";
import { readVendorLabel } from "@/lib/vendors/mutations";
import type { EventOf } from "../events";

/** A vendor that is suspended or retired while it works for us: who owns its running contracts has to know. */
export async function tellOfVendor({ tx, actor }: ReactionContext, event: EventOf<"vendor.moved">): Promise<void> {
  const { vendorId, to, reason } = event;
  if (to !== "suspended" && to !== "retired") return;
  const terms = (await listTerms(actor.organizationId, 0)).filter((term) => term.vendorId === vendorId);
  if (terms.length === 0) return;
  const vendor = await readVendorLabel(tx, actor.organizationId, vendorId);
  const contracts = terms.length === 1 ? "1 running contract" : `${terms.length} running contracts`;
  await notify(tx, {
    organizationId: actor.organizationId,
    personIds: terms.map((term) => term.ownerPersonId),
    ...(actor.kind === "system" ? {} : { exceptPersonId: actor.personId }),
    kind: "contract",
    title: `${vendor?.legalName} is ${to}, with ${contracts}: ${terms.map(({ code }) => code).join(", ")}`,
    body: reason ?? "",
    href: `/vendors/${vendorId}`,
  });
}
