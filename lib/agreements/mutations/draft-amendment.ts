import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import {
  type AmendmentRecord,
  amendmentSubject,
  createAmendment,
  deleteDraft,
  findOpenAmendment,
  lockAmendment,
  type NewAmendment,
  updateAmendment,
} from "@/lib/contracts/mutations/amendments";
import { type LockedContract, lockContract } from "@/lib/contracts/mutations/lock";
import { readContractTerms } from "@/lib/contracts/terms";
import { change } from "@/lib/server/change";
import type { Prisma, Transaction } from "@/lib/server/database";
import { toDay } from "@/lib/server/values";
import { done, type Outcome, refuse, refuseMissing } from "@/lib/shared/outcome";
import { type AmendmentParts, NO_PARTS } from "../rules/amended-text";
import type { AmendedParts, AmendedTerms, AmendmentInput } from "../schema";
import { addParts } from "./amendment-parts";
import { findDifferences } from "./amendment-terms";
import { readAmendment } from "./enforce-amendment";
import { type ProposedAmendment, propose } from "./propose-amendment";
import { requireCurrentText } from "./store-text";

export type AmendmentKey = { id: string; contractId: string; number: number; version: number };
export type Additions = { changes?: AmendedTerms; parts?: Partial<AmendedParts> };

const json = (value: unknown) => value as Prisma.InputJsonValue;

/** A running contract, locked, with a draft of its next amendment. */
async function start(tx: Transaction, actor: MemberActor, contract: LockedContract, head: NewAmendment) {
  if (contract.state !== "active" && contract.state !== "expiring")
    return refuse("Only a running contract is amended. Before that it changes freely, at the price of the signatures.");
  const open = await findOpenAmendment(tx, contract.id);
  if (open) return refuse(`Amendment ${open.number} is open. One at a time: finish or withdraw it first.`);
  const made = await createAmendment(tx, actor, contract.id, head);
  return done(await updateAmendment(tx, made.id, { parts: json(NO_PARTS) }));
}

/** Takes further changes into a draft; what is written anew takes the place of what stood there. */
async function add(
  tx: Transaction,
  actor: MemberActor,
  contract: LockedContract,
  amendment: AmendmentRecord,
  { changes: wanted = {}, parts: wantedParts = {} }: Additions,
): Promise<Outcome<AmendmentRecord>> {
  const { organizationId } = actor;
  const { effectiveFrom, changes, parts } = readAmendment(amendment);
  const { text } = await requireCurrentText(tx, { id: contract.id, organizationId });
  const readings = await readContractTerms(tx, organizationId, contract.id, effectiveFrom);
  if (!readings) return refuseMissing("contract");
  const place = { organizationId, contractId: contract.id };
  const added = await addParts(tx, place, text, parts, wantedParts);
  if (!added.ok) return added;
  const untouched = Object.fromEntries(Object.entries(changes).filter(([name]) => !(name in wanted)));
  const amended = { ...untouched, ...findDifferences(text, readings, wanted, effectiveFrom) };
  return done(await updateAmendment(tx, amendment.id, { changes: json(amended), parts: json(added.value) }));
}

function keyOf({ id, contractId, number, version }: AmendmentRecord): AmendmentKey {
  return { id, contractId, number, version };
}

export function startAmendment(
  actor: MemberActor,
  contractId: string,
  head: NewAmendment,
): Promise<Outcome<AmendmentKey>> {
  return change(actor, async (tx, audit) => {
    const locked = await lockContract(tx, actor, contractId);
    if (!locked.ok) return locked;
    const made = await start(tx, actor, locked.value, head);
    if (!made.ok) return made;
    audit({ action: "amendment.draft", subject: amendmentSubject(locked.value, made.value), after: head });
    return done(keyOf(made.value));
  });
}

