import "server-only";
import { db, type Transaction } from "@/lib/server/database";
import { decimalOf } from "@/lib/server/values";
import { type Completeness, checkCompleteness } from "../rules/bid-completeness";
import type { DraftContent } from "./schema";

/** What an RFP asks of a bid for one lot: its questions in order, and the lot's priced items. */
export async function findAsked(rfpId: string, lotId: string, tx: Transaction | typeof db = db) {
  // One after the other: inside a transaction there is one connection.
  const questions = await tx.rfpQuestion.findMany({
    where: { rfpId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      id: true,
      section: true,
      text: true,
      kind: true,
      choices: true,
      isMandatory: true,
      criterionId: true,
      requirement: { select: { code: true, title: true, priority: true } },
    },
  });
  const items = await tx.rfpPriceItem.findMany({
    where: { rfpId, lotId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, name: true, unit: true, kind: true, quantity: true },
  });
  return { questions, prices: items.map((item) => ({ ...item, quantity: decimalOf(item.quantity) })) };
}

export type Asked = Awaited<ReturnType<typeof findAsked>>;

export function completenessOf(asked: Asked, content: DraftContent): Completeness {
  return checkCompleteness(asked, {
    answers: new Map(content.answers.map(({ questionId, text }) => [questionId, text])),
    prices: new Map(content.prices.map(({ itemId, unitPrice }) => [itemId, unitPrice])),
  });
}

/** Only what the RFP asks for, in its order, without blanks at the ends: what a submission holds. */
export function tidyContent(asked: Asked, content: DraftContent): DraftContent {
  const answers = new Map(content.answers.map(({ questionId, text }) => [questionId, text.trim()]));
  const prices = new Map(content.prices.map(({ itemId, unitPrice }) => [itemId, unitPrice.trim()]));
  return {
    answers: asked.questions.flatMap(({ id }) => {
      const text = answers.get(id) ?? "";
      return text === "" ? [] : [{ questionId: id, text }];
    }),
    exceptions: content.exceptions.trim(),
    valueAdded: content.valueAdded.trim(),
    prices: asked.prices.map(({ id }) => ({ itemId: id, unitPrice: prices.get(id) ?? "" })),
  };
}
