import "server-only";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import type { Prisma, Transaction } from "@/lib/server/database";
import { notify } from "@/lib/server/notify";
import { done, type Outcome, refuse, refuseFields, refuseForbidden } from "@/lib/shared/outcome";
import { isAboveApprovalLimit } from "../rules/value";
import { contractSubject, findPreparers, findVendorPeople, type LockedContract, lockContract } from "./lock";
import { findLimit, type Versioned, valueTermsOf } from "./terms";

type Signature = { side: "client" | "vendor"; data: Prisma.ContractUncheckedUpdateInput };

function refuseSignature(contract: LockedContract, side: Signature["side"]) {
  if (contract.state !== "inReview") return refuse("A contract is signed while it is in review.");
  const at = side === "client" ? contract.clientSignedAt : contract.vendorSignedAt;
  return at ? refuse(side === "client" ? "We have signed it already." : "The vendor has signed it already.") : null;
}

/** The second signature makes the contract signed. */
async function putSignature(tx: Transaction, contract: LockedContract, { side, data }: Signature): Promise<number> {
  const other = side === "client" ? contract.vendorSignedAt : contract.clientSignedAt;
  const saved = await tx.contract.update({
    where: { id: contract.id, version: contract.version },
    data: { ...data, ...(other ? { state: "signed" } : {}), version: { increment: 1 } },
    select: { version: true },
  });
  return saved.version;
}

/** Our signature. Above the limit it is not put by who prepared the contract. */
export function signForClient(actor: MemberActor, id: string, version: number): Promise<Outcome<Versioned>> {
  return change(actor, async (tx, audit) => {
    const locked = await lockContract(tx, actor, id, version);
    if (!locked.ok) return locked;
    const contract = locked.value;
    const refused = refuseSignature(contract, "client");
    if (refused) return refused;
    if (isAboveApprovalLimit(valueTermsOf(contract), await findLimit(tx, actor.organizationId))) {
      const preparers = await findPreparers(tx, contract);
      if (preparers.includes(actor.memberId)) {
        return refuseForbidden(
          "You prepared this contract, and it is above the approval limit. Somebody else signs it.",
        );
      }
    }
    const data = { clientSignerId: actor.memberId, clientSignedAt: await databaseNow(tx) };
    const saved = await putSignature(tx, contract, { side: "client", data });
    audit({ action: "contract.sign", subject: contractSubject(contract), after: { side: "client" } });
    await notify(tx, {
      organizationId: actor.organizationId,
      personIds: await findVendorPeople(tx, contract),
      kind: "contract",
      title: `The client has signed ${contract.code}`,
      href: `/portal/contracts/${id}`,
    });
    return done({ id, version: saved });
  });
}

/** The vendor's signature, by one of its contacts in the portal. */
export function signForVendor(actor: VendorActor, id: string, version: number): Promise<Outcome<Versioned>> {
  return change(actor, async (tx, audit) => {
    const locked = await lockContract(tx, actor, id, version);
    if (!locked.ok) return locked;
    const contract = locked.value;
    const refused = refuseSignature(contract, "vendor");
    if (refused) return refused;
    const data = { vendorSignerId: actor.contactId, vendorSignedAt: await databaseNow(tx), vendorSignatureNote: "" };
    const saved = await putSignature(tx, contract, { side: "vendor", data });
    audit({ action: "contract.sign", subject: contractSubject(contract), after: { side: "vendor" } });
    await notify(tx, {
      organizationId: actor.organizationId,
      roles: ["procurement"],
      kind: "contract",
      title: `The vendor has signed ${contract.code} ${contract.title}`,
      href: `/contracts/${id}`,
    });
    return done({ id, version: saved });
  });
}

/** A vendor that does not use the portal: procurement records what was signed on paper. */
export function recordPaperSignature(
  actor: MemberActor,
  id: string,
  version: number,
  input: { signedOn: string; signerName: string },
): Promise<Outcome<Versioned>> {
  return change(actor, async (tx, audit) => {
    const locked = await lockContract(tx, actor, id, version);
    if (!locked.ok) return locked;
    const contract = locked.value;
    const refused = refuseSignature(contract, "vendor");
    if (refused) return refused;
    const now = (await databaseNow(tx)).getTime();
    const noon = Temporal.PlainDate.from(input.signedOn).toZonedDateTime({
      timeZone: contract.timeZone,
      plainTime: "12:00",
    });
    const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(contract.timeZone).toPlainDate();
    if (input.signedOn > today.toString()) return refuseFields({ signedOn: "This day is still to come." });
    const data = {
      vendorSignerId: null,
      vendorSignedAt: new Date(noon.epochMilliseconds),
      vendorSignatureNote: `On paper by ${input.signerName}; recorded by ${actor.name}`,
    };
    const saved = await putSignature(tx, contract, { side: "vendor", data });
    audit({ action: "contract.recordSignature", subject: contractSubject(contract), after: input });
    return done({ id, version: saved });
  });
}
