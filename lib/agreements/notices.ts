import "server-only";
import { findAmendmentHead } from "@/lib/contracts/mutations/amendments";
import { findParties } from "@/lib/contracts/mutations/lock";
import { tellSides } from "@/lib/contracts/notices";
import type { ReactionContext } from "@/lib/server/happenings";

const BOTH = ["client", "vendor"] as const;

export async function tellOfSignature(
  { tx, actor }: ReactionContext,
  event: { contractId: string; side: "client" | "vendor" },
): Promise<void> {
  const contract = await findParties(tx, event.contractId);
  const { code, title, state } = contract;
  const name = `${code} ${title}`;
  const other = event.side === "client" ? "vendor" : "client";
  if (state === "signed") {
    const body = "It can be activated once its list is complete.";
    await tellSides(tx, actor, contract, { title: `${name} is signed by both sides`, body, to: BOTH });
    return;
  }
  await tellSides(tx, actor, contract, {
    kind: "signature",
    title: `The ${event.side} has signed ${name}: it waits for your signature`,
    to: [other],
  });
}

export async function tellOfVoidedSignatures(
  { tx, actor }: ReactionContext,
  event: { contractId: string; reason: string },
): Promise<void> {
  const contract = await findParties(tx, event.contractId);
  const title = `Signatures on ${contract.code} ${contract.title} are void`;
  await tellSides(tx, actor, contract, {
    kind: "signature",
    title,
    body: `${event.reason} Read it and sign it again.`,
    to: BOTH,
  });
}

const ENDED = {
  inForce: "is in force",
  rejected: "was rejected",
  declined: "was declined by the vendor",
  withdrawn: "was withdrawn",
} as const;

export async function tellOfAmendment(
  { tx, actor }: ReactionContext,
  event: { contractId: string; amendmentId: string },
): Promise<void> {
  const contract = await findParties(tx, event.contractId);
  const { number, state, summary, needsAssent } = await findAmendmentHead(tx, event.amendmentId);
  const page = `/amendments/${event.amendmentId}`;
  const name = `Amendment ${number} of ${contract.code}`;
  if (state === "proposed") {
    if (!needsAssent) return;
    await tellSides(tx, actor, contract, {
      kind: "signature",
      title: `To read and assent: ${name}`,
      body: summary,
      to: ["vendor"],
      page,
    });
    return;
  }
  if (state === "draft") return;
  const to = needsAssent ? BOTH : (["client"] as const);
  await tellSides(tx, actor, contract, { title: `${name} ${ENDED[state]}`, body: summary, to, page });
}
