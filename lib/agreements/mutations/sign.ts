import "server-only";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { contractSubject, findPreparers, type LockedContract, lockContract } from "@/lib/contracts/mutations/lock";
import { needsExecutive, type Versioned } from "@/lib/contracts/mutations/terms";
import { type Audit, change } from "@/lib/server/change";
import { databaseNow, databaseToday } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import type { Tell } from "@/lib/server/happenings";
import { toDay } from "@/lib/server/values";
import { done, type Outcome, type Refusal, refuse, refuseFields, refuseForbidden } from "@/lib/shared/outcome";
import { agreementEvents } from "../events";
import { findCurrentText, findSignedSides } from "../queries/current-text";
import type { Signing } from "../schema";
import { sealPresentText } from "./store-text";

type Side = "client" | "vendor";
type Name = { signedName: string; memberId?: string; contactId?: string; paperOn?: Date; ipAddress?: string | null };

/** The text that a name goes under: the one that the person read, and only as long as it is what the contract says. */
export async function findTextToSign(
  tx: Transaction,
  contract: { id: string; organizationId: string },
  side: Side,
  sha256: string,
): Promise<Outcome<{ id: string; number: number; sha256: string }> | Refusal> {
  const current = await findCurrentText(tx, contract.id);
  const present = current && (await sealPresentText(tx, contract, current));
  if (!current || present?.sha256 !== current.sha256 || current.sha256 !== sha256) {
    return refuse("This is not the text as it stands now. Read it again, with what has changed, and sign that.");
  }
  const sides = await findSignedSides(tx, current.id);
  if (sides[side])
    return refuse(side === "client" ? "We have signed it already." : "The vendor has signed it already.");
  return done(current);
}

async function putSignature(
  { tx, audit, tell }: { tx: Transaction; audit: Audit; tell: Tell },
  actor: MemberActor | VendorActor,
  contract: LockedContract,
  sign: { side: Side; sha256: string; action?: string; name: Name },
): Promise<Outcome<Versioned>> {
  if (contract.state !== "inReview") return refuse("A contract is signed while it is in review.");
  const { organizationId } = actor;
  const place = { id: contract.id, organizationId };
  const text = await findTextToSign(tx, place, sign.side, sign.sha256);
  if (!text.ok) return text;
  await tx.contractSignature.create({
    data: {
      ...sign.name,
      organizationId,
      contractId: contract.id,
      textId: text.value.id,
      side: sign.side,
      signedAt: await databaseNow(tx),
    },
    select: { id: true },
  });
  const { number, sha256 } = text.value;
  audit({
    action: sign.action ?? "contract.sign",
    subject: contractSubject(contract),
    after: { side: sign.side, signedName: sign.name.signedName, text: number, sha256 },
  });
  tell(agreementEvents.signed({ contractId: contract.id, side: sign.side }));
  return done({ id: contract.id, version: contract.version });
}

/** Our signature. Above the limit it is not put by who prepared the contract. */
export function signForClient(actor: MemberActor, id: string, input: Signing): Promise<Outcome<Versioned>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockContract(tx, actor, id);
    if (!locked.ok) return locked;
    const contract = locked.value;
    if (await needsExecutive(tx, actor.organizationId, contract)) {
      const preparers = await findPreparers(tx, contract);
      if (preparers.includes(actor.memberId)) {
        return refuseForbidden(
          "You prepared this contract, and it is above the approval limit. Somebody else signs it.",
        );
      }
    }
    const name = { memberId: actor.memberId, signedName: input.name, ipAddress: actor.ipAddress };
    return putSignature({ tx, audit, tell }, actor, contract, { side: "client", sha256: input.sha256, name });
  });
}

/** The vendor's signature, by one of its contacts in the portal. */
export function signForVendor(actor: VendorActor, id: string, input: Signing): Promise<Outcome<Versioned>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockContract(tx, actor, id);
    if (!locked.ok) return locked;
    const name = { contactId: actor.contactId, signedName: input.name, ipAddress: actor.ipAddress };
    return putSignature({ tx, audit, tell }, actor, locked.value, { side: "vendor", sha256: input.sha256, name });
  });
}

/** A day on paper is not still to come, by the contract's own calendar. */
export async function refuseFutureDay(tx: Transaction, contract: LockedContract, signedOn: string) {
  const today = await databaseToday(contract.timeZone, tx);
  return signedOn > today ? refuseFields({ signedOn: "This day is still to come." }) : null;
}

/** A vendor that does not use the portal: procurement records what was signed on paper. */
export function recordPaperSignature(
  actor: MemberActor,
  id: string,
  input: { signedOn: string; name: string; sha256: string },
): Promise<Outcome<Versioned>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockContract(tx, actor, id);
    if (!locked.ok) return locked;
    const contract = locked.value;
    const refused = await refuseFutureDay(tx, contract, input.signedOn);
    if (refused) return refused;
    const name = { memberId: actor.memberId, signedName: input.name, paperOn: toDay(input.signedOn) };
    const sign = { side: "vendor" as const, sha256: input.sha256, action: "contract.recordSignature", name };
    return putSignature({ tx, audit, tell }, actor, contract, sign);
  });
}
