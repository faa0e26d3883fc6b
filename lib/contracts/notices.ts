import "server-only";
import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/rights";
import type { Transaction } from "@/lib/server/database";
import { notify } from "@/lib/server/notify";
import { type findParties, findVendorPeople } from "./mutations/lock";

export type SideNotice = {
  kind?: string;
  title: string;
  body?: string;
  to: readonly ("client" | "vendor")[];
  page?: string;
  roles?: readonly Role[];
};

type Contract = Awaited<ReturnType<typeof findParties>>;

/** Tells the sides; who caused it needs no news of it. */
export async function tellSides(tx: Transaction, actor: Actor, contract: Contract, notice: SideNotice): Promise<void> {
  const { title, body = "", to, page = "", kind = "contract", roles = ["procurement"] } = notice;
  const common = {
    organizationId: actor.organizationId,
    ...(actor.kind === "system" ? {} : { exceptPersonId: actor.personId }),
    kind,
    title,
    body,
  };
  if (to.includes("client")) {
    const href = `/contracts/${contract.id}${page}`;
    await notify(tx, { ...common, href, roles, personIds: [contract.owner.personId] });
  }
  if (to.includes("vendor")) {
    const href = `/portal/contracts/${contract.id}${page}`;
    await notify(tx, { ...common, href, personIds: await findVendorPeople(tx, contract) });
  }
}