/** Works on a draft, on the version that the person saw. */
function edit(
  actor: MemberActor,
  id: string,
  version: number,
  after: object,
  work: (tx: Transaction, contract: LockedContract, amendment: AmendmentRecord) => Promise<Outcome<AmendmentRecord>>,
): Promise<Outcome<AmendmentKey>> {
  return change(actor, async (tx, audit) => {
    const locked = await lockAmendment(tx, actor, id, version);
    if (!locked.ok) return locked;
    const { amendment, contract } = locked.value;
    if (amendment.state !== "draft")
      return refuse("This amendment was proposed and is not rewritten. Withdraw it, and write another one.");
    const edited = await work(tx, contract, amendment);
    if (!edited.ok) return edited;
    audit({ action: "amendment.edit", subject: amendmentSubject(contract, amendment), after });
    return done(keyOf(edited.value));
  });
}

export function addToAmendment(actor: MemberActor, id: string, version: number, additions: Additions) {
  return edit(actor, id, version, additions, (tx, contract, amendment) =>
    add(tx, actor, contract, amendment, additions),
  );
}

export function saveAmendmentHead(actor: MemberActor, id: string, version: number, head: NewAmendment) {
  return edit(actor, id, version, head, async (tx) =>
    done(await updateAmendment(tx, id, { summary: head.summary, effectiveFrom: toDay(head.effectiveFrom) })),
  );
}

type Droppable = "term" | "chargeLine" | "kpi" | "serviceLevel" | "document";

function without(parts: AmendmentParts, what: Droppable, key: string): AmendmentParts {
  switch (what) {
    case "chargeLine":
      return { ...parts, chargeLines: parts.chargeLines.filter(({ code }) => code !== key) };
    case "kpi":
      return { ...parts, kpis: parts.kpis.filter(({ code }) => code !== key) };
    case "serviceLevel":
      return { ...parts, serviceLevels: parts.serviceLevels.filter(({ kpi }) => kpi !== key) };
    case "document":
      return { ...parts, documents: parts.documents.filter(({ id }) => id !== key) };
    default:
      return parts;
  }
}

/** Takes one change out of a draft again. */
export function dropFromAmendment(
  actor: MemberActor,
  id: string,
  version: number,
  dropped: { what: Droppable; key: string },
) {
  return edit(actor, id, version, dropped, async (tx, _, amendment) => {
    const { changes, parts } = readAmendment(amendment);
    const kept = Object.entries(changes).filter(([name]) => dropped.what !== "term" || name !== dropped.key);
    const left = without(parts, dropped.what, dropped.key);
    return done(await updateAmendment(tx, id, { changes: json(Object.fromEntries(kept)), parts: json(left) }));
  });
}

/** A draft that nobody else has seen leaves no trace but the audit log's. */
export function discardAmendment(
  actor: MemberActor,
  id: string,
  version: number,
): Promise<Outcome<{ contractId: string }>> {
  return change(actor, async (tx, audit) => {
    const locked = await lockAmendment(tx, actor, id, version);
    if (!locked.ok) return locked;
    const { amendment, contract } = locked.value;
    if (amendment.state !== "draft") return refuse("Only a draft is discarded. What was proposed is withdrawn.");
    await deleteDraft(tx, id);
    audit({ action: "amendment.discard", subject: amendmentSubject(contract, amendment), before: amendment });
    return done({ contractId: contract.id });
  });
}

/** Writes and proposes an amendment in one go. */
export function amendContract(
  actor: MemberActor,
  contractId: string,
  version: number,
  { effectiveFrom, summary, changes, ...parts }: AmendmentInput,
): Promise<Outcome<ProposedAmendment>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockContract(tx, actor, contractId, version);
    if (!locked.ok) return locked;
    const contract = locked.value;
    const started = await start(tx, actor, contract, { effectiveFrom, summary });
    if (!started.ok) return started;
    const written = await add(tx, actor, contract, started.value, { changes, parts });
    if (!written.ok) return written;
    return propose({ tx, audit, tell, actor }, contract, written.value);
  });
}
