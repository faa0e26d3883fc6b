import { z } from "zod";
import { type Endpoint, memberEndpoint } from "@/lib/server/api/endpoint";
import { listEndpoint } from "@/lib/server/api/list-endpoint";
import { seesParent } from "@/lib/server/api/parent";
import { d } from "@/lib/shared/decimal";
import { recordId } from "@/lib/shared/inputs";
import { toMoney } from "@/lib/shared/money";
import { done, refuseMissing } from "@/lib/shared/outcome";
import { judgeFirmness } from "../rules/firmness";
import type { RankedLotBid } from "../rules/lot-evaluation";
import { declareInterests } from "./interests";
import { evaluationList } from "./lists";
import { examineBid, lockTechnical, moderateScores } from "./moderation";
import { findAnswers, findLot, type Lot, type QuestionAnswers, rankLot } from "./queries";
import {
  answersShape,
  evaluationShape,
  examineBodySchema,
  interestsSchema,
  moderateBodySchema,
  scoreBodySchema,
  scoreSchema,
  scoresShape,
} from "./schema";
import { findVisibleScores } from "./scores";
import { lockScores, saveScore } from "./scoring";

const tag = "Evaluation";
const params = z.object({ id: recordId });
const movedShape = z.strictObject({ id: recordId, version: z.number() });

function toAnswer(lot: Lot) {
  const ranking = rankLot(lot);
  const { rfp } = lot;
  const inMoney = (bid: RankedLotBid) => ({ ...bid, price: bid.price && toMoney(d(bid.price), rfp.currency) });
  return {
    lotId: lot.id,
    rfpId: rfp.id,
    rfp: `${rfp.code} ${rfp.title}`,
    lot: `Lot ${lot.number} ${lot.title}`,
    state: lot.phase,
    technicalLockedAt: rfp.technicalLockedAt,
    priceOpenedAt: rfp.priceOpenedAt,
    conflicts: lot.conflicts.map(({ reason: _, ...conflict }) => conflict),
    setAside: lot.setAside,
    ranking: ranking && {
      bids: ranking.bids.map(inMoney),
      winner: ranking.winner,
      tie: ranking.tie,
      without: ranking.without && { ...ranking.without, bids: ranking.without.bids.map(inMoney) },
      sensitivity: {
        technicalWeight: ranking.flip,
        ranges: ranking.ranges,
        criteria: ranking.criteria,
        firmness: judgeFirmness(ranking, rfp.technicalWeight).kind,
      },
      methods: ranking.methods,
      steps: ranking.steps,
    },
  };
}

function toAnswers(lot: Lot, { id, section, text, requirement, bidAnswers }: QuestionAnswers) {
  return {
    questionId: id,
    section,
    question: text,
    requirement: requirement?.code ?? null,
    answers: lot.bids.flatMap((bid) => {
      const found = bidAnswers.find((each) => each.bidId === bid.id);
      return found ? [{ bidId: bid.id, bidder: bid.legalName, answer: found.answer, isMet: found.isMet }] : [];
    }),
  };
}

export const evaluationEndpoints: Endpoint[] = [
  listEndpoint(evaluationList, { path: "/evaluations", tag, summary: "Lots to open, score and award" }),
  memberEndpoint("bid:read", {
    method: "GET",
    path: "/evaluations/{id}",
    tag,
    summary: "Evaluation of a lot: its ranking with every step, once the prices are open",
    params,
    response: evaluationShape,
    handle: async ({ actor, params: { id } }) => {
      const lot = await findLot(actor.organizationId, id);
      return lot ? done(toAnswer(lot)) : refuseMissing("lot");
    },
  }),
  memberEndpoint("bid:read", {
    method: "GET",
    path: "/evaluations/{id}/answers",
    tag,
    summary: "Every question of a lot with what each bidder answered, side by side",
    params,
    response: answersShape,
    handle: async ({ actor, params: { id } }) => {
      const lot = await findLot(actor.organizationId, id);
      if (!lot) return refuseMissing("lot");
      const questions = lot.rfp.technicalOpenedAt ? await findAnswers(actor.organizationId, lot, "all") : [];
      return done({ data: questions.map((question) => toAnswers(lot, question)), nextCursor: null });
    },
  }),
  memberEndpoint("bid:read", {
    method: "GET",
    path: "/rfps/{id}/scores",
    tag,
    summary: "Scores that the caller may see: the own ones, and the others' once the own are locked",
    params,
    response: scoresShape,
    handle: async ({ actor, params: { id } }) =>
      (await seesParent(actor, "rfp", id)) ? done(await findVisibleScores(actor, id)) : refuseMissing("RFP"),
  }),
  memberEndpoint("interest:declare", {
    method: "POST",
    path: "/rfps/{id}/interests",
    tag,
    summary: "Declare conflicts of interest with invited vendors; for an evaluator also that there are none",
    params,
    body: interestsSchema.omit({ rfpId: true }),
    response: z.strictObject({ conflicts: z.number() }),
    handle: ({ actor, params: { id }, body }) => declareInterests(actor, { rfpId: id, ...body }),
  }),
  memberEndpoint("score:write", {
    method: "PUT",
    path: "/bids/{id}/scores/{criterionId}",
    tag,
    summary: "Keep one score of one's own",
    params: z.object({ id: recordId, criterionId: recordId }),
    body: scoreBodySchema,
    response: scoreSchema,
    handle: ({ actor, params: { id, criterionId }, body }) => saveScore(actor, { bidId: id, criterionId, ...body }),
  }),
  memberEndpoint("score:write", {
    method: "POST",
    path: "/rfps/{id}/lock-scores",
    tag,
    summary: "Lock one's own scores",
    params,
    response: z.strictObject({ scores: z.number() }),
    handle: ({ actor, params: { id } }) => lockScores(actor, { rfpId: id }),
  }),
  memberEndpoint("score:moderate", {
    method: "POST",
    path: "/bids/{id}/examine",
    tag,
    summary: "Confirm the mandatory requirements: admits or rejects the bid",
    params,
    body: examineBodySchema,
    versioned: true,
    response: z.strictObject({
      id: recordId,
      state: z.enum(["valid", "rejected"]),
      reason: z.string().nullable(),
      version: z.number(),
    }),
    handle: ({ actor, params: { id }, body, version }) => examineBid(actor, { id, version, ...body }),
  }),
  memberEndpoint("score:moderate", {
    method: "PUT",
    path: "/rfps/{id}/moderated-scores",
    tag,
    summary: "Keep the agreed scores of one criterion, each with its reason",
    params,
    body: moderateBodySchema,
    response: z.strictObject({ scores: z.number() }),
    handle: ({ actor, params: { id }, body }) => moderateScores(actor, { rfpId: id, ...body }),
  }),
  memberEndpoint("score:moderate", {
    method: "POST",
    path: "/rfps/{id}/lock-technical",
    tag,
    summary: "Lock the technical scores; from here on prices can be opened",
    params,
    versioned: true,
    response: movedShape,
    handle: ({ actor, params: { id }, version }) => lockTechnical(actor, { rfpId: id, version }),
  }),
];
