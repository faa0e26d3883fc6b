import "server-only";
import type { Actor } from "@/lib/access/actor";
import { type Role, rightsTable } from "@/lib/access/rights";
import type { Transaction } from "@/lib/server/database";
import type { ReactionContext } from "@/lib/server/happenings";
import { notify } from "@/lib/server/notify";
import type { NoticeKind } from "@/lib/shared/notice-kinds";
import { findVendorPeople } from "@/lib/vendors/contacts/people";
import { findParties } from "./mutations/lock";

export type SideNotice = {
  kind?: NoticeKind;
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
    await notify(tx, { ...common, href, personIds: await findVendorPeople(tx, contract), vendorId: contract.vendorId });
  }
}

const MOVED = {
  active: { title: "has renewed by itself", body: "Its term runs on." },
  expiring: { title: "is expiring", body: "The last safe day to decide has come: renew, or give notice." },
  expired: {
    title: "has expired",
    body: "Nothing is owed under it any more. Reports of its last month are still due.",
  },
} as const;

/** Time has passed: both sides know where the contract stands; what the client has to decide is its own matter. */
export async function tellOfTerm(
  { tx, actor }: ReactionContext,
  event: { contractId: string; to: keyof typeof MOVED },
): Promise<void> {
  const contract = await findParties(tx, event.contractId);
  const { title, body } = MOVED[event.to];
  const to = event.to === "expiring" ? (["client"] as const) : (["client", "vendor"] as const);
  await tellSides(tx, actor, contract, { title: `${contract.code} ${contract.title} ${title}`, body, to });
}

/** Both sides read it from now on, and each of them has to sign it. */
export async function tellOfSubmission({ tx, actor }: ReactionContext, event: { contractId: string }): Promise<void> {
  const contract = await findParties(tx, event.contractId);
  const title = `To read and sign: ${contract.code} ${contract.title}`;
  const body = "The contract is in review. You can read all of it and sign it.";
  const roles = rightsTable["contract:sign"];
  await tellSides(tx, actor, contract, { kind: "signature", title, body, to: ["client", "vendor"], roles });
}
