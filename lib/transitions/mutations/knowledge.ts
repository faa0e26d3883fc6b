import "server-only";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import type { Transaction } from "@/lib/server/database";
import { done, type Outcome, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { KNOWLEDGE_STEP } from "../labels";
import { checkSignature, type KnowledgeStep, type Side } from "../rules/knowledge";
import { type LockedPlan, lockPlan } from "./lock";

function itemSubject(plan: { code: string }, item: { id: string; name: string }) {
  return { type: "knowledgeItem", id: item.id, label: `${plan.code} ${item.name}` };
}

export function addKnowledgeItem(
  actor: MemberActor,
  planId: string,
  input: { name: string; processId: string | null },
): Promise<Outcome<{ id: string }>> {
  const { organizationId } = actor;
  return change(actor, async (tx, audit) => {
    const locked = await lockPlan(tx, actor, planId);
    if (!locked.ok) return locked;
    if (locked.value.stage === "closed") return refuse("This transition is closed.");
    const { processId } = input;
    const isKnown =
      processId === null ||
      (await tx.process.findFirst({ where: { id: processId, organizationId }, select: { id: true } }));
    if (!isKnown) return refuseFields({ processId: "Choose one from the list." });
    const last = await tx.knowledgeItem.aggregate({ where: { planId }, _max: { position: true } });
    const item = await tx.knowledgeItem.create({
      data: { ...input, organizationId, planId, position: (last._max.position ?? 0) + 1 },
      select: { id: true, name: true },
    });
    audit({ action: "knowledgeItem.create", subject: itemSubject(locked.value, item), after: input });
    return done({ id: item.id });
  });
}

async function lockItem(tx: Transaction, actor: MemberActor | VendorActor, id: string) {
  const where = { id, organizationId: actor.organizationId };
  const place = await tx.knowledgeItem.findFirst({ where, select: { planId: true } });
  if (!place) return refuseMissing("knowledge item");
  const locked = await lockPlan(tx, actor, place.planId);
  // A foreign plan and a foreign item look the same from outside.
  if (!locked.ok) return refuseMissing("knowledge item");
  const item = await tx.knowledgeItem.findFirst({
    where,
    select: { id: true, name: true, knowledgeSignatures: { select: { step: true, side: true } } },
  });
  return item ? done({ item, plan: locked.value }) : refuseMissing("knowledge item");
}

export function removeKnowledgeItem(actor: MemberActor, id: string): Promise<Outcome<{ planId: string }>> {
  return change(actor, async (tx, audit) => {
    const locked = await lockItem(tx, actor, id);
    if (!locked.ok) return locked;
    const { item, plan } = locked.value;
    if (item.knowledgeSignatures.length > 0) return refuse("This item has been signed. It stays as a record.");
    await tx.knowledgeItem.delete({ where: { id } });
    audit({ action: "knowledgeItem.remove", subject: itemSubject(plan, item), before: item });
    return done({ planId: plan.id });
  });
}

type Signing = { step: KnowledgeStep; side: Side; signedBy: string; memberId?: string; vendorContactId?: string };

function sign(actor: MemberActor | VendorActor, id: string, signing: Signing): Promise<Outcome<{ id: string }>> {
  return change(actor, async (tx, audit) => {
    const locked = await lockItem(tx, actor, id);
    if (!locked.ok) return locked;
    const { item, plan } = locked.value;
    const refused = refuseStage(plan);
    if (refused) return refused;
    const check = checkSignature(item.knowledgeSignatures, signing.step, signing.side);
    if (!check.isAllowed) return refuse(inWords(check.reason));
    await tx.knowledgeSignature.create({ data: { itemId: id, ...signing } });
    const { step, side, signedBy } = signing;
    audit({ action: "knowledgeItem.sign", subject: itemSubject(plan, item), after: { step, side, signedBy } });
    return done({ id });
  });
}

function refuseStage(plan: LockedPlan) {
  if (plan.stage === "plan") return refuse("Knowledge is signed once its transfer has begun: move the transition on.");
  return plan.stage === "closed" ? refuse("This transition is closed.") : null;
}

/** The rule names a step by its key. */
function inWords(reason: string): string {
  return reason.replace(/step (\w+) comes/, (all, key: string) =>
    key in KNOWLEDGE_STEP ? `step “${KNOWLEDGE_STEP[key as KnowledgeStep]}” comes` : all,
  );
}

/** Our signature; or, with the name of who signed there, the vendor's as we record it. */
export function signKnowledge(
  actor: MemberActor,
  id: string,
  input: { step: KnowledgeStep; vendorSigner: string },
): Promise<Outcome<{ id: string }>> {
  const { memberId } = actor;
  const { step, vendorSigner } = input;
  const isForVendor = vendorSigner !== "";
  const signedBy = isForVendor ? `${vendorSigner} (recorded by ${actor.name})` : actor.name;
  return sign(actor, id, { step, side: isForVendor ? "vendor" : "client", signedBy, memberId });
}

export function signKnowledgeAsVendor(
  actor: VendorActor,
  id: string,
  step: KnowledgeStep,
): Promise<Outcome<{ id: string }>> {
  return sign(actor, id, { step, side: "vendor", signedBy: actor.name, vendorContactId: actor.contactId });
}
