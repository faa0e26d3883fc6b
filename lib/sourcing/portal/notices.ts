import "server-only";
import type { ReactionContext } from "@/lib/server/happenings";
import { notify } from "@/lib/server/notify";
import { tellVendors } from "../announce";
import { inRfpZone } from "../rfps/rules";

type OfRfp = { rfpId: string };
type OfVendor = OfRfp & { vendorId: string };

async function findRfp({ tx }: ReactionContext, rfpId: string) {
  return tx.rfp.findUniqueOrThrow({
    where: { id: rfpId },
    select: {
      id: true,
      organizationId: true,
      code: true,
      title: true,
      timeZone: true,
      owner: { select: { personId: true } },
    },
  });
}

/** The bidder hears at once that something is wrong with the sealed bid, and nothing of the others. */
export async function tellOfSetAside(context: ReactionContext, event: OfVendor): Promise<void> {
  const rfp = await findRfp(context, event.rfpId);
  await tellVendors(context.tx, {
    organizationId: rfp.organizationId,
    rfp,
    vendorId: event.vendorId,
    title: `Your bid for ${rfp.code} could not be opened as it was submitted`,
    body: "What is stored does not match the record of your submission. We are looking into it and will write to you. Keep your receipt: it shows what you submitted and when.",
    page: "/bids",
  });
}

/** Who runs the RFP has to see that others do what this person may not do any more. */
export async function tellOfConflict(context: ReactionContext, event: OfRfp & { vendorIds: string[] }): Promise<void> {
  const rfp = await findRfp(context, event.rfpId);
  await notify(context.tx, {
    organizationId: rfp.organizationId,
    personIds: [rfp.owner.personId],
    roles: ["procurement"],
    ...(context.actor.kind === "member" ? { exceptPersonId: context.actor.personId } : {}),
    kind: "rfp",
    title: `${rfp.code}: ${context.actor.name} declared a conflict of interest`,
    body: "They no longer open, examine, score, moderate, propose or decide where that vendor is concerned.",
    href: `/evaluations/${rfp.id}`,
  });
}

export async function tellOfClarification(
  context: ReactionContext,
  event: OfRfp & { clarificationId: string },
): Promise<void> {
  const rfp = await findRfp(context, event.rfpId);
  const asked = await context.tx.clarification.findUniqueOrThrow({
    where: { id: event.clarificationId },
    select: {
      question: true,
      publishedQuestion: true,
      answer: true,
      visibility: true,
      lateReason: true,
      vendorId: true,
    },
  });
  const isPrivate = asked.visibility === "asker";
  const question = isPrivate ? asked.question : (asked.publishedQuestion ?? asked.question);
  const late = asked.lateReason ? `\n\nThis answer comes after the time for answers: ${asked.lateReason}` : "";
  await tellVendors(context.tx, {
    organizationId: rfp.organizationId,
    rfp,
    title: isPrivate ? `Your question about ${rfp.code} is answered` : `A question about ${rfp.code} is answered`,
    body: `Question: ${question}\n\nAnswer: ${asked.answer}${late}`,
    page: "/questions",
    ...(isPrivate ? { vendorId: asked.vendorId } : {}),
  });
}

type OfExplanation = OfVendor & { explanationId: string };

async function findExplanation({ tx }: ReactionContext, id: string) {
  return tx.priceExplanation.findUniqueOrThrow({
    where: { id },
    select: { request: true, dueAt: true, state: true, decisionReason: true, bid: { select: { lotId: true } } },
  });
}

export async function tellOfRequestedExplanation(context: ReactionContext, event: OfExplanation): Promise<void> {
  const rfp = await findRfp(context, event.rfpId);
  const { request, dueAt } = await findExplanation(context, event.explanationId);
  const until = inRfpZone(dueAt.toISOString(), rfp.timeZone);
  await tellVendors(context.tx, {
    organizationId: rfp.organizationId,
    rfp,
    vendorId: event.vendorId,
    title: `${rfp.code}: please explain your price until ${until}`,
    body: `${request}\n\nAnswer in the portal until ${until}.`,
    page: "/bids",
  });
}

export async function tellOfExplanation(context: ReactionContext, event: OfExplanation): Promise<void> {
  const rfp = await findRfp(context, event.rfpId);
  const { bid } = await findExplanation(context, event.explanationId);
  await notify(context.tx, {
    organizationId: rfp.organizationId,
    personIds: [rfp.owner.personId],
    roles: ["procurement"],
    kind: "rfp",
    title: `${rfp.code}: an abnormally low price is explained. Decide about it.`,
    href: `/evaluations/${bid.lotId}/ranking`,
  });
}

export async function tellOfDecidedExplanation(context: ReactionContext, event: OfExplanation): Promise<void> {
  const rfp = await findRfp(context, event.rfpId);
  const { state, decisionReason } = await findExplanation(context, event.explanationId);
  const isAccepted = state === "accepted";
  await tellVendors(context.tx, {
    organizationId: rfp.organizationId,
    rfp,
    vendorId: event.vendorId,
    title: `${rfp.code}: the explanation of your price is ${isAccepted ? "accepted" : "not accepted"}`,
    body: `${decisionReason}\n\n${isAccepted ? "Your bid is evaluated further. This says nothing about the result." : "Your bid is not considered further."}`,
    page: "/bids",
  });
}

type OfAward = OfRfp & { awardId: string };

/** Each bidder gets the own letter, as it is kept. */
export async function tellOfLetters(context: ReactionContext, event: OfAward): Promise<void> {
  const rfp = await findRfp(context, event.rfpId);
  const letters = await context.tx.awardLetter.findMany({
    where: { awardId: event.awardId },
    orderBy: { id: "asc" },
    select: { vendorId: true, body: true },
  });
  for (const { vendorId, body } of letters) {
    await tellVendors(context.tx, {
      organizationId: rfp.organizationId,
      rfp,
      vendorId,
      title: `${rfp.code}: result`,
      body,
      isLetter: true,
      kind: "award",
      page: "/result",
    });
  }
}

/** Whoever had a letter hears that it no longer holds. */
export async function tellOfMovedAward(context: ReactionContext, event: OfAward & { to: string }): Promise<void> {
  if (event.to !== "cancelled") return;
  const rfp = await findRfp(context, event.rfpId);
  const { lot, awardLetters } = await context.tx.award.findUniqueOrThrow({
    where: { id: event.awardId },
    select: { lot: { select: { number: true, title: true } }, awardLetters: { select: { vendorId: true } } },
  });
  const body = `Lot ${lot.number} ${lot.title}\n\nThe award that we wrote to you about is cancelled. You will hear from us again.`;
  for (const { vendorId } of awardLetters) {
    const title = `${rfp.code}: award cancelled`;
    const news = { organizationId: rfp.organizationId, rfp, vendorId, title, body };
    await tellVendors(context.tx, { ...news, kind: "award", page: "/result" });
  }
}
